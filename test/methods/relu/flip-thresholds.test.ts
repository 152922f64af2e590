import { describe, expect, it } from "vitest";
import { flipThresholds, thresholdKind } from "../../../lib/methods/relu/flip-thresholds.ts";
import { gramMatrix } from "../../../lib/problems/gram.ts";
import { spherePoints } from "../../../lib/problems/sphere-points.ts";
import { fillNormal, seededRandom } from "../../../lib/random.ts";

describe("flipThresholds(out, gram, coefficients, width)", () => {
  it("is the largest shift towards 0 that any pattern can bring, datum by datum and kind by kind", () => {
    const [n, width] = [6, 100];
    const random = seededRandom(1);
    const gram = gramMatrix(spherePoints(random, n, 4), n, 4);
    for (let trial = 0; trial < 20; trial++) {
      const v = fillNormal(random, new Float64Array(n));
      const thresholds = new Float64Array(4 * n);
      const largest = flipThresholds(thresholds, gram, v, width);
      const expected = new Float64Array(4 * n);
      for (let pattern = 0; pattern < 2 ** n; pattern++)
        for (let i = 0; i < n; i++)
          for (const sign of [1, -1]) {
            const start = (pattern >> i) & 1 ? 1 : -1;
            let shift = 0;
            for (let j = 0; j < n; j++) if ((pattern >> j) & 1) shift += gram[i * n + j]! * v[j]!;
            // z = z(0) − a·shift/√m comes nearer to 0, from above or from below, by:
            const towards = (start * sign * shift) / Math.sqrt(width);
            const at = 4 * i + thresholdKind(sign, start);
            expected[at] = Math.max(expected[at]!, towards);
          }
      // The slack of 1e-12 and some roundings of sums of size 1.
      for (const [k, threshold] of thresholds.entries()) expect(threshold).toBeCloseTo(expected[k]!, 11);
      for (const [k, threshold] of thresholds.entries())
        expect(threshold).toBeGreaterThanOrEqual(expected[k]!);
      expect(largest).toBe(Math.max(...thresholds));
    }
  });

  it("is 0 at the start", () => {
    const thresholds = new Float64Array(8).fill(1);
    expect(flipThresholds(thresholds, Float64Array.of(1, 0.5, 0.5, 1), new Float64Array(2), 4)).toBe(0);
    expect([...thresholds].every((threshold) => threshold === 0)).toBe(true);
  });
});
