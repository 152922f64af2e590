import { nesterovPeak } from "../flows/nesterov-peak.ts";
import { chebyshevSteps } from "../methods/chebyshev.ts";
import { safeConstant } from "../methods/heavy-ball-constant.ts";
import { heavyBallRecursion, nesterovRecursion, type ModeRecursion } from "../methods/mode-recursion.ts";
import {
  heavyBallPlain,
  nesterovTextbook,
  nesterovTuned,
  polyak,
  theorem12,
  type Setting,
} from "../methods/settings.ts";
import { gradientDescentSteps, worstCaseSteps } from "../methods/worst-case-steps.ts";
import type { PaperKey } from "../theorems/references.ts";
import type { ItemMethod } from "./item.ts";

/*
 * What the papers promise, in one quantity: the least t from which on ‖ξ_t‖ ≤ ε‖ξ₀‖ follows, from rest. The papers bound other things; they are brought to this one:
 * - ‖(ξ_t, ξ_{t−1})‖ by a start of the same kind: from rest that start is √2‖ξ₀‖, so the constant grows by √2;
 * - a loss or ‖ξ‖²: its root;
 * - ΔᵀHΔ at the start: at most its largest eigenvalue times ‖Δ‖²;
 * - a flow in time: gradient flow takes the time η = 1/α for a step, a flow with momentum √η. What a step adds to its flow is left out.
 * κ is the ratio of the largest to the least eigenvalue of what moves the residual (a Hessian, a kernel). All step counts need κ ≥ 1 and 0 < ε < 1, else RangeError.
 */

export interface Rate {
  /** Unique. */
  readonly key: string;
  readonly paper: PaperKey | null;
  /** Whose it is where no paper of ours has it. */
  readonly source: string | null;
  /** "Theorem 12, (19)". */
  readonly statement: string;
  /** The theorem file, whose verdict is the status. */
  readonly id: string | null;
  readonly method: ItemMethod | null;
  /** The method and its setting, in words. */
  readonly methodName: string;
  readonly problem: string;
  /** What is bounded, as TeX, and the bound of one step; of a flow, per step. */
  readonly quantity: string;
  readonly rate: string;
  readonly constant: string;
  /** The width that is asked for, as TeX between dollar signs; null where there is no network. */
  readonly width: string | null;
  /** Whether step size or momentum need μ, or what stands for it. */
  readonly knowsLeast: boolean;
  /** The steps that are promised; null where the statement names no number for κ and ε alone. */
  readonly promised: ((conditionNumber: number, tolerance: number) => number) | null;
  /** Why nothing is promised. */
  readonly silence: string | null;
  /** The steps that it takes on the worst quadratic, which is the network of infinite width; null where that is no setting of a method. Cost: that of `worstCaseSteps`. */
  readonly needed: ((conditionNumber: number, tolerance: number) => number | null) | null;
}

/** The least t with C·ρᵗ ≤ ε, from ln ρ < 0 and ln C; at least 0. */
function geometric(logRate: (k: number) => number, constant: (k: number) => number) {
  return (conditionNumber: number, tolerance: number): number => {
    check(conditionNumber, tolerance);
    return Math.max(
      0,
      Math.ceil(Math.log(constant(conditionNumber) / tolerance) / -logRate(conditionNumber)),
    );
  };
}

function worst(recursion: ModeRecursion, setting: (smallest: number, largest: number) => Setting) {
  return (conditionNumber: number, tolerance: number): number | null =>
    worstCaseSteps(recursion, setting(1 / conditionNumber, 1), conditionNumber, tolerance);
}

function check(conditionNumber: number, tolerance: number): void {
  if (!(conditionNumber >= 1 && conditionNumber < Infinity))
    throw new RangeError(`conditionNumber must be finite and at least 1: ${conditionNumber}`);
  if (!(tolerance > 0 && tolerance < 1)) throw new RangeError(`tolerance must be in (0, 1): ${tolerance}`);
}

const one = () => 1;
/** ln(1 − 1/κ), and ln(1 − 1/(c√κ)). */
const plainRate = (k: number) => Math.log1p(-1 / k);
const rootRate = (c: number) => (k: number) => Math.log1p(-1 / (c * Math.sqrt(k)));

