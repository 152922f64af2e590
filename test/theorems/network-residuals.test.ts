import { expect, it } from "vitest";
import { perturbationShares, type ResidualRun } from "../../lib/methods/perturbation.ts";
import { residualTerms } from "../../lib/methods/deep-linear-residual.ts";
import { residualPerturbation } from "../../lib/methods/relu/residual-perturbation.ts";
import { norm } from "../../lib/norm.ts";
import { deepLinearGram } from "../../lib/problems/deep-linear-gram.ts";
import { deepLinear } from "../../lib/problems/deep-linear-network.ts";
import { drawnRegression } from "../../lib/problems/drawn-regression.ts";
import { equiangularPoints } from "../../lib/problems/equiangular-points.ts";
import { reluData } from "../../lib/problems/relu-data.ts";
import { gaussianDraw } from "../../lib/problems/relu-draw.ts";
import { seededRandom } from "../../lib/random.ts";
import { startOf } from "../../lib/theorems/deep-linear-instance.ts";
import { theorem14Setting } from "../../lib/theorems/deep-linear-setting.ts";
import { networkResiduals, type NetworkResiduals } from "../../lib/theorems/network-residuals.ts";
import { judge } from "../../lib/theorems/theorem.ts";
import * as theorem11 from "../../lib/theorems/wang-2021/theorem-11.ts";

const relu = {
  kind: "relu" as const,
  points: equiangularPoints(5, 9),
  labels: Float64Array.of(1, -1, 1, 1, -1),
  count: 5,
  dimension: 5,
  width: 400,
  seed: 7,
};
const deep = {
  kind: "deep linear" as const,
  ...drawnRegression(seededRandom(3), { examples: 2, inputs: 4, outputs: 3 }, 5),
  depth: 4,
  width: 300,
  failure: 0.1,
  seed: 11,
};
const runs = [
  { network: relu, stepSize: 0.5, momentum: 0.6 },
  { network: deep, ...theorem14Setting(deep) },
];

async function trained(): Promise<readonly NetworkResiduals[]> {
  const training = networkResiduals({ runs, steps: 30 });
  for (;;) {
    const { done, value } = await training.next();
    if (done) return value;
  }
}

it("leaves of a ReLU network what the dense trainer leaves", async () => {
  const [run] = await trained();
  const data = reluData(relu.points, relu.labels, 5, 5);
  const { total } = residualPerturbation(data, gaussianDraw(data, 400, 7), { ...runs[0]!, steps: 30 });
  const shares = perturbationShares(run!, runs[0]!);
  expect(shares.length).toBe(30);
  shares.forEach((share, t) => expect(share).toBeCloseTo(total[t]!, 10)); // residuals of 1e−4, to 1e−15
});

it("leaves of a deep linear network no more than its three terms, and the norms of its residual", async () => {
  const [, run] = await trained();
  const { chain, data, weights } = startOf(deep);
  const terms = residualTerms(
    deepLinear({ chain, data }),
    data.targets,
    deepLinearGram(chain, data, weights),
    { ...runs[1]!, start: weights, steps: 29 },
  );
  const shares = perturbationShares(run!, runs[1]!);
  for (let t = 0; t < 30; t++) {
    const size = norm(run!.residuals.subarray(6 * t, 6 * t + 6));
    expect(size / terms.residual[t]!).toBeCloseTo(1, 10); // the same run, to roundings
    const sum = terms.phi[t]! + terms.psi[t]! + terms.iota[t]!;
    expect(shares[t]! * size).toBeLessThanOrEqual(sum + 1e-12); // rounding of residuals of size 1
    if (t === 0) expect(shares[0]! * size).toBeCloseTo(terms.phi[0]!, 10); // at the start the others are 0
  }
});

it("sees each run as Theorem 11 does: its orbit, run again, has the norms of the residuals", async () => {
  for (const run of await trained()) {
    const { judgement, first } = retraced(run);
    const n = run.dimension;
    for (let t = 1; t <= 30; t++) {
      const pair = norm(run.residuals.subarray((t - 1) * n, (t + 1) * n));
      expect((judgement.measured[t]! * first) / pair).toBeCloseTo(1, 8); // some roundings, kicked on for 30 steps
    }
    expect(judgement.claim[0]!).toBeCloseTo(2 * run.orbit.allowed, 10); // (C₀′ + C₁)‖v₀‖ with ‖v₀‖ = 1
  }
});

function retraced(run: NetworkResiduals & ResidualRun) {
  const first = Math.SQRT2 * norm(run.residuals.subarray(0, run.dimension));
  return { judgement: judge(theorem11, run.orbit), first };
}
