/**
 * (30) of Liu et al. 2022, its right half: ρ*(α) ≤ (11 − √73)/4 for 0 < α ≤ ½, with equality at ½. (Since κ = 2λ_m/λ₀ is at least 5/2, α = √(μs)/2 ≤ 1/(2√κ) is in fact at most 0.317, and
 * ρ* at most 0.607.) What is measured is the maximum of Remark 3, searched for. The left half, and that ρ* increases, is `figure-1`.
 */
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";
import { bestExponent } from "../young-exponent.ts";

/** Some α. */
export interface Parameters {
  readonly alphas: Float64Array;
}

/** 0 < α ≤ ½ for all. O(number). */
export function assumes({ alphas }: Parameters): readonly Hypothesis[] {
  const [least, largest] = [Math.min(...alphas), Math.max(...alphas)];
  const detail = (alpha: number) => `$\\alpha$ = ${inWords(alpha)}`;
  return [
    decided("a step", String.raw`\alpha > 0`, least, detail(least)),
    decided("step size", String.raw`\alpha \le \tfrac12`, 0.5 - largest, detail(largest), false),
  ];
}

/** (11 − √73)/4 for each α. */
export function claim({ alphas }: Parameters): Series {
  return new Float64Array(alphas.length).fill((11 - Math.sqrt(73)) / 4);
}

/** ρ*(α), as the maximum over φ. */
export function measure({ alphas }: Parameters): Series {
  return alphas.map((alpha) => bestExponent(alpha).exponent);
}

const upToHalf: Parameters = { alphas: Float64Array.of(0.01, 0.1, 0.3, 0.5) };

const cases: readonly Case<Parameters>[] = [
  { name: "up to α = ½, where it is attained", parameters: upToHalf, expected: "holds" },
  { name: "κ = 10⁴", parameters: { alphas: Float64Array.of(0.005) }, expected: "holds" },
  { name: "no step", parameters: { alphas: Float64Array.of(0) }, expected: "outside" },
  { name: "α above ½", parameters: { alphas: Float64Array.of(0.6) }, expected: "outside" },
];

const values: readonly IndependentValue<Parameters>[] = [0, 3].map((step) => ({
  parameters: upToHalf,
  step,
  claim: 0.61399906367061721,
  tolerance: 2e-15,
  source: "40 digits (test/oracles/liu-2022.py)",
}));

function sample(random: Random): Parameters {
  const longest = random() < 0.1 ? 1 : 0.5;
  return { alphas: Float64Array.from({ length: 5 }, () => longest * (1 - random())) };
}

export const statement: Statement<Parameters> = {
  id: "liu-2022/equation-30",
  paper: "liu-2022",
  number: "(30)",
  title: "How large the exponent can be",
  kind: "tight",
  tex: String.raw`\rho^*_{\mathrm{NAG}}(\alpha) \le \frac{11-\sqrt{73}}4,\qquad 0<\alpha\le\tfrac12`,
  plain: "The exponent that is proved for Nesterov’s method is at most 0.614.",
  looseness: 1.0000001,
  cases,
  values,
  sample,
};
