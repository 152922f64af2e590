/**
 * Theorem 13 of Wang et al. 2021: heavy ball on a wide one-layer ReLU network with unit data. With λ = ¾λ_min(H̄), λ_max = λ_max(H̄) + ¼λ_min(H̄),
 * κ̂ = λ_max/λ = (4κ + 1)/3, η = 1/λ_max, β = (1 − 1/(2√κ̂))² and a width m = Ω(λ⁻⁴n⁴κ² log³(n/δ)), with probability at least 1 − δ, at every step
 *   ‖(ξ_t, ξ_{t−1})‖ ≤ (1 − 1/(4√κ̂))ᵗ · 8√κ̂ · ‖(ξ₀, ξ₋₁)‖,  ξ_t = u_t − y.
 * In our copy β lacks the root (Table 1 of the paper has it), and the right-hand side has ξ_t for ξ₀; these are read as slips of the pen or of the
 * scan. The constant of the width is left open; what 1 in its place asks is shown.
 * The factor 8√κ̂ is the price of entering with velocity, which a start from rest does not pay: the largest ratio is 1/(8√κ̂), at t = 0.
 */
import { geometricBound } from "../../methods/geometric-bound.ts";
import { reluHeavyBall } from "../../methods/relu/heavy-ball.ts";
import { theorem12 } from "../../methods/settings.ts";
import type { Random } from "../../random.ts";
import { unspecifiedAtLeast } from "../hypothesis.ts";
import { drawable, kernelEnds } from "../network-at-start.ts";
import {
  ratioRounding,
  residualRatios,
  sampleTrained,
  trainedOnCircle,
  widthOfTheorem13,
  type TrainedNetwork,
} from "../trained-network.ts";
import type { Case, Hypothesis, InProbability, IndependentValue, Series, Statement } from "../theorem.ts";

/** Step size and momentum follow from the data. The run starts from rest. */
export type Parameters = TrainedNetwork;

/** Unit data, none parallel, 0 < δ < 1, and m with the constant 1. O(n²d + n³). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return [
    ...drawable(p),
    unspecifiedAtLeast(
      "wide enough",
      String.raw`m = \Omega(\lambda^{-4}n^4\kappa^2\log^3(n/\delta))`,
      "m",
      p.width,
      widthOfTheorem13(p),
    ),
  ];
}

/** (1 − 1/(4√κ̂))ᵗ 8√κ̂ for t = 0 … T, in units of ‖(ξ₀, ξ₋₁)‖. O(T + n²d + n³). */
export function claim(p: Parameters): Series {
  const { smallest, largest } = provedEnds(p);
  const root = Math.sqrt(largest / smallest);
  return geometricBound(1 - 1 / (4 * root), 8 * root, p.steps);
}

/** ‖(ξ_t, ξ_{t−1})‖/‖(ξ₀, ξ₋₁)‖ for t = 0 … T, trained exactly from rest; NaN where λ_min(H̄) = 0. */
export function measure(p: Parameters): Series {
  const { smallest, largest } = provedEnds(p);
  if (!(smallest > 0)) return new Float64Array(p.steps + 1).fill(NaN);
  const ratios = residualRatios(reluHeavyBall, p, theorem12(smallest, largest));
  return ratios.map((ratio, t) => Math.hypot(ratio, ratios[Math.max(0, t - 1)]!) / Math.SQRT2);
}

/** That of the residual. */
export function rounding(p: Parameters): Series {
  return ratioRounding(claim(p));
}

export const inProbability: InProbability<Parameters> = {
  failure: ({ failure }) => failure,
  withSeed: (p, seed) => ({ ...p, seed }),
};

/** Between which the eigenvalues stay: ¾λ_min(H̄) and λ_max(H̄) + ¼λ_min(H̄). Their ratio is κ̂, and η and β are those of Theorem 12 for them. */
function provedEnds(p: Parameters): { smallest: number; largest: number } {
  const { least, largest } = kernelEnds(p);
  return { smallest: 0.75 * least, largest: largest + least / 4 };
}

const cases: readonly Case<Parameters>[] = [
  { name: "one datum, 1000 neurons", parameters: trainedOnCircle([0], 1000, 40), expected: "unspecified" },
  {
    name: "two data at a right angle, 3000 neurons: wide enough for the constant 1",
    parameters: trainedOnCircle([0, 0.5], 3000, 40),
    expected: "unspecified",
  },
  {
    name: "five data, 1000 neurons: the constant 1 asks for 10⁸",
    parameters: trainedOnCircle([0, 0.25, 0.5, 0.75, 1.1], 1000, 40),
    expected: "outside",
  },
  { name: "the same datum twice", parameters: trainedOnCircle([0, 0], 1000, 10), expected: "outside" },
];

// Tolerance: an eigenvalue, and as many roundings as steps.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: trainedOnCircle([0], 10, 5),
    step: 0,
    claim: 10.327955589886444636,
    tolerance: 4e-15,
    source: "by hand: κ̂ = 5/3, 8√(5/3)",
  },
  {
    parameters: trainedOnCircle([0, 1 / 3], 10, 5),
    step: 0,
    claim: 13.856406460551018348,
    tolerance: 4e-15,
    source: "by hand: κ = 2, κ̂ = 3, 8√3",
  },
  {
    parameters: trainedOnCircle([0, 1 / 3], 10, 5),
    step: 2,
    claim: 10.14508159514583123,
    tolerance: 4e-15,
    source: "by hand: 8√3 · (1 − 1/(4√3))² = 8√3 − 4 + 1/(2√3)",
  },
  {
    parameters: { ...trainedOnCircle([0, 1 / 2], 10, 5), points: Float64Array.of(2, 0, 0, 1) },
    step: 0,
    claim: NaN,
    tolerance: 0,
    source: "the first datum is not of norm 1",
  },
];

/** See `sampleTrained`. */
function sample(random: Random): Parameters {
  return sampleTrained(random);
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/theorem-13",
  paper: "wang-2021",
  number: "Theorem 13",
  title: "Heavy ball on a wide ReLU network",
  kind: "upper",
  tex: String.raw`\left\|\begin{bmatrix}\xi_t\\ \xi_{t-1}\end{bmatrix}\right\| \le \Bigl(1-\frac1{4\sqrt{\hat\kappa}}\Bigr)^t\cdot 8\sqrt{\hat\kappa}\,\left\|\begin{bmatrix}\xi_0\\ \xi_{-1}\end{bmatrix}\right\|,\qquad \hat\kappa = \frac{4\kappa+1}{3}`,
  plain:
    "Heavy ball trains a wide enough ReLU network at a rate with the root of the condition number, with high probability.",
  looseness: 10.4,
  cases,
  values,
  sample,
};
