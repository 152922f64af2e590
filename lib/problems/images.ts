import { norm } from "../norm.ts";

/** Labelled images, ready to train on. */
export interface Images {
  /** Number of images n. */
  readonly count: number;
  /** Values per image d. */
  readonly dimension: number;
  /** n labels, each +1 or −1. */
  readonly labels: Float64Array;
  /** n × d, row-major: one image after the other, each of Euclidean norm 1. */
  readonly points: Float64Array;
}

const MAGIC = "ACIM";
const VERSION = 1;
const HEADER_LENGTH = 16;

/**
 * Decodes a file of labelled images: xᵢ = pᵢ / ‖pᵢ‖₂ from the bytes pᵢ of image i, and its label ±1.
 *
 * The format is in data/README.md: a header of 16 bytes, n labels (Int8), n × d pixels (Uint8), little endian.
 * Images keep their order; norms are 1 within rounding.
 *
 * Throws a RangeError if the magic, the version or the length is not that of the format, if there is no image or
 * no pixel, if a label is not ±1, or if an image is blank (it has no direction).
 *
 * Cost: O(nd), and 8nd bytes for the points.
 */
export function decodeImages(bytes: ArrayBuffer): Images {
  const { count, dimension } = decodeHeader(bytes);
  const labels = Float64Array.from(new Int8Array(bytes, HEADER_LENGTH, count));
  const points = Float64Array.from(new Uint8Array(bytes, HEADER_LENGTH + count));
  labels.forEach(checkLabel);
  for (let i = 0; i < count; i++) normalise(points.subarray(i * dimension, (i + 1) * dimension), i);
  return { count, dimension, labels, points };
}

/**
 * The first `count` images, half of each label as they come, as rows of their own; all of them where there are fewer. O(nd).
 */
export function firstImages({ count: all, dimension, labels, points }: Images, count: number): Images {
  const room = [Math.ceil(count / 2), Math.floor(count / 2)];
  const chosen: number[] = [];
  for (let i = 0; i < all; i++) if (room[labels[i]! > 0 ? 0 : 1]!-- > 0) chosen.push(i);
  return {
    count: chosen.length,
    dimension,
    labels: Float64Array.from(chosen, (i) => labels[i]!),
    points: Float64Array.from(
      chosen.flatMap((i) => [...points.subarray(i * dimension, (i + 1) * dimension)]),
    ),
  };
}

function decodeHeader(bytes: ArrayBuffer): { count: number; dimension: number } {
  const { byteLength } = bytes;
  if (byteLength < HEADER_LENGTH)
    throw new RangeError(`length must be at least ${HEADER_LENGTH} bytes: ${byteLength}`);
  const magic = String.fromCharCode(...new Uint8Array(bytes, 0, MAGIC.length));
  if (magic !== MAGIC) throw new RangeError(`magic must be ${MAGIC}: ${JSON.stringify(magic)}`);
  const view = new DataView(bytes);
  const [version, count, dimension] = [
    view.getUint32(4, true),
    view.getUint32(8, true),
    view.getUint32(12, true),
  ];
  if (version !== VERSION) throw new RangeError(`version must be ${VERSION}: ${version}`);
  if (count === 0) throw new RangeError("count must be at least 1: 0");
  if (dimension === 0) throw new RangeError("dimension must be at least 1: 0");
  const expected = HEADER_LENGTH + count + count * dimension;
  if (byteLength !== expected) throw new RangeError(`length must be ${expected} bytes: ${byteLength}`);
  return { count, dimension };
}

function checkLabel(label: number, image: number): void {
  if (Math.abs(label) !== 1) throw new RangeError(`label of image ${image} must be 1 or -1: ${label}`);
}

function normalise(row: Float64Array, image: number): void {
  const length = norm(row);
  if (length === 0) throw new RangeError(`norm of image ${image} must be positive: 0`);
  for (let k = 0; k < row.length; k++) row[k]! /= length;
}
