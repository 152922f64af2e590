/**
 * (12), (13), (24) and (25) of Liu et al. 2022: while a one-layer ReLU network moves by the heavy ball in high resolution, ẅ_r + 2√αẇ_r + (1 + √(αs))∂ℓ/∂w_r = 0, its residual Δ = f − y obeys
 *   Δ̈ + 2√αΔ̇ + (1 + √(αs))H(t)Δ = 0,
 * H the kernel of the neurons' patterns; (26) is the case α = λ₀/2. It holds between kinks, at every instant where no neuron is on one: there f is linear in the weights, (21). The text has it "almost
 * surely" for all times; where a neuron changes its mind H and Δ̇ jump, and what follows for a constant H does not carry over as it stands.
 */
import {
  fourNeurons,
  measuredAcceleration,
  motionRounding,
  motionScale,
  movingCases,
  offKinks,
  residualMotion,
  sampleMoving,
  type MovingNetwork,
} from "../moving-network.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

export type Parameters = MovingNetwork;

/** No neuron on a kink; √α and s not negative. O(mnd). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return offKinks(p);
}

/** −2√αΔ̇ − (1 + √(αs))HΔ, n values; NaN for s < 0. O(mnd + mn²). */
export function claim(p: Parameters): Series {
  const { residual, velocity, kernel } = residualMotion(p);
  const root = Math.sqrt(p.stepSize);
  return residual.map((_, i) => {
    const row = kernel.subarray(i * residual.length, (i + 1) * residual.length);
    return row.reduce(
      (sum, h, j) => sum - (1 + p.friction * root) * h * residual[j]!,
      -2 * p.friction * velocity[i]!,
    );
  });
}

/** f̈, with the acceleration of the weights from their own flow; see `measuredAcceleration`. */
export function measure(p: Parameters): Series {
  return measuredAcceleration(p, 0);
}

/** See `motionRounding`. */
export function rounding(p: Parameters): Series {
  return motionRounding(p);
}

/** See `motionScale`. */
export function scale(p: Parameters): Series {
  return motionScale(p);
}

const cases: readonly Case<Parameters>[] = movingCases;

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: fourNeurons, step: 0, claim: -1.125, tolerance: 1e-15, source: "by hand: −½ − 5/8" },
  { parameters: fourNeurons, step: 1, claim: -1.625, tolerance: 1e-15, source: "by hand: −1 − 5/8" },
  {
    parameters: movingCases[2]!.parameters,
    step: 0,
    claim: -1.425,
    tolerance: 1e-14,
    source: "by hand, H = ½(1, 0.3; 0.3, 1)",
  },
  {
    parameters: movingCases[2]!.parameters,
    step: 1,
    claim: -1.9875,
    tolerance: 1e-14,
    source: "by hand, H = ½(1, 0.3; 0.3, 1)",
  },
  {
    parameters: { ...movingCases[2]!.parameters, friction: 0.3, stepSize: 0.09 },
    step: 0,
    claim: -1.1066,
    tolerance: 1e-14,
    source: "the same",
  },
  {
    parameters: { ...movingCases[2]!.parameters, friction: 0.3, stepSize: 0.09 },
    step: 1,
    claim: -1.5155,
    tolerance: 1e-14,
    source: "the same",
  },
];

/** See `sampleMoving`. */
const sample = sampleMoving;

export const statement: Statement<Parameters> = {
  id: "liu-2022/equation-25",
  paper: "liu-2022",
  number: "(25)",
  title: "The residual of heavy ball",
  kind: "equality",
  tex: String.raw`\ddot\Delta + 2\sqrt\alpha\,\dot\Delta + (1+\sqrt{\alpha s})\,H(t)\,\Delta = 0`,
  plain:
    "Between kinks, the residual of a network that moves by the heavy ball in high resolution does so too, with the kernel in place of the Hessian.",
  looseness: 1,
  cases,
  values,
  sample,
};
