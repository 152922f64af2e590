/**
 * z − (1 − √β)², positive above the border between creeping and ringing. β in [0, 1], any z. O(1).
 * Equal to 2√β − (1 + β − z); of the two forms the one is taken whose terms are smaller, so that near either corner, z → 0 with
 * β → 1 or z → 1 with β → 0, the difference is as accurate as its arguments.
 */
export function aboveLowerBorder(momentum: number, z: number): number {
  const root = Math.sqrt(momentum);
  if (root < z) return 2 * root - (1 - z + momentum);
  return z - ((1 - momentum) / (1 + root)) ** 2;
}

/** (1 + √β)² − z = 2√β + (1 + β − z), positive below the border between ringing and overshooting. β in [0, 1], any z. O(1). */
export function belowUpperBorder(momentum: number, z: number): number {
  return 2 * Math.sqrt(momentum) + (1 - z + momentum);
}

/**
 * h(β, z) = −(β − (1 − √z)²)(β − (1 + √z)²) = 4β − (1 + β − z)², positive exactly when the mode z = ηλ rings.
 * Computed as (z − (1 − √β)²)((1 + √β)² − z): the expanded form subtracts numbers near 4 for small z and loses a
 * factor 1/h of accuracy, which is some six digits at κ = 10⁶. β in [0, 1], any z. O(1). Source: Wang et al. 2021, Theorem 9.
 */
export function h(momentum: number, z: number): number {
  return aboveLowerBorder(momentum, z) * belowUpperBorder(momentum, z);
}

/** min{h(β, ημ), h(β, ηα)}; since h is concave in z, also the least over every eigenvalue between μ and α. */
export function smallestH(momentum: number, stepSize: number, smallest: number, largest: number): number {
  return Math.min(h(momentum, stepSize * smallest), h(momentum, stepSize * largest));
}

/**
 * C₀ = √2(1 + β)/√min h, the constant as printed. Too small by up to √2: see `safeConstant`. NaN where min h ≤ 0.
 * Source: Wang et al. 2021, (10) and (18).
 */
export function printedConstant(
  momentum: number,
  stepSize: number,
  smallest: number,
  largest: number,
): number {
  return safeConstant(momentum, stepSize, smallest, largest) / Math.SQRT2;
}

/**
 * C₀′ = 2(1 + β)/√min h, for which ‖Aᵏv‖ ≤ (√β)ᵏ C₀′ ‖v‖ is true (our repair; the proof is with Theorem 12).
 * NaN where min h ≤ 0: there the eigenvectors do not span, and no constant exists.
 */
export function safeConstant(momentum: number, stepSize: number, smallest: number, largest: number): number {
  const least = smallestH(momentum, stepSize, smallest, largest);
  return least > 0 ? (2 * (1 + momentum)) / Math.sqrt(least) : NaN;
}

/**
 * C₀# = (1 + β + √((1 + β)² − min h))/√min h, the condition number of the eigenvectors of the worst mode, and the least
 * constant when the angle of its roots is an irrational part of π (our own result; it lies between C₀′/2 and C₀′ and
 * tends to C₀′ as min h → 0, while a rational angle may never reach it). NaN where min h ≤ 0.
 */
export function sharpConstant(momentum: number, stepSize: number, smallest: number, largest: number): number {
  return Math.max(
    eigenvectorCondition(momentum, stepSize * smallest),
    eigenvectorCondition(momentum, stepSize * largest),
  );
}

/** C₀# of one mode; decreasing in h. (1 + β)² − h as (1 − β)² + (1 + β − z)², which does not cancel where h is largest. */
function eigenvectorCondition(momentum: number, z: number): number {
  const ring = h(momentum, z);
  return ring > 0 ? (1 + momentum + Math.hypot(1 - momentum, 1 - z + momentum)) / Math.sqrt(ring) : NaN;
}
