import {
  gradientDescentBest,
  gradientDescentPlain,
  nesterovTextbook,
  nesterovTuned,
  polyak,
  theorem12,
  type Setting,
} from "./settings.ts";

/** How methods are set against each other: each at its best, each as the paper sets it, all at the reader's η and β. */
export type ComparisonKind = "best" | "paper" | "mine";

export interface Comparison {
  readonly gradientDescent: Setting;
  readonly heavyBall: Setting;
  readonly nesterov: Setting;
}

/**
 * The settings of the three methods for eigenvalues in [μ, α].
 * `best`: the least asymptotic factor each can have on quadratics, 2/(μ + α), Polyak's, η = 4/(3α + μ).
 * `paper`: 1/α, Theorem 12's, the textbook's. `mine`: `setting` for all, without its momentum for gradient descent.
 * RangeError where the settings have one. O(1).
 */
export function comparison(
  kind: ComparisonKind,
  smallest: number,
  largest: number,
  setting: Setting,
): Comparison {
  if (kind === "mine") {
    return { gradientDescent: { ...setting, momentum: 0 }, heavyBall: setting, nesterov: setting };
  }
  const [gradientDescent, heavyBall, nesterov] =
    kind === "best"
      ? [gradientDescentBest, polyak, nesterovTuned]
      : [gradientDescentPlain, theorem12, nesterovTextbook];
  return {
    gradientDescent: gradientDescent(smallest, largest),
    heavyBall: heavyBall(smallest, largest),
    nesterov: nesterov(smallest, largest),
  };
}
