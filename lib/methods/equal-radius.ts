/**
 * e* = (1 − r)²/(1 − r + r²), r = √β: the ηλ at which heavy ball and Nesterov's method with the same η and β have the same factor per step; below it heavy
 * ball is the faster, above it (up to ηλ = 1) Nesterov. There heavy ball rings with √β, and Nesterov's slower root, still real, has come down to that: it solves
 * x² − (1 + β)(1 − z)x + β(1 − z) at x = r, r²z = …, hence z(1 − r + r²) = (1 − r)². β in [0, 1] (else RangeError). O(1).
 * Source: ours.
 */
export function equalRadius(momentum: number): number {
  checkMomentum(momentum);
  const root = Math.sqrt(momentum);
  return (1 - root) ** 2 / (1 - root + momentum);
}

/** 2 + 2β, up to which ηλ a mode of heavy ball does not grow. β in [0, 1] (else RangeError). */
export function heavyBallLimit(momentum: number): number {
  checkMomentum(momentum);
  return 2 + 2 * momentum;
}

/** (2 + 2β)/(1 + 2β), the same for Nesterov's method: at most 2, and 4/3 at β = 1. β in [0, 1] (else RangeError). */
export function nesterovLimit(momentum: number): number {
  checkMomentum(momentum);
  return (2 + 2 * momentum) / (1 + 2 * momentum);
}

function checkMomentum(momentum: number): void {
  if (!(momentum >= 0 && momentum <= 1)) throw new RangeError(`momentum must be in [0, 1]: ${momentum}`);
}
