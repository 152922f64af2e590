/**
 * (31) of Liu et al. 2022: along Nesterov's flow in high resolution (27) the Lyapunov function V (see `residual-energy`; reconstructed, since the supplement that defines it is not at
 * hand) has, with μ = λ₀/2 and a constant kernel,
 *   V̇ = −(1 + √(μs))·2√μℓ̂ − ½√s(1 + √(μs))‖HΔ‖² − √μ‖Δ̇‖² − ½√sΔ̇ᵀHΔ̇.
 * Proof: V̇ by the chain rule with Δ̈ from (27); all products of Δ and Δ̇ cancel. ∎ Here on any Δ and Δ̇, along the eigenvectors of H.
 */
import { fillNormal, type Random } from "../../random.ts";
import { sampleFlow } from "../flow-instance.ts";
import { decided, inWords } from "../hypothesis.ts";
import { ends, logUniform } from "../quadratic-instance.ts";
import { energySlope } from "../residual-energy.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** Δ, Δ̇ along the eigenvectors of H with these eigenvalues; μ = `convexity`, s = `stepSize`. */
export interface Parameters {
  readonly eigenvalues: Float64Array;
  readonly errors: Float64Array;
  readonly velocities: Float64Array;
  readonly convexity: number;
  readonly stepSize: number;
}

/** μ > 0, s ≥ 0. O(1). */
export function assumes({ convexity, stepSize }: Parameters): readonly Hypothesis[] {
  return [
    decided("friction", String.raw`\mu > 0`, convexity, `$\\mu$ = ${inWords(convexity)}`),
    decided("step size", String.raw`s \ge 0`, stepSize, `$s$ = ${inWords(stepSize)}`, false),
  ];
}

/** The right-hand side, a series of length 1; NaN where a root does not exist. O(n). */
export function claim({ eigenvalues, errors, velocities, convexity, stepSize }: Parameters): Series {
  const [rootMu, rootS] = [Math.sqrt(convexity), Math.sqrt(stepSize)];
  const gain = 1 + rootMu * rootS;
  return Float64Array.of(
    eigenvalues.reduce((sum, value, i) => {
      const [x, v] = [errors[i]!, velocities[i]!];
      const force = gain * rootMu * value * x * x + (rootS / 2) * gain * (value * x) ** 2;
      return sum - force - rootMu * v * v - (rootS / 2) * value * v * v;
    }, 0),
  );
}

/** V̇ by the chain rule, a series of length 1; NaN as the claim. O(n). */
export function measure({ eigenvalues, errors, velocities, convexity, stepSize }: Parameters): Series {
  if (!(convexity >= 0 && stepSize >= 0)) return Float64Array.of(NaN);
  return Float64Array.of(
    eigenvalues.reduce(
      (sum, value, i) => sum + energySlope(1, convexity, stepSize, value, errors[i]!, velocities[i]!),
      0,
    ),
  );
}

/** The size of the products of Δ and Δ̇ that cancel. O(n). */
export function scale({ eigenvalues, errors, velocities, convexity, stepSize }: Parameters): Series {
  const [rootMu, rootS] = [Math.sqrt(convexity), Math.sqrt(stepSize)];
  return Float64Array.of(
    eigenvalues.reduce((sum, value, i) => {
      const [x, v] = [Math.abs(errors[i]!), Math.abs(velocities[i]!)];
      const pull = rootMu + rootS * value;
      return sum + (v + pull * x) * (pull * v + (1 + rootMu * rootS) * value * x + pull * pull * x);
    }, 0),
  );
}

const one: Parameters = {
  eigenvalues: Float64Array.of(1),
  errors: Float64Array.of(1),
  velocities: Float64Array.of(1),
  convexity: 0.25,
  stepSize: 1,
};

const cases: readonly Case<Parameters>[] = [
  { name: "one mode", parameters: one, expected: "holds" },
  {
    name: "three modes",
    parameters: {
      eigenvalues: Float64Array.of(0.3, 1, 4),
      errors: Float64Array.of(1, -2, 0.5),
      velocities: Float64Array.of(-1, 0.25, 3),
      convexity: 0.1,
      stepSize: 0.2,
    },
    expected: "holds",
  },
  { name: "no step at all, V of the low resolution", parameters: { ...one, stepSize: 0 }, expected: "holds" },
  { name: "no friction", parameters: { ...one, convexity: 0 }, expected: "outside" },
  { name: "a negative step", parameters: { ...one, stepSize: -1 }, expected: "outside" },
];

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: one, step: 0, claim: -2.5, tolerance: 1e-15, source: "by hand: −¾ − ¾ − ½ − ½" },
  {
    parameters: { ...one, eigenvalues: Float64Array.of(2), velocities: Float64Array.of(3) },
    step: 0,
    claim: -18,
    tolerance: 1e-15,
    source: "by hand: −3/2 − 3 − 9/2 − 9",
  },
  {
    parameters: { ...one, convexity: 1, stepSize: 4, errors: Float64Array.of(2) },
    step: 0,
    claim: -26,
    tolerance: 1e-15,
    source: "by hand: −12 − 12 − 1 − 1",
  },
];

/** One to five modes anywhere. */
function sample(random: Random): Parameters {
  const { eigenvalues, errors } = sampleFlow(random);
  const { smallest, largest } = ends(eigenvalues);
  return {
    eigenvalues,
    errors,
    velocities: fillNormal(random, new Float64Array(errors.length)),
    convexity: smallest * (random() < 0.1 ? 0 : random()),
    stepSize: logUniform(random, 4) / largest,
  };
}

export const statement: Statement<Parameters> = {
  id: "liu-2022/equation-31",
  paper: "liu-2022",
  number: "(31)",
  title: "How the Lyapunov function falls",
  kind: "equality",
  tex: String.raw`\dot V = -\Bigl(1+\sqrt{\tfrac{\lambda_0s}2}\Bigr)\sqrt{2\lambda_0}\,\hat\ell - \tfrac{\sqrt s}2\Bigl(1+\sqrt{\tfrac{\lambda_0s}2}\Bigr)\|H\Delta\|^2 - \tfrac{\sqrt{2\lambda_0}}2\|\dot\Delta\|^2 - \tfrac{\sqrt s}2\dot\Delta^\top H\dot\Delta`,
  plain:
    "Along Nesterov’s flow in high resolution the Lyapunov function falls by four terms, of which two come from the correction of the gradient.",
  looseness: 1,
  cases,
  values,
  sample,
};