/** Theorem 13's κ̂ = (4κ + 1)/3: it leaves a quarter of λ_min for what a finite width costs. */
const widened = (k: number) => (4 * k + 1) / 3;

/** Theorem 13's setting in units of the kernel's largest eigenvalue: η = 1/(λ_max + λ_min/4). */
function theorem13Setting(smallest: number, largest: number): Setting {
  const stepSize = 1 / (largest + smallest / 4);
  return { stepSize, momentum: (1 - 1 / (2 * Math.sqrt(widened(largest / smallest)))) ** 2 };
}

/** η = 1/(2α), β = (1 − √(ηλ/2))². */
function earlierSetting(smallest: number, largest: number): Setting {
  return { stepSize: 0.5 / largest, momentum: (1 - Math.sqrt(smallest / largest) / 2) ** 2 };
}

/** The least t from which on √2·ρᵗ(q + √(1 + q²)) ≤ ε, q = ½t(ρ + 1/ρ): Theorem 2 with its ε_t in closed form. */
function polyakPromise(conditionNumber: number, tolerance: number): number {
  check(conditionNumber, tolerance);
  const logRate = Math.log1p(-2 / (Math.sqrt(conditionNumber) + 1));
  if (logRate === -Infinity) return 2;
  const logBound = (t: number) => Math.log(Math.SQRT2) + t * logRate + Math.asinh(t * Math.cosh(logRate));
  // The bound rises at most until t = −1/ln ρ and falls from there on.
  let high = Math.ceil(-1 / logRate);
  while (logBound(high) > Math.log(tolerance)) high *= 2;
  let low = Math.floor(-1 / logRate);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (logBound(middle) > Math.log(tolerance)) low = middle;
    else high = middle;
  }
  return high;
}

/** The information-theoretic exact optimal method: the least t with 1 + qA_t ≥ 1/ε², q = 1/κ, A₀ = 0; Taylor and Drori 2023, Theorem 3. */
function optimalSteps(conditionNumber: number, tolerance: number): number {
  check(conditionNumber, tolerance);
  const q = 1 / conditionNumber;
  if (q === 1) return 1;
  let [t, a] = [0, 0];
  for (; 1 + q * a < tolerance ** -2; t++)
    a = ((1 + q) * a + 2 * (1 + Math.sqrt((1 + a) * (1 + q * a)))) / (1 - q) ** 2;
  return t;
}

/** The least k with S(√κ/k)^p ≤ ε², for a flow in time k√η whose loss falls like the power p. */
function algebraic(power: number, damping: number) {
  return (conditionNumber: number, tolerance: number): number => {
    check(conditionNumber, tolerance);
    const { value } = nesterovPeak(power, damping);
    return Math.ceil(Math.sqrt(conditionNumber) * (value / tolerance ** 2) ** (1 / power));
  };
}

/** 2 − √2. */
const highResolution = 2 - Math.SQRT2;

/** ρ*(α) of Liu et al. 2022 at s = 1/λ_max: α = 1/(2√κ). */
function bestExponent(conditionNumber: number): number {
  const alpha = 1 / (2 * Math.sqrt(conditionNumber));
  return (4 + 3 * alpha - Math.sqrt(8 + 16 * alpha + 9 * alpha ** 2)) / 2;
}

const stacked = String.raw`\|(\xi_t,\xi_{t-1})\|`;
const relu = "wide ReLU network";
const silent = { promised: null, needed: null };
const reference = { paper: null, id: null, width: null } as const;

