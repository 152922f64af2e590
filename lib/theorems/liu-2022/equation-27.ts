/**
 * (14), (15) and (27) of Liu et al. 2022: while a one-layer ReLU network moves by Nesterov's flow in high resolution, ẅ_r + 2√αẇ_r + √sΣᵢ(∂²ℓ/∂w_r∂wᵢ)ẇᵢ + (1 + √(αs))∂ℓ/∂w_r = 0, its residual
 * Δ = f − y obeys
 *   Δ̈ + 2√αΔ̇ + √sH(t)Δ̇ + (1 + √(αs))H(t)Δ = 0,
 * printed with α = λ₀/2. It holds between kinks, at every instant where no neuron is on one, since there ∂²ℓ/∂W² is (∂f/∂W)ᵀ∂f/∂W, (22) and (23); see `equation-25` for what happens at kinks.
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

/** −2√αΔ̇ − √sHΔ̇ − (1 + √(αs))HΔ, n values; NaN for s < 0. O(mnd + mn²). */
export function claim(p: Parameters): Series {
  const { residual, velocity, kernel } = residualMotion(p);
  const root = Math.sqrt(p.stepSize);
  return residual.map((_, i) => {
    const row = kernel.subarray(i * residual.length, (i + 1) * residual.length);
    return row.reduce(
      (sum, h, j) => sum - h * (root * velocity[j]! + (1 + p.friction * root) * residual[j]!),
      -2 * p.friction * velocity[i]!,
    );
  });
}

/** f̈, with the acceleration of the weights from their own flow; see `measuredAcceleration`. */
export function measure(p: Parameters): Series {
  return measuredAcceleration(p, 1);
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
  { parameters: fourNeurons, step: 0, claim: -1.25, tolerance: 1e-15, source: "by hand: −½ − ⅛ − 5/8" },
  { parameters: fourNeurons, step: 1, claim: -1.875, tolerance: 1e-15, source: "by hand: −1 − ¼ − 5/8" },
  {
    parameters: movingCases[2]!.parameters,
    step: 0,
    claim: -1.61,
    tolerance: 1e-14,
    source: "by hand, H = ½(1, 0.3; 0.3, 1)",
  },
  {
    parameters: movingCases[2]!.parameters,
    step: 1,
    claim: -2.225,
    tolerance: 1e-14,
    source: "by hand, H = ½(1, 0.3; 0.3, 1)",
  },
  {
    parameters: { ...movingCases[2]!.parameters, friction: 0.3, stepSize: 0.09 },
    step: 0,
    claim: -1.2176,
    tolerance: 1e-14,
    source: "the same",
  },
  {
    parameters: { ...movingCases[2]!.parameters, friction: 0.3, stepSize: 0.09 },
    step: 1,
    claim: -1.658,
    tolerance: 1e-14,
    source: "the same",
  },
];

/** See `sampleMoving`. */
const sample = sampleMoving;

export const statement: Statement<Parameters> = {
  id: "liu-2022/equation-27",
  paper: "liu-2022",
  number: "(27)",
  title: "The residual of Nesterov’s method",
  kind: "equality",
  tex: String.raw`\ddot\Delta + 2\sqrt\alpha\,\dot\Delta + \sqrt s\,H(t)\,\dot\Delta + (1+\sqrt{\alpha s})\,H(t)\,\Delta = 0`,
  plain:
    "Between kinks, the residual of a network that moves by Nesterov’s flow in high resolution does so too, with the kernel in place of the Hessian.",
  looseness: 1,
  cases,
  values,
  sample,
};
