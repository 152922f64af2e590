/**
 * Theorem 3 of Wang et al. 2021 (from Du et al. 2019): gradient descent on a wide one-layer ReLU network with unit data, w₀ ~ N(0, I) and signs a_r at
 * random. With λ = λ_min(H̄)/2, a step size η = O(λ/n²) and a width m = Ω(λ⁻⁴n⁶δ⁻³), with probability at least 1 − δ, at every step
 *   ‖u_t − y‖² ≤ (1 − ηλ)ᵗ ‖u₀ − y‖².
 * Both constants are left open; what 1 in their place asks is shown. The bound starts at equality, and the loss of a very wide network falls as
 * (1 − ηλ_min(H̄))^{2t}: at four times its rate.
 */
import { geometricBound } from "../../methods/geometric-bound.ts";
import { reluGradientDescent } from "../../methods/relu/gradient-descent.ts";
import type { Random } from "../../random.ts";
import { unspecifiedAtLeast } from "../hypothesis.ts";
import { drawable, kernelEnds } from "../network-at-start.ts";
import {
  ratioRounding,
  residualRatios,
  sampleTrained,
  trainedOnCircle,
  type TrainedNetwork,
} from "../trained-network.ts";
import type { Case, Hypothesis, InProbability, IndependentValue, Series, Statement } from "../theorem.ts";

/** `stepSize` is η. */
export interface Parameters extends TrainedNetwork {
  readonly stepSize: number;
}

/** Unit data, none parallel, 0 < δ < 1, η and m with the constant 1. O(n²d + n³). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const lambda = kernelEnds(p).least / 2;
  const longest = lambda / p.count ** 2;
  return [
    ...drawable(p),
    unspecifiedAtLeast(
      "a short step",
      String.raw`\eta = O(\lambda/n^2)`,
      "\\lambda/(n^2\\eta)",
      longest / p.stepSize,
      1,
    ),
    unspecifiedAtLeast(
      "wide enough",
      String.raw`m = \Omega(\lambda^{-4}n^6\delta^{-3})`,
      "m",
      p.width,
      (p.count ** 6 / lambda ** 4) * p.failure ** -3,
    ),
  ];
}

/** (1 − ηλ)ᵗ for t = 0 … T, in units of ‖u₀ − y‖². O(T + n²d + n³). */
export function claim(p: Parameters): Series {
  return geometricBound(1 - (p.stepSize * kernelEnds(p).least) / 2, 1, p.steps);
}

/** ‖u_t − y‖²/‖u₀ − y‖² for t = 0 … T, trained exactly. */
export function measure(p: Parameters): Series {
  return residualRatios(reluGradientDescent, p, { stepSize: p.stepSize, momentum: 0 }).map((x) => x * x);
}

/** The rounding of a square: twice that of its root, which is bounded by the root of the claim. */
export function rounding(p: Parameters): Series {
  return ratioRounding(claim(p).map(Math.sqrt)).map((relative) => 2 * relative + relative ** 2);
}

export const inProbability: InProbability<Parameters> = {
  failure: ({ failure }) => failure,
  withSeed: (p, seed) => ({ ...p, seed }),
};

const cases: readonly Case<Parameters>[] = [
  {
    name: "one datum, 3000 neurons",
    parameters: { ...trainedOnCircle([0], 3000, 40), stepSize: 0.25 },
    expected: "unspecified",
  },
  {
    name: "a step that is too long even with the constant 1",
    parameters: { ...trainedOnCircle([0], 3000, 10), stepSize: 1 },
    expected: "outside",
  },
  {
    name: "three neurons",
    parameters: { ...trainedOnCircle([0, 0.5], 3, 10), stepSize: 0.06 },
    expected: "outside",
  },
  {
    name: "the same datum twice",
    parameters: { ...trainedOnCircle([0, 0], 1000, 10), stepSize: 0.06 },
    expected: "outside",
  },
];

// Tolerance: an eigenvalue, and as many roundings as steps.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: { ...trainedOnCircle([0], 10, 5), stepSize: 0.4 },
    step: 2,
    claim: 0.81,
    tolerance: 4e-15,
    source: "by hand: H̄ = ½, (1 − 0.4/4)²",
  },
  {
    parameters: { ...trainedOnCircle([0, 0.5], 10, 5), stepSize: 1 },
    step: 3,
    claim: 0.421875,
    tolerance: 4e-15,
    source: "by hand: H̄ = diag(½, ½), (¾)³",
  },
  {
    parameters: { ...trainedOnCircle([0, 1 / 3], 10, 5), stepSize: 0.6 },
    step: 1,
    claim: 0.9,
    tolerance: 4e-15,
    source: "by hand: λ_min(H̄) = ½ − 1/6, 1 − 0.6/6",
  },
];

/** See `sampleTrained`; steps as long as the constant 1 allows, or shorter; one in ten longer. */
function sample(random: Random): Parameters {
  const network = sampleTrained(random);
  const longest = kernelEnds(network).least / 2 / network.count ** 2;
  return { ...network, stepSize: longest * (random() < 0.1 ? 1 + 3 * random() : 0.1 + 0.9 * random()) };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/theorem-3",
  paper: "wang-2021",
  number: "Theorem 3",
  title: "Gradient descent on a wide ReLU network",
  kind: "upper",
  tex: String.raw`\|u_t-y\|^2 \le (1-\eta\lambda)^t\,\|u_0-y\|^2,\qquad \lambda = \tfrac12\lambda_{\min}(\bar H)`,
  plain:
    "Gradient descent with a short step trains a wide enough ReLU network at a linear rate, with high probability.",
  looseness: 1.000001,
  cases,
  values,
  sample,
};