/** Every rate: those of the five papers in their order, then reference lines. */
export const rates: readonly Rate[] = [
  {
    key: "zou-3-1",
    paper: "zou-2020",
    source: null,
    statement: "Theorem 3.1",
    id: "zou-2020/theorem-3-1",
    method: "gradientDescent",
    methodName: "gradient descent, its largest step, at best",
    problem: "deep linear ResNet",
    quantity: String.raw`\mathcal L-\mathcal L_*`,
    rate: String.raw`1-\frac1{e^2\kappa}`,
    constant: "1",
    width: "one that makes the maps in and out large",
    knowsLeast: false,
    promised: geometric((k) => Math.log1p(-1 / (Math.E ** 2 * k)) / 2, one),
    silence: null,
    needed: null,
  },
  {
    key: "zou-3-6",
    paper: "zou-2020",
    source: null,
    statement: "Theorem 3.6",
    id: "zou-2020/theorem-3-6",
    method: "stochastic",
    methodName: "stochastic gradient descent",
    problem: "deep linear ResNet",
    quantity: String.raw`\mathcal L-\mathcal L_*`,
    rate: String.raw`1-\eta L\mu_A^2\mu_B^2\sigma_r^2/e`,
    constant: "3",
    width: "one that makes the maps in and out large",
    knowsLeast: true,
    ...silent,
    silence: "its step depends on batch and goal",
  },
  {
    key: "zou-3-8",
    paper: "zou-2020",
    source: null,
    statement: "Theorem 3.8",
    id: "zou-2020/theorem-3-8",
    method: "stochastic",
    methodName: "stochastic gradient descent",
    problem: "deep linear ResNet that can fit",
    quantity: String.raw`\mathcal L`,
    rate: String.raw`1-\eta L\mu_A^2\mu_B^2\sigma_r^2/e`,
    constant: "2",
    width: "one that makes the maps in and out large",
    knowsLeast: true,
    ...silent,
    silence: "its step depends on batch and time",
  },
  {
    key: "wang-2020-2",
    paper: "wang-2020",
    source: null,
    statement: "Theorem 2, repaired",
    id: "wang-2020/theorem-2",
    method: "heavyBall",
    methodName: "heavy ball, η = 1/(2α)",
    problem: relu,
    quantity: stacked,
    rate: String.raw`1-\frac1{2\sqrt\kappa}`,
    constant: "1.625, from rest",
    width: "infinite, in the form (10)",
    knowsLeast: true,
    promised: geometric(rootRate(2), () => Math.SQRT2 * Math.sqrt((10 + 6 * Math.SQRT2) / 7)),
    silence: null,
    needed: worst(heavyBallRecursion, earlierSetting),
  },
  {
    key: "bu-1",
    paper: "bu-2021",
    source: null,
    statement: "Theorem 1",
    id: "bu-2021/theorem-1",
    method: "gradientDescent",
    methodName: "gradient flow",
    problem: relu,
    quantity: "L(t)",
    rate: String.raw`e^{-1/\kappa}`,
    constant: "1",
    width: String.raw`$\Omega(n^6\delta^{-3}\lambda_0^{-4})$`,
    knowsLeast: false,
    promised: geometric((k) => -1 / k, one),
    silence: null,
    needed: null,
  },
  {
    key: "bu-2",
    paper: "bu-2021",
    source: null,
    statement: "Theorem 2, repaired",
    id: "bu-2021/theorem-2",
    method: "heavyBall",
    methodName: "heavy ball with friction",
    problem: relu,
    quantity: "L(t)",
    rate: String.raw`e^{-1/(2\sqrt\kappa)}`,
    constant: String.raw`$2\kappa$`,
    width: String.raw`$\Omega(n^6\delta^{-3}\lambda_0^{-4})$`,
    knowsLeast: true,
    promised: geometric(
      (k) => -1 / (2 * Math.sqrt(k)),
      (k) => Math.sqrt(2 * k),
    ),
    silence: null,
    needed: null,
  },
  {
    key: "bu-3",
    paper: "bu-2021",
    source: null,
    statement: "Theorem 3, repaired",
    id: "bu-2021/theorem-3",
    method: "nesterov",
    methodName: "Nesterov’s flow, d = 6",
    problem: relu,
    quantity: "L(t)",
    rate: String.raw`t^{-2d/3}`,
    constant: String.raw`$K_d\,\mu^{-d/3}$`,
    width: String.raw`$\Omega(n^6\delta^{-3}\lambda_0^{-4})$`,
    knowsLeast: false,
    promised: algebraic(4, 6),
    silence: null,
    needed: null,
  },
  {
    key: "bu-3-sharp",
    paper: "bu-2021",
    source: null,
    statement: "beside Theorem 3, ours",
    id: "bu-2021/theorem-3-sharp",
    method: "nesterov",
    methodName: "Nesterov’s flow, d = 6",
    problem: "a constant kernel",
    quantity: "L(t)",
    rate: String.raw`t^{-d}`,
    constant: String.raw`$S_d\,\mu^{-d/2}$`,
    width: "infinite",
    knowsLeast: false,
    promised: algebraic(6, 6),
    silence: null,
    needed: null,
  },
  {
    key: "wang-2",
    paper: "wang-2021",
    source: null,
    statement: "Theorem 2",
    id: "wang-2021/theorem-2",
    method: "heavyBall",
    methodName: "heavy ball, Polyak’s setting",
    problem: "quadratic",
    quantity: stacked,
    rate: String.raw`1-\frac2{\sqrt\kappa+1}+\epsilon_t`,
    constant: "ours: grows like 2t",
    width: null,
    knowsLeast: true,
    promised: polyakPromise,
    silence: null,
    needed: worst(heavyBallRecursion, polyak),
  },
  {
    key: "wang-3",
    paper: "wang-2021",
    source: null,
    statement: "Theorem 3",
    id: "wang-2021/theorem-3",
    method: "gradientDescent",
    methodName: "gradient descent, a short step",
    problem: relu,
    quantity: String.raw`\|\xi_t\|^2`,
    rate: String.raw`1-\eta\lambda_{\min}/2`,
    constant: "1",
    width: String.raw`$\Omega(\lambda^{-4}n^6\delta^{-3})$`,
    knowsLeast: true,
    ...silent,
    silence: "the step is O(λ/n²), without a number",
  },
  {
    key: "wang-4",
    paper: "wang-2021",
    source: null,
    statement: "Theorem 4",
    id: "wang-2021/theorem-4",
    method: "gradientDescent",
    methodName: "gradient descent, η = 1/(2α)",
    problem: "deep linear network",
    quantity: String.raw`\|\xi_t\|^2`,
    rate: String.raw`1-\Theta(1/\kappa)`,
    constant: "1, with ¼ for Θ",
    width: String.raw`$C\kappa^2(\ldots)$`,
    knowsLeast: false,
    promised: geometric((k) => Math.log1p(-1 / (4 * k)) / 2, one),
    silence: null,
    needed: (k, eps) => gradientDescentSteps(0.5, k, eps),
  },
  {
    key: "wang-12",
    paper: "wang-2021",
    source: null,
    statement: "Theorem 12, repaired",
    id: "wang-2021/theorem-12",
    method: "heavyBall",
    methodName: "heavy ball, setting of (19)",
    problem: "quadratic",
    quantity: stacked,
    rate: String.raw`\sqrt\beta=1-\frac1{2\sqrt\kappa}`,
    constant: String.raw`$2(1+\beta)/\sqrt{\min h}$`,
    width: null,
    knowsLeast: true,
    promised: geometric(rootRate(2), (k) => {
      const { stepSize, momentum } = theorem12(1 / k, 1);
      return Math.SQRT2 * safeConstant(momentum, stepSize, 1 / k, 1);
    }),
    silence: null,
    needed: worst(heavyBallRecursion, theorem12),
  },
  {
    key: "wang-19",
    paper: "wang-2021",
    source: null,
    statement: "Theorem 12, (19)",
    id: "wang-2021/theorem-12-rate",
    method: "heavyBall",
    methodName: "heavy ball, setting of (19)",
    problem: "quadratic",
    quantity: stacked,
    rate: String.raw`1-\frac1{2\sqrt\kappa}`,
    constant: String.raw`$4\sqrt\kappa$`,
    width: null,
    knowsLeast: true,
    promised: geometric(rootRate(2), (k) => Math.SQRT2 * 4 * Math.sqrt(k)),
    silence: null,
    needed: worst(heavyBallRecursion, theorem12),
  },
  {
    key: "wang-13",
    paper: "wang-2021",
    source: null,
    statement: "Theorem 13",
    id: "wang-2021/theorem-13",
    method: "heavyBall",
    methodName: "heavy ball, its setting",
    problem: relu,
    quantity: stacked,
    rate: String.raw`1-\frac1{4\sqrt{\hat\kappa}},\ \hat\kappa=\frac{4\kappa+1}3`,
    constant: String.raw`$8\sqrt{\hat\kappa}$`,
    width: String.raw`$\Omega(\lambda^{-4}n^4\kappa^2\log^3\frac n\delta)$`,
    knowsLeast: true,
    promised: geometric(
      (k) => rootRate(4)(widened(k)),
      (k) => Math.SQRT2 * 8 * Math.sqrt(widened(k)),
    ),
    silence: null,
    needed: worst(heavyBallRecursion, theorem13Setting),
  },
  {
    key: "wang-14",
    paper: "wang-2021",
    source: null,
    statement: "Theorem 14",
    id: "wang-2021/theorem-14",
    method: "heavyBall",
    methodName: "heavy ball, setting of (19)",
    problem: "deep linear network",
    quantity: stacked,
    rate: String.raw`1-\frac1{4\sqrt\kappa}`,
    constant: String.raw`$8\sqrt\kappa$`,
    width: String.raw`$C\kappa^5(\ldots)$`,
    knowsLeast: true,
    promised: geometric(rootRate(4), (k) => Math.SQRT2 * 8 * Math.sqrt(k)),
    silence: null,
    needed: worst(heavyBallRecursion, theorem12),
  },
  {
    key: "wang-27",
    paper: "wang-2021",
    source: null,
    statement: "Theorem 27",
    id: "wang-2021/theorem-27",
    method: "heavyBall",
    methodName: "heavy ball, setting of (19)",
    problem: "smooth strongly convex, near its minimum",
    quantity: stacked,
    rate: String.raw`1-\frac1{4\sqrt\kappa}`,
    constant: String.raw`$8\sqrt\kappa$`,
    width: null,
    knowsLeast: true,
    promised: geometric(rootRate(4), (k) => Math.SQRT2 * 8 * Math.sqrt(k)),
    silence: null,
    needed: worst(heavyBallRecursion, theorem12),
  },
  {
    key: "liu-1",
    paper: "liu-2022",
    source: null,
    statement: "Theorem 1",
    id: "liu-2022/theorem-1",
    method: "heavyBall",
    methodName: "heavy ball in high resolution",
    problem: relu,
    quantity: String.raw`\ell(t)`,
    rate: String.raw`e^{-(2-\sqrt2)/\sqrt\kappa}`,
    constant: String.raw`$3\kappa$`,
    width: String.raw`$\Omega(n^6\delta^{-3}\lambda_0^{-4})$`,
    knowsLeast: true,
    promised: geometric(
      (k) => -highResolution / (2 * Math.sqrt(k)),
      (k) => Math.sqrt(3 * k),
    ),
    silence: null,
    needed: null,
  },
  {
    key: "liu-2",
    paper: "liu-2022",
    source: null,
    statement: "Theorem 2",
    id: "liu-2022/theorem-2",
    method: "nesterov",
    methodName: "Nesterov in high resolution",
    problem: relu,
    quantity: String.raw`\ell(t)`,
    rate: String.raw`e^{-\rho^*(\alpha)/\sqrt\kappa}`,
    constant: String.raw`$\tfrac{13}3\kappa$`,
    width: String.raw`$\Omega(n^6\delta^{-3}\lambda_0^{-4})$`,
    knowsLeast: true,
    promised: geometric(
      (k) => -bestExponent(k) / (2 * Math.sqrt(k)),
      (k) => Math.sqrt((13 / 3) * k),
    ),
    silence: null,
    needed: null,
  },
  {
    ...reference,
    key: "gradient-descent",
    source: "textbook",
    statement: "η = 1/α",
    method: "gradientDescent",
    methodName: "gradient descent, η = 1/α",
    problem: "quadratic",
    quantity: String.raw`\|\xi_t\|`,
    rate: String.raw`1-\frac1\kappa`,
    constant: "1",
    knowsLeast: false,
    promised: geometric(plainRate, one),
    silence: null,
    needed: (k, eps) => gradientDescentSteps(1, k, eps),
  },
  {
    ...reference,
    key: "heavy-ball-plain",
    source: "Polyak 1964",
    statement: "β = (1 − 1/√κ)²",
    method: "heavyBall",
    methodName: "heavy ball, η = 1/α, the best β",
    problem: "quadratic",
    quantity: String.raw`\|\xi_t\|`,
    rate: String.raw`1-\frac1{\sqrt\kappa}`,
    constant: "none: grows like t",
    knowsLeast: true,
    promised: null,
    silence: "no constant exists",
    needed: worst(heavyBallRecursion, heavyBallPlain),
  },
  {
    ...reference,
    key: "nesterov",
    source: "Nesterov 2004",
    statement: "Theorem 2.2.3",
    method: "nesterov",
    methodName: "Nesterov, textbook",
    problem: "smooth strongly convex",
    quantity: String.raw`f-f_*`,
    rate: String.raw`1-\frac1{\sqrt\kappa}`,
    constant: String.raw`$\kappa+1$`,
    knowsLeast: true,
    promised: geometric(
      (k) => rootRate(1)(k) / 2,
      (k) => Math.sqrt(k + 1),
    ),
    silence: null,
    needed: worst(nesterovRecursion, nesterovTextbook),
  },
  {
    ...reference,
    key: "nesterov-tuned",
    source: "Lessard et al. 2016",
    statement: "Proposition 1",
    method: "nesterov",
    methodName: "Nesterov, tuned for quadratics",
    problem: "quadratic",
    quantity: String.raw`\|\xi_t\|`,
    rate: String.raw`1-\frac2{\sqrt{3\kappa+1}}`,
    constant: "not given",
    knowsLeast: true,
    promised: null,
    silence: "asymptotic",
    needed: worst(nesterovRecursion, nesterovTuned),
  },
  {
    ...reference,
    key: "triple-momentum",
    source: "Van Scoy et al. 2018",
    statement: "triple momentum",
    method: null,
    methodName: "triple momentum",
    problem: "smooth strongly convex",
    quantity: String.raw`\|\xi_t\|`,
    rate: String.raw`1-\frac1{\sqrt\kappa}`,
    constant: "not listed here",
    knowsLeast: true,
    ...silent,
    silence: "asymptotic",
  },
  {
    ...reference,
    key: "item",
    source: "Taylor and Drori 2023",
    statement: "ITEM",
    method: null,
    methodName: "the exactly optimal method, ITEM",
    problem: "smooth strongly convex",
    quantity: String.raw`\|\xi_t\|`,
    rate: String.raw`1-\frac1{\sqrt\kappa}`,
    constant: String.raw`$\le\sqrt\kappa$`,
    knowsLeast: true,
    promised: optimalSteps,
    silence: null,
    needed: null,
  },
  {
    ...reference,
    key: "heavy-ball-slow",
    source: "Goujaud et al. 2023",
    statement: "non-acceleration",
    method: "heavyBall",
    methodName: "heavy ball at any fixed setting",
    problem: "smooth strongly convex",
    quantity: String.raw`\|\xi_t\|`,
    rate: String.raw`1-O(1/\kappa)`,
    constant: "no claim",
    knowsLeast: true,
    ...silent,
    silence: "it says what cannot be",
  },
  {
    ...reference,
    key: "chebyshev",
    source: "Golub and Varga 1961",
    statement: "semi-iteration",
    method: null,
    methodName: "Chebyshev",
    problem: "quadratic",
    quantity: String.raw`\|\xi_t\|`,
    rate: String.raw`1-\frac2{\sqrt\kappa+1}`,
    constant: "2",
    knowsLeast: true,
    promised: chebyshevSteps,
    silence: null,
    needed: chebyshevSteps,
  },
  {
    ...reference,
    key: "conjugate-gradient",
    source: "textbook",
    statement: "energy norm",
    method: null,
    methodName: "conjugate gradient",
    problem: "quadratic",
    quantity: String.raw`\|\xi_t\|_A`,
    rate: String.raw`1-\frac2{\sqrt\kappa+1}`,
    constant: "2",
    knowsLeast: false,
    promised: (k, eps) => chebyshevSteps(k, eps / Math.sqrt(k)),
    silence: null,
    needed: null,
  },
];

/**
 * The κ above which (19) promises fewer steps than gradient descent at η = 1/α, both in the norm that each bounds and without rounding up: where
 * ln(4√κ/ε)/−ln(1 − 1/(2√κ)) = ln(1/ε)/−ln(1 − 1/κ). It falls to 4 as ε → 0. 0 < tolerance < 1, else RangeError. To 1e−12. O(1).
 */
export function promiseCrossover(tolerance: number): number {
  check(1, tolerance);
  const ahead = (k: number) =>
    Math.log((4 * Math.sqrt(k)) / tolerance) / rootRate(2)(k) > -Math.log(tolerance) / plainRate(k);
  let [low, high] = [4, 8];
  while (!ahead(high)) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (ahead(middle)) high = middle;
    else low = middle;
  }
  return high;
}
