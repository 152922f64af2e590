import { expect, it } from "vitest";
import { residualTerms } from "../../lib/methods/deep-linear-residual.ts";
import { deepLinearGram } from "../../lib/problems/deep-linear-gram.ts";
import { deepLinear, deepLinearChain, orthogonalWeights } from "../../lib/problems/deep-linear-network.ts";
import { reduceDeepLinear } from "../../lib/problems/deep-linear-reduction.ts";
import { seededRandom } from "../../lib/random.ts";
import { nearDiagonal, noisyRegression } from "../support/regression.ts";

it("has the exact values of a small rational network, from test/oracles/lemma-8.py", () => {
  const chain = deepLinearChain({ depth: 3, width: 4, inputs: 2, outputs: 1 });
  const data = { examples: 2, inputs: Float64Array.of(1, 2, -1, 1), targets: Float64Array.of(1, -2) };
  const start = Float64Array.of(
    ...[1, 0, 0, 1, 1, 1, -1, 2],
    ...[1, 1, 0, 0, 0, 2, 0, -1, 1, 0, 1, 0, 0, 0, 1, 1],
    ...[1, -1, 0, 2],
  );
  const settings = { stepSize: 1 / 64, momentum: 0.75, start, steps: 4 };
  const terms = residualTerms(
    deepLinear({ chain, data }),
    data.targets,
    deepLinearGram(chain, data, start),
    settings,
  );
  const exact = {
    phi: [
      Math.hypot(0.08899237382133567, 0.061385294664612185),
      Math.hypot(0.015887200467355627, 0.013917549696995216),
    ],
    psi: [
      Math.hypot(0.03963493800256401, 0.0257555628195405),
      Math.hypot(0.025702920954829515, 0.021243561851434316),
    ],
    iota: [
      Math.hypot(0.14257839531117258, 0.09147977410719148),
      Math.hypot(-0.07153709242507672, 0.006987707617631663),
    ],
  };
  for (const [name, [first, fourth]] of Object.entries(exact) as [keyof typeof exact, number[]][]) {
    expect(terms[name].length).toBe(5);
    expect(terms[name][1]! / first!).toBeCloseTo(1, 12); // what is left of numbers some hundred times as large
    expect(terms[name][4]! / fourth!).toBeCloseTo(1, 12);
  }
  expect([terms.psi[0], terms.iota[0]]).toEqual([0, 0]);
});

it("is the same on the narrow network as in full width", () => {
  const shape = { depth: 8, width: 24, inputs: 6, outputs: 5 };
  const random = seededRandom(2);
  const data = noisyRegression(random, nearDiagonal(random, 5, 6, 1, 0.1), 3, 6, 0);
  const weights = orthogonalWeights(shape, random);
  const full = { chain: deepLinearChain(shape), data, weights };
  const [wide, narrow] = [full, reduceDeepLinear(shape, data, weights)].map((net) =>
    residualTerms(deepLinear(net), net.data.targets, deepLinearGram(net.chain, net.data, net.weights), {
      stepSize: 0.02,
      momentum: 0.4,
      start: net.weights,
      steps: 12,
    }),
  );
  for (const name of ["residual", "phi", "psi", "iota"] as const)
    for (const [t, x] of wide![name].entries())
      expect(Math.abs(narrow![name][t]! - x)).toBeLessThan(1e-12 * wide!.residual[0]!); // a few dozen roundings of U in eight layers
});

it("ends where the run diverges", () => {
  const chain = deepLinearChain({ depth: 2, width: 1, inputs: 1, outputs: 1 });
  const data = { examples: 1, inputs: Float64Array.of(1), targets: Float64Array.of(1) };
  const start = Float64Array.of(2, 1);
  const settings = { stepSize: 50, momentum: 0.5, start, steps: 40 };
  const { phi, residual } = residualTerms(
    deepLinear({ chain, data }),
    data.targets,
    deepLinearGram(chain, data, start),
    settings,
  );
  expect(phi.length).toBeLessThan(20);
  expect(residual.length).toBe(phi.length);
});
