import { describe, expect, it } from "vitest";
import { bytesOf, SignTable, writePattern } from "../../../lib/methods/relu/sign-table.ts";
import { fillNormal, seededRandom } from "../../../lib/random.ts";

describe("SignTable", () => {
  it.each([1, 5, 8, 9, 20])("has GDx for all patterns of %i data", (n) => {
    const random = seededRandom(n);
    const half = fillNormal(random, new Float64Array(n * n));
    const gram = half.map((x, k) => x + half[(k % n) * n + Math.floor(k / n)]!);
    const table = new SignTable(gram, n);
    table.build(fillNormal(random, new Float64Array(n))); // what was there before must not matter
    const x = fillNormal(random, new Float64Array(n));
    table.build(x);
    for (let trial = 0; trial < 50; trial++) {
      const z = fillNormal(random, new Float64Array(n));
      const pattern = new Uint8Array(bytesOf(n));
      writePattern(pattern, 0, z, 0, n);
      for (let i = 0; i < n; i++) {
        let sum = 0;
        for (let b = 0; b < table.bytes; b++) sum += table.rows[(256 * b + pattern[b]!) * n + i]!;
        const expected = z.reduce(
          (total, value, j) => total + (value >= 0 ? gram[i * n + j]! * x[j]! : 0),
          0,
        );
        expect(sum).toBeCloseTo(expected, 12); // 20 terms of size 5 in another order
      }
    }
  });
});

describe("writePattern", () => {
  it("sets a bit for each value that is not negative, and leaves other bytes alone", () => {
    const values = Float64Array.of(9, 1, -1, 0, -0, 5, -5, -2, 3, -7, 4);
    const patterns = Uint8Array.of(255, 0, 0, 255);
    writePattern(patterns, 1, values, 1, 10);
    expect([...patterns]).toEqual([255, 0b10011101, 0b10, 255]);
  });
});
