/**
 * Lemma 9 of the paper of 2020 (the first version of Wang et al. 2021): with z = ηλ, r = 1 − √(z/2), which is β* there, and
 * c_T = max_{t≤T} rᵗ(1 + r Σ_{s<t} rˢ), in the setting of its Theorem 2, where 0 < z ≤ 1/2:
 *   c_T ≤ 1/(4r(1 − r)),   r ≥ 1/2 and so c_T ≤ 1/√(2z),   C/(1 − r) ≤ ‖u₀ − y‖/(2√2 nᵛ),
 * the last with C = 16√2 c_T ηnR‖u₀ − y‖ and R = λ/(64n^{1+ν}): it is the additive term of Theorem 2.
 *
 * Proof. With x = rᵗ in (0, 1] the term is x(1 + r(1 − x)/(1 − r)) = x(1 − rx)/(1 − r), at most its value 1/(4r(1 − r)) at x = 1/(2r). As
 * 1 − r = √(z/2) and r ≥ 1/2, that is at most 1/(2√(z/2)) = 1/√(2z). Finally n^ν C/((1 − r)‖u₀ − y‖) = (√2/4)c_T z/√(z/2) = ½√z c_T ≤ 1/(2√2). ∎
 *
 * The first bound is reached where rᵗ = 1/(2r) for a whole t, which is r^{t+1} = 1/2: at r = 1/2, where all three are equalities, at r = 1/√2, …
 */
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { logUniform } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** `z` is ηλ, `steps` is T. */
export interface Parameters {
  readonly z: number;
  readonly steps: number;
}

/** 0 < ηλ ≤ 1/2, which λ > 0 and η ≤ 1/(2λ_max) give. O(1). */
export function assumes({ z }: Parameters): readonly Hypothesis[] {
  const detail = `$\\eta\\lambda$ = ${inWords(z)}`;
  return [
    decided("positive", String.raw`\eta\lambda > 0`, z, detail),
    decided("step size at most 1/(2λ)", String.raw`\eta\lambda \le \tfrac12`, 0.5 - z, detail, false),
  ];
}

/** 1/(4r(1 − r)) and 1/√(2z), bounds of c_T, and 1/(2√2), of n^ν C/((1 − r)‖u₀ − y‖); NaN where there is no r in (0, 1). O(1). */
export function claim({ z }: Parameters): Series {
  const gap = gapOf(z);
  return Float64Array.of(1 / (4 * gap * (1 - gap)), 1 / Math.sqrt(2 * z), 1 / (2 * Math.SQRT2));
}

/** c_T twice, and n^ν C/((1 − r)‖u₀ − y‖) from the definitions of C and R at η = n = 1. O(T). */
export function measure({ z, steps }: Parameters): Series {
  const gap = gapOf(z);
  const rate = Math.log1p(-gap);
  let largest = 0;
  for (let t = 0; t <= steps; t++) {
    // rᵗ and the sum of the powers before it by their logarithm: near 1, r itself would lose the digits of 1 − r.
    const sum = -Math.expm1(t * rate) / gap;
    largest = Math.max(largest, Math.exp(t * rate) * (1 + (1 - gap) * sum));
  }
  const radius = z / 64;
  return Float64Array.of(largest, largest, (16 * Math.SQRT2 * largest * radius) / gap);
}

/** The state's slowest mode at its step size, until the maximum is behind or for 20 000 steps; its momentum has no say. O(1). */
export function at({ stepSize, smallest }: QuadraticState): Parameters {
  const z = stepSize * smallest;
  return { z, steps: Math.min(20_000, Math.ceil(2 / Math.sqrt(z))) };
}

/** 1 − r = √(z/2); NaN outside (0, 1). */
function gapOf(z: number): number {
  const gap = Math.sqrt(z / 2);
  return gap > 0 && gap < 1 ? gap : NaN;
}

const cases: readonly Case<Parameters>[] = [
  { name: "ηλ = 1/2: r = 1/2, three equalities", parameters: { z: 0.5, steps: 20 }, expected: "holds" },
  {
    name: "r = 1/√2: reached at t = 1",
    parameters: { z: 2 * (1 - Math.SQRT1_2) ** 2, steps: 10 },
    expected: "holds",
  },
  {
    name: "ηλ = 10⁻⁶: far from its maximum at T = 10",
    parameters: { z: 1e-6, steps: 10 },
    expected: "holds",
  },
  { name: "ηλ = 10⁻⁶: past its maximum", parameters: { z: 1e-6, steps: 3000 }, expected: "holds" },
  { name: "too long a step", parameters: { z: 1, steps: 10 }, expected: "outside" },
  { name: "no positive λ", parameters: { z: 0, steps: 10 }, expected: "outside" },
];

// Tolerances: a few roundings, which 1 − √(z/2) does not enlarge.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: { z: 0.5, steps: 3 }, step: 0, claim: 1, tolerance: 4e-16, source: "by hand: 1/(4 · ½ · ½)" },
  { parameters: { z: 0.5, steps: 3 }, step: 1, claim: 1, tolerance: 4e-16, source: "by hand: 1/√1" },
  {
    parameters: { z: 0.02, steps: 3 },
    step: 0,
    claim: 25 / 9,
    tolerance: 1e-15,
    source: "by hand: 1/(4 · 0.9 · 0.1)",
  },
  { parameters: { z: 0.02, steps: 3 }, step: 1, claim: 5, tolerance: 4e-16, source: "by hand: 1/√0.04" },
  {
    parameters: { z: 0.02, steps: 3 },
    step: 2,
    claim: Math.SQRT2 / 4,
    tolerance: 4e-16,
    source: "by hand: √2/4",
  },
  { parameters: { z: 0, steps: 3 }, step: 0, claim: NaN, tolerance: 0, source: "r = 1" },
  { parameters: { z: 2, steps: 3 }, step: 0, claim: NaN, tolerance: 0, source: "r = 0" },
  { parameters: { z: 8, steps: 3 }, step: 0, claim: NaN, tolerance: 0, source: "r = −1" },
];

/** ηλ from 10⁻⁸ to 1/2, or on a step of a power of ½ where the bound is reached; one in ten beyond 1/2. */
function sample(random: Random): Parameters {
  const kind = Math.floor(10 * random());
  const steps = Math.floor(10 ** (4 * random()));
  if (kind === 0) return { z: 0.5 + 2 * random(), steps };
  if (kind < 4) return { z: 2 * (1 - 0.5 ** (1 / (1 + Math.floor(30 * random())))) ** 2, steps };
  return { z: 0.5 * logUniform(random, 8), steps };
}

export const statement: Statement<Parameters> = {
  id: "wang-2020/lemma-9",
  paper: "wang-2020",
  number: "Lemma 9",
  title: "How far the perturbations can add up",
  kind: "tight",
  tex: String.raw`c_T = \max_{t\le T}\, r^t\Bigl(1+r\sum_{s<t} r^s\Bigr) \le \frac1{4r(1-r)} \le \frac1{\sqrt{2\eta\lambda}},\quad \frac{C}{1-r} \le \frac{\|u_0-y\|}{2\sqrt2\,n^\nu},\qquad r = 1-\sqrt{\eta\lambda/2} \ge \tfrac12`,
  plain:
    "What the changing patterns add up to is at most a constant over the square root of the step size times the least eigenvalue.",
  looseness: 1.000001,
  cases,
  values,
  sample,
};
