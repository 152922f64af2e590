import { describe, expect, it } from "vitest";
import { chainProblem, type Chain } from "../../lib/problems/deep-linear-chain.ts";
import { deepLinearGram } from "../../lib/problems/deep-linear-gram.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";

const random = seededRandom(29);
const normals = (length: number): Float64Array => fillNormal(random, new Float64Array(length));
const chains: readonly (readonly [string, Chain, number, number])[] = [
  ["plain", { sizes: [3, 5, 4, 2], scales: [0.5, 1, 0.7], residual: false }, 3, 2],
  ["residual", { sizes: [4, 4, 4], scales: [1, 1], residual: true, readout: normals(3 * 4) }, 4, 3],
];

it.each(chains)("is JJᵀ, with J from one derivative for each weight: %s", (_, chain, d, k) => {
  const n = 3;
  const data = { examples: n, inputs: normals(n * d), targets: normals(n * k) };
  const problem = chainProblem(chain, data);
  const w = normals(problem.dimension);
  const columns = Array.from(w, (_, i) => {
    const unit = new Float64Array(w.length);
    unit[i] = 1;
    return problem.derivative(w, unit, new Float64Array(n * k));
  });
  const gram = deepLinearGram(chain, data, w);
  for (let a = 0; a < n * k; a++)
    for (let b = 0; b < n * k; b++) {
      const exact = columns.reduce((sum, column) => sum + column[a]! * column[b]!, 0);
      expect(Math.abs(gram[a * n * k + b]! - exact)).toBeLessThan(1e-12 * (1 + Math.abs(exact))); // sums of some fifty terms
    }
});

describe("the network of Table 2's instance", () => {
  it("has H₀ = (L/d_y)XᵀX ⊗ I for W_l = √m I: σ(X) = (2, 1), d_y = 2, L = 3 gives 6 and 3/2", () => {
    const scale = Math.SQRT1_2;
    const chain = { sizes: [2, 2, 2, 2], scales: [scale, scale, scale], residual: false };
    const data = { examples: 2, inputs: Float64Array.of(2, 0, 0, 1), targets: new Float64Array(4) };
    const w = Float64Array.of(1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1).map((x) => Math.SQRT2 * x);
    const gram = deepLinearGram(chain, data, w);
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < 4; j++) expect(gram[4 * i + j]!).toBeCloseTo(i !== j ? 0 : i < 2 ? 6 : 1.5, 13);
    expect(() => deepLinearGram(chain, data, w.subarray(1))).toThrow(
      new RangeError("length of weights must be 12: 11"),
    );
  });
});
