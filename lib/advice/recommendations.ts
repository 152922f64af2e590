import { safeConstant, sharpConstant } from "../methods/heavy-ball-constant.ts";
import {
  gradientDescentBest,
  nesterovTextbook,
  polyak,
  theorem12,
  type Setting,
} from "../methods/settings.ts";
import type { Guarantee } from "./guarantee.ts";
import { restBound } from "./rest-bound.ts";

/** What is trained: a quadratic, or the residual of an infinitely wide ReLU network, which moves as one with the kernel for its Hessian. */
export type ProblemKind = "quadratic" | "relu";

/** A method at the setting that a theorem recommends, and all that is proved of it from rest. */
export interface Recommendation {
  readonly key: "gradient-descent" | "theorem" | "earlier" | "polyak" | "nesterov";
  readonly method: "gradientDescent" | "heavyBall" | "nesterov";
  /** "heavy ball, Theorem 12". */
  readonly name: string;
  readonly setting: Setting;
  /** At least one. */
  readonly guarantees: readonly Guarantee[];
}

/**
 * The settings that the theorems recommend for eigenvalues in [μ, α], 0 < μ ≤ α < ∞ (else RangeError): gradient descent at its best step; heavy ball
 * as Theorem 12 sets it, or for a network as Theorem 13 and the earlier version's Theorem 2 do; Polyak's; Nesterov's textbook one. Each guarantee is in
 * the norm of ξ_t from rest: a bound on the pair (ξ_t, ξ_{t−1}) starts with √2‖ξ₀‖. Theorem 13 holds with high probability for networks as wide as it asks,
 * the others of a network at infinite width. O(1).
 */
export function recommendations(
  kind: ProblemKind,
  smallest: number,
  largest: number,
): readonly Recommendation[] {
  const conditionNumber = largest / smallest;
  const root = Math.sqrt(conditionNumber);
  const ours =
    kind === "quadratic"
      ? [atTheorem12(smallest, largest)]
      : [atTheorem13(smallest, largest), atEarlier(smallest, largest)];
  return [
    {
      key: "gradient-descent",
      method: "gradientDescent",
      name: "gradient descent, its best step",
      setting: gradientDescentBest(smallest, largest),
      guarantees: [geometric("textbook", null, Math.log1p(-2 / (conditionNumber + 1)))],
    },
    ...ours,
    {
      key: "polyak",
      method: "heavyBall",
      name: "heavy ball, Polyak",
      setting: polyak(smallest, largest),
      guarantees: [polyakFromRest(polyak(smallest, largest), smallest, largest)],
    },
    {
      key: "nesterov",
      method: "nesterov",
      name: "Nesterov, textbook",
      setting: nesterovTextbook(smallest, largest),
      guarantees: [
        geometric("Nesterov 2004", null, Math.log1p(-1 / root) / 2, Math.sqrt(conditionNumber + 1)),
        // The slowest mode is (1 + t/√κ)(1 − 1/√κ)ᵗ, a double root; every other has a smaller one, and a smaller slope.
        { source: FROM_REST, id: null, logRate: Math.log1p(-1 / root), constant: 1, slope: 1 / root },
      ],
    },
  ];
}

const FROM_REST = "from rest, ours";

function geometric(source: string, id: string | null, logRate: number, constant = 1): Guarantee {
  return { source, id, logRate, constant, slope: 0 };
}

function atTheorem12(smallest: number, largest: number): Recommendation {
  const root = Math.sqrt(largest / smallest);
  const setting = theorem12(smallest, largest);
  return {
    key: "theorem",
    method: "heavyBall",
    name: "heavy ball, Theorem 12",
    setting,
    guarantees: [
      geometric(
        "Theorem 12, (19)",
        "wang-2021/theorem-12-rate",
        Math.log1p(-1 / (2 * root)),
        Math.SQRT2 * 4 * root,
      ),
      ...ringing("Theorem 12, repaired", setting, Math.log1p(-1 / (2 * root)), smallest, largest),
    ],
  };
}

/** η = 1/(λ_max + λ_min/4), β = (1 − 1/(2√κ̂))², κ̂ = (4κ + 1)/3: it leaves a quarter of λ_min for what a finite width costs. */
function atTheorem13(smallest: number, largest: number): Recommendation {
  const root = Math.sqrt((4 * (largest / smallest) + 1) / 3);
  const setting = { stepSize: 1 / (largest + smallest / 4), momentum: (1 - 1 / (2 * root)) ** 2 };
  return {
    key: "theorem",
    method: "heavyBall",
    name: "heavy ball, Theorem 13",
    setting,
    guarantees: [
      geometric(
        "Theorem 13, wide enough",
        "wang-2021/theorem-13",
        Math.log1p(-1 / (4 * root)),
        Math.SQRT2 * 8 * root,
      ),
      ...ringing("Theorem 12, repaired", setting, Math.log1p(-1 / (2 * root)), smallest, largest),
    ],
  };
}

/** η = 1/(2α), β = (1 − √(ηλ/2))², with the constant that its proof gives once Lemma 3 is repaired. */
function atEarlier(smallest: number, largest: number): Recommendation {
  const root = Math.sqrt(largest / smallest);
  const setting = { stepSize: 0.5 / largest, momentum: (1 - 1 / (2 * root)) ** 2 };
  const logRate = Math.log1p(-1 / (2 * root));
  return {
    key: "earlier",
    method: "heavyBall",
    name: "heavy ball, 2020’s Theorem 2",
    setting,
    guarantees: [
      geometric(
        "Theorem 2 of 2020, repaired",
        "wang-2020/theorem-2",
        logRate,
        Math.SQRT2 * Math.sqrt((10 + 6 * Math.SQRT2) / 7),
      ),
      ...ringing("Theorem 12, repaired", setting, logRate, smallest, largest),
    ],
  };
}

/** What holds of heavy ball wherever all modes ring: the repaired constant, the sharp one, and ours from rest. */
function ringing(
  source: string,
  setting: Setting,
  logRate: number,
  smallest: number,
  largest: number,
): Guarantee[] {
  const { momentum, stepSize } = setting;
  const constant = (of: typeof safeConstant) => Math.SQRT2 * of(momentum, stepSize, smallest, largest);
  const rest = restBound(setting, smallest, largest);
  return [
    geometric(source, "wang-2021/theorem-12", logRate, constant(safeConstant)),
    geometric("its sharp constant, ours", null, logRate, constant(sharpConstant)),
    ...(rest ? [{ source: FROM_REST, id: null, logRate, ...rest }] : []),
  ];
}

/** 1 + (1 + ρ)t times ρᵗ, ρ = (√κ − 1)/(√κ + 1), attained at α; at κ = 1 one step is enough. */
function polyakFromRest(setting: Setting, smallest: number, largest: number): Guarantee {
  const logRate = Math.log1p(-2 / (Math.sqrt(largest / smallest) + 1));
  const rest = restBound(setting, smallest, largest) ?? { constant: 1, slope: 0 };
  return { source: FROM_REST, id: null, logRate, ...rest };
}
