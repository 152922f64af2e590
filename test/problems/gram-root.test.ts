import { describe, expect, it } from "vitest";
import { gramRoot } from "../../lib/problems/gram-root.ts";
import { gramMatrix } from "../../lib/problems/gram.ts";
import { spherePoints } from "../../lib/problems/sphere-points.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";

describe("gramRoot(gram, count)", () => {
  it.each([
    [1, 1, 1],
    [5, 10, 5],
    [12, 3, 3],
    [30, 30, 30],
  ])("is triangular with LLᵀ = G, n = %i points in dimension %i: rank %i", (n, d, expectedRank) => {
    const gram = gramMatrix(spherePoints(seededRandom(n), n, d), n, d);
    const { rank, root } = gramRoot(gram, n);
    expect(rank).toBe(expectedRank);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let product = 0;
        for (let l = 0; l < rank; l++) product += root[i * rank + l]! * root[j * rank + l]!;
        expect(product).toBeCloseTo(gram[i * n + j]!, 13); // n roundings of size 2⁻⁵³‖G‖
        if (j > i && j < rank) expect(root[i * rank + j]).toBe(0);
      }
  });

  it("takes equal points for one, also where they come first", () => {
    const points = Float64Array.of(0.6, 0.8, 0.6, 0.8, 0, 1);
    const { rank, root } = gramRoot(gramMatrix(points, 3, 2), 3);
    expect(rank).toBe(2);
    for (let l = 0; l < 2; l++) expect(root[l]).toBeCloseTo(root[2 + l]!, 14); // equal rows of G
    expect(root[0]! ** 2).toBeCloseTo(1, 14);
  });

  it.each([
    [6, 9],
    [9, 4],
  ])("undoes X on weights: ‖B X w‖ = ‖w‖ for w in the span of n = %i points in dimension %i", (n, d) => {
    const points = spherePoints(seededRandom(n), n, d);
    const { rank, inverseRoot } = gramRoot(gramMatrix(points, n, d), n);
    const mix = fillNormal(seededRandom(d), new Float64Array(n));
    const w = Array.from({ length: d }, (_, k) => mix.reduce((sum, c, i) => sum + c * points[i * d + k]!, 0));
    const z = mix.map((_, i) => w.reduce((sum, value, k) => sum + value * points[i * d + k]!, 0));
    const turned = Array.from({ length: rank }, (_, l) =>
      z.reduce((sum, value, i) => sum + inverseRoot[l * n + i]! * value, 0),
    );
    expect(Math.hypot(...turned)).toBeCloseTo(Math.hypot(...w), 11); // 2⁻⁵³ λ_max/λ_min(G), here below 10⁴
  });

  it.each([
    ["a negative eigenvalue", [1, 2, 2, 1], /^gram must have no negative eigenvalue: -/],
    ["a value that is not finite", [1, NaN, NaN, 1], /^gram must be finite: NaN$/],
  ])("throws a RangeError for %s", (_, gram, message) => {
    expect(() => gramRoot(Float64Array.from(gram), 2)).toThrow(RangeError);
    expect(() => gramRoot(Float64Array.from(gram), 2)).toThrow(message);
  });
});
