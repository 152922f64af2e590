import type { Problem } from "./problem.ts";

/** μ and α of the function: its curvature is 1 between 1 and 2, and 25 elsewhere. */
export const LESSARD_ENDS = { smallest: 1, largest: 25 } as const;

/**
 * f on ℝ with f′(x) = 25x for x < 1, x + 24 for 1 ≤ x < 2, 25x − 24 for 2 ≤ x; minimiser 0, least value 0. It is 1-strongly convex and its gradient is
 * 25-Lipschitz, but at 1 and 2 it has no second derivative, so that it is not in F²_{1,25} of Wang et al. 2021. At Polyak's setting for a quadratic with these
 * ends, η = 1/9 and β = 4/9, heavy ball has the cycle `lessardCycle`, which attracts. O(1). Source: Lessard, Recht and Packard 2016.
 */
export const lessardRechtPackard: Problem = {
  dimension: 1,
  loss(w) {
    const x = w[0]!;
    if (x < 1) return 12.5 * x ** 2;
    return x < 2 ? 0.5 * x ** 2 + 24 * x - 12 : 12.5 * x ** 2 - 24 * x + 36;
  },
  gradient(w, out) {
    const x = w[0]!;
    out[0] = x < 1 ? 25 * x : x < 2 ? x + 24 : 25 * x - 24;
    return out;
  },
};

/**
 * The three points x, y, z that heavy ball maps round at η = 1/9, β = 4/9, the largest first: x > 2, 0 < y < 1, z < 0. There f′ is 25x − 24, 25y and 25z, so
 * that 9y = −12x − 4z + 24, 9z = −12y − 4x, 9x = −12z − 4y, whose solution is (2592, 792, −2208)/1225. O(1).
 */
export const lessardCycle: readonly [number, number, number] = [2592 / 1225, 792 / 1225, -2208 / 1225];
