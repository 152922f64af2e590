import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeImages, firstImages } from "../../lib/problems/images.ts";
import { reluGramSpectrum } from "../../lib/spectra/relu-gram.ts";

const FASHION_MNIST = new URL("../../data/fashion-mnist.bin", import.meta.url);
const MNIST = new URL("../../data/mnist.bin", import.meta.url);

/** Writes the format of data/README.md. */
function encode(labels: number[], images: number[][], magic = "ACIM", version = 1): ArrayBuffer {
  const header = new DataView(new ArrayBuffer(16));
  [...magic].forEach((letter, i) => header.setUint8(i, letter.charCodeAt(0)));
  [version, labels.length, images[0]?.length ?? 0].forEach((field, i) =>
    header.setUint32(4 + 4 * i, field, true),
  );
  const signed = Int8Array.from(labels);
  return Uint8Array.of(...new Uint8Array(header.buffer), ...new Uint8Array(signed.buffer), ...images.flat())
    .buffer;
}

describe("decodeImages(bytes)", () => {
  it("returns counts, labels and unit rows in the order of the file", () => {
    const bytes = encode(
      [1, -1],
      [
        [3, 4, 0],
        [0, 0, 255],
      ],
    );
    const images = decodeImages(bytes);
    expect(images.count).toBe(2);
    expect(images.dimension).toBe(3);
    expect([...images.labels]).toEqual([1, -1]);
    expect([...images.points]).toEqual([3 / 5, 4 / 5, 0, 0, 0, 1]); // exact: one correctly rounded division each
  });

  it("does not change the bytes", () => {
    const bytes = encode([1], [[1, 2, 3]]);
    const before = [...new Uint8Array(bytes)];
    decodeImages(bytes);
    expect([...new Uint8Array(bytes)]).toEqual(before);
  });

  const valid = encode(
    [1, -1],
    [
      [3, 4],
      [0, 1],
    ],
  );
  it.each([
    ["an empty file", new ArrayBuffer(0), "length must be at least 16 bytes: 0"],
    ["another magic", encode([1], [[1]], "PNG!"), 'magic must be ACIM: "PNG!"'],
    ["another version", encode([1], [[1]], "ACIM", 2), "version must be 1: 2"],
    ["a file without images", encode([], []), "count must be at least 1: 0"],
    ["images without pixels", encode([1], [[]]), "dimension must be at least 1: 0"],
    ["a byte too few", valid.slice(0, -1), "length must be 22 bytes: 21"],
    ["a byte too many", encode([1], [[1], [1]]), "length must be 18 bytes: 19"],
    ["a label that is not ±1", encode([1, 0], [[1], [1]]), "label of image 1 must be 1 or -1: 0"],
    ["a blank image", encode([1, -1], [[1], [0]]), "norm of image 1 must be positive: 0"],
  ])("throws a RangeError for %s", (_, bytes, message) => {
    expect(() => decodeImages(bytes)).toThrow(new RangeError(message));
  });
});

describe("data/fashion-mnist.bin", () => {
  const { count, dimension, labels, points } = decodeImages(
    new Uint8Array(readFileSync(FASHION_MNIST)).buffer,
  );
  const row = (i: number) => points.subarray(i * dimension, (i + 1) * dimension);

  it("holds 300 images of 784 pixels", () => {
    expect([count, dimension, labels.length, points.length]).toEqual([300, 784, 300, 300 * 784]);
  });

  it("begins with a T-shirt and alternates, so that every even prefix is balanced", () => {
    expect([...labels]).toEqual(Array.from({ length: 300 }, (_, i) => (i % 2 === 0 ? 1 : -1)));
  });

  it("has unit rows without negative values", () => {
    for (let i = 0; i < count; i++) {
      expect(Math.hypot(...row(i))).toBeCloseTo(1, 13); // 784 terms, each off by a relative 2^-53 or so
      expect(Math.min(...row(i))).toBe(0);
    }
  });

  it("shows trousers as two legs: dark between them, where a T-shirt is not", () => {
    // Columns 13 and 14 of the 28 are the middle; rows 16 to 25 lie below the seat.
    const gap = (i: number) => {
      let sum = 0;
      for (let r = 16; r < 26; r++) sum += row(i)[r * 28 + 13]! + row(i)[r * 28 + 14]!;
      return sum;
    };
    const mean = (label: number) => {
      const members = [...labels.keys()].filter((i) => labels[i] === label);
      return members.reduce((sum, i) => sum + gap(i), 0) / members.length;
    };
    expect(mean(1)).toBeGreaterThan(2 * mean(-1));
  });

  it("has no image twice", () => {
    expect(new Set(Array.from({ length: count }, (_, i) => row(i).join())).size).toBe(count);
  });
});

it.each([
  ["fashion-mnist", FASHION_MNIST],
  ["mnist", MNIST],
])("data/%s-50.bin holds the first fifty images of the whole file", (name, whole) => {
  const read = (file: URL) => decodeImages(Uint8Array.from(readFileSync(file)).buffer);
  expect(read(new URL(`../../data/${name}-50.bin`, import.meta.url))).toEqual(firstImages(read(whole), 50));
});

describe("data/mnist.bin", () => {
  const { count, dimension, labels, points } = decodeImages(new Uint8Array(readFileSync(MNIST)).buffer);

  it("holds 300 images of 784 pixels, a zero first, and alternates", () => {
    expect([count, dimension, points.length]).toEqual([300, 784, 300 * 784]);
    expect([...labels]).toEqual(Array.from({ length: 300 }, (_, i) => (i % 2 === 0 ? 1 : -1)));
  });

  it("has the ends of the spectrum that NumPy finds for the first 100", () => {
    const spectrum = reluGramSpectrum(points.subarray(0, 100 * dimension), 100, dimension);
    expect(spectrum[0]).toBeCloseTo(0.0391971475871, 12); // the last digit that is printed, and 1e-15 ‖H̄‖
    expect(spectrum[99]).toBeCloseTo(15.1922009, 6); // the last digit that is printed
  });

  it("shows zeros as rings: dark in the middle, where a one is not", () => {
    const middle = (i: number) => {
      let sum = 0;
      for (let r = 12; r < 16; r++) for (let k = 12; k < 16; k++) sum += points[i * dimension + r * 28 + k]!;
      return sum;
    };
    const mean = (first: number) => {
      let sum = 0;
      for (let i = first; i < count; i += 2) sum += middle(i);
      return sum / (count / 2);
    };
    expect(mean(1)).toBeGreaterThan(4 * mean(0));
  });
});
