/**
 * What Remark 3 of Liu et al. 2022 leaves open, and is ours: the exact exponents. Over all constant kernels with eigenvalues from cμ to 1/s, friction √μ, the loss decays at worst with
 *   heavy ball 2√μ,   Nesterov 2√μ (c = 1),  2√μ(1 + √(μs)) (c = 2, the kernel at its limit H^∞, λ₀ = 2μ).
 * So the bounds, 0.586√μ and up to 0.614√μ, do not order the methods: at λ = μ both are equal, above it Nesterov is the faster flow.
 * Proof: heavy ball rings for (1 + √(μs))λ > μ, with rate √μ. For Nesterov the polynomial r² − (2√μ + √sλ)r + (1 + √(μs))λ has the roots √μ and √μ(1 + √(μs)) at λ = μ; its rate
 * grows with λ, and from λ = 2μ on the mode rings with √μ + √sλ/2, since 2μ ≥ 2(1 − √(1 − μs))/s. ∎
 */
import { decayRate } from "../../flows/damped-mode.ts";
import { highResolutionHeavyBall, highResolutionNesterov } from "../../flows/flow.ts";
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { logUniform } from "../quadratic-instance.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** μ = `convexity`, s = `stepSize`, c = `multiple`: the least eigenvalue over μ. */
export interface Parameters {
  readonly convexity: number;
  readonly stepSize: number;
  readonly multiple: 1 | 2;
}

/** How many eigenvalues are tried between the ends. */
const TRIED = 60;

/** μ > 0, s > 0, c = 1 or 2, cμ ≤ 1/s. O(1). */
export function assumes({ convexity, stepSize, multiple }: Parameters): readonly Hypothesis[] {
  return [
    decided("friction", String.raw`\mu > 0`, convexity, `$\\mu$ = ${inWords(convexity)}`),
    decided("step size", "s > 0", stepSize, `$s$ = ${inWords(stepSize)}`),
    decided(
      "a kernel at its limit, or at half of it",
      String.raw`c \in \{1, 2\}`,
      multiple === 1 || multiple === 2 ? 1 : -1,
      `$c$ = ${inWords(multiple)}`,
    ),
    decided(
      "a kernel that s allows",
      String.raw`\lambda_{\min} \le 1/s`,
      1 - multiple * convexity * stepSize,
      `$s\\lambda_{\\min}$ = ${inWords(multiple * convexity * stepSize)}`,
      false,
    ),
  ];
}

/** The exponents of heavy ball and of Nesterov, in 1/time; NaN where a root does not exist. O(1). */
export function claim({ convexity, stepSize, multiple }: Parameters): Series {
  const ball = 2 * Math.sqrt(convexity);
  return Float64Array.of(ball, multiple === 1 ? ball : ball * (1 + Math.sqrt(convexity * stepSize)));
}

/** The least exponent among eigenvalues from cμ to 1/s, of both. O(1). */
export function measure({ convexity, stepSize, multiple }: Parameters): Series {
  if (!(convexity > 0 && stepSize > 0)) return Float64Array.of(NaN, NaN);
  const [from, to] = [multiple * convexity, 1 / stepSize];
  const eigenvalues = Array.from({ length: TRIED + 1 }, (_, i) => from * (to / from) ** (i / TRIED));
  const friction = Math.sqrt(convexity);
  const flows = [highResolutionHeavyBall(friction, stepSize), highResolutionNesterov(friction, stepSize)];
  return Float64Array.from(flows, ({ damping, stiffness }) =>
    Math.min(...eigenvalues.map((value) => 2 * decayRate(damping(value), stiffness(value)))),
  );
}

/**
 * At λ = μ the roots of Nesterov's polynomial are apart by √(μs) of their size, which enlarges a rounding of the coefficients by 1/√(μs), and by no more
 * than the square root of a rounding. O(1).
 */
export function rounding({ convexity, stepSize }: Parameters): Series {
  const apart = Math.sqrt(convexity * stepSize);
  return new Float64Array(2).fill(Math.min((8 * Number.EPSILON) / apart, 4 * Math.sqrt(Number.EPSILON)));
}

const hundredth: Parameters = { convexity: 1, stepSize: 0.01, multiple: 1 };

const cases: readonly Case<Parameters>[] = [
  { name: "sμ = 0.01, the kernel as flat as it may be", parameters: hundredth, expected: "holds" },
  {
    name: "sμ = 0.01, the kernel at its limit",
    parameters: { ...hundredth, multiple: 2 },
    expected: "holds",
  },
  { name: "sμ = ¼", parameters: { convexity: 0.5, stepSize: 0.5, multiple: 2 }, expected: "holds" },
  { name: "a step too long", parameters: { convexity: 1, stepSize: 2, multiple: 1 }, expected: "outside" },
  { name: "no friction", parameters: { ...hundredth, convexity: 0 }, expected: "outside" },
];

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: hundredth, step: 0, claim: 2, tolerance: 1e-15, source: "by hand: 2√1" },
  {
    parameters: hundredth,
    step: 1,
    claim: 2,
    tolerance: 1e-15,
    source: "the roots −√μ and −√μ(1 + √(μs)) at λ = μ",
  },
  { parameters: { ...hundredth, multiple: 2 }, step: 0, claim: 2, tolerance: 1e-15, source: "by hand: 2√1" },
  {
    parameters: { ...hundredth, multiple: 2 },
    step: 1,
    claim: 2.2,
    tolerance: 1e-15,
    source: "by hand: 2 · 1.1",
  },
  {
    parameters: { convexity: 0.25, stepSize: 1, multiple: 2 },
    step: 1,
    claim: 1.5,
    tolerance: 1e-15,
    source: "by hand: 2 · ½ · 3/2",
  },
];

function sample(random: Random): Parameters {
  const convexity = logUniform(random, 3);
  const multiple = random() < 0.5 ? 1 : 2;
  const longest = random() < 0.1 ? 2 : 1;
  return { convexity, multiple, stepSize: (longest * logUniform(random, 4)) / (multiple * convexity) };
}

export const statement: Statement<Parameters> = {
  id: "liu-2022/remark-3-exact",
  paper: "liu-2022",
  number: "Remark 3, exactly",
  title: "The exponents that bounds do not tell",
  kind: "equality",
  tex: String.raw`\min_{c\mu\le\lambda\le1/s} 2r(\lambda) = 2\sqrt\mu \ \text{(heavy ball)},\qquad 2\sqrt\mu \text{ or } 2\sqrt\mu\,(1+\sqrt{\mu s})\ \text{(Nesterov, $c=1$ or $2$)}`,
  plain: "The exact exponents of both flows are equal on the flattest kernel that the theorems allow.",
  looseness: 1,
  cases,
  values,
  sample,
};
