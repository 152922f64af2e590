/** A step size η and a momentum β. */
export interface Setting {
  readonly stepSize: number;
  readonly momentum: number;
}

/*
 * Each setting is a function of the smallest and the largest eigenvalue, 0 < μ ≤ α < ∞ (else RangeError), κ = α/μ. O(1).
 */

/** Gradient descent at its best: η = 2/(μ + α); both ends shrink by (κ − 1)/(κ + 1). */
export function gradientDescentBest(smallest: number, largest: number): Setting {
  checkEnds(smallest, largest);
  return { stepSize: 2 / (smallest + largest), momentum: 0 };
}

/** Gradient descent at the textbook's step: η = 1/α; the slowest mode shrinks by 1 − 1/κ. */
export function gradientDescentPlain(smallest: number, largest: number): Setting {
  checkEnds(smallest, largest);
  return { stepSize: 1 / largest, momentum: 0 };
}

/**
 * Heavy ball with the best asymptotic factor, (√κ − 1)/(√κ + 1): η = 4/(√μ + √α)², β the square of that factor. Both ends are
 * critical there, so that the error decays like t ρᵗ and C₀ is infinite. Source: Polyak 1964; Wang et al. 2021, Theorem 2.
 */
export function polyak(smallest: number, largest: number): Setting {
  checkEnds(smallest, largest);
  const [slow, fast] = [Math.sqrt(smallest), Math.sqrt(largest)];
  return { stepSize: 4 / (slow + fast) ** 2, momentum: ((fast - slow) / (fast + slow)) ** 2 };
}

/** Heavy ball as in (19): η = 1/α, β = (1 − 1/(2√κ))². Source: Wang et al. 2021, Theorem 12 and Corollary 10. */
export function theorem12(smallest: number, largest: number): Setting {
  checkEnds(smallest, largest);
  return { stepSize: 1 / largest, momentum: (1 - Math.sqrt(smallest / largest) / 2) ** 2 };
}

/** Heavy ball as in the experiment of the paper of 2020: η = 1/(10α), β = (1 − √(ημ))². Source: the first version of Wang et al. 2021, Figure 2. */
export function earlierExperiment(smallest: number, largest: number): Setting {
  checkEnds(smallest, largest);
  return { stepSize: 0.1 / largest, momentum: (1 - Math.sqrt((0.1 * smallest) / largest)) ** 2 };
}

/**
 * Heavy ball at gradient descent's step size, as fast as that allows: η = 1/α, β = (1 − 1/√κ)². The slowest mode is critical, the
 * factor 1 − 1/√κ below gradient descent's 1 − 1/κ for every κ > 1. It is `bestMomentum` at η = 1/α.
 */
export function heavyBallPlain(smallest: number, largest: number): Setting {
  checkEnds(smallest, largest);
  return { stepSize: 1 / largest, momentum: (1 - Math.sqrt(smallest / largest)) ** 2 };
}

/** Nesterov's method for strongly convex functions: η = 1/α, β = (√κ − 1)/(√κ + 1). Source: Nesterov 2004, section 2.2. */
export function nesterovTextbook(smallest: number, largest: number): Setting {
  checkEnds(smallest, largest);
  const [slow, fast] = [Math.sqrt(smallest), Math.sqrt(largest)];
  return { stepSize: 1 / largest, momentum: (fast - slow) / (fast + slow) };
}

/**
 * Nesterov's method tuned for quadratics: η = 4/(3α + μ), β = (√(3κ + 1) − 2)/(√(3κ + 1) + 2), the best asymptotic factor that it
 * has on them, 1 − 2/√(3κ + 1). A double root at μ, and roots of opposite sign at α. Source: Lessard, Recht and Packard 2016,
 * Proposition 1.
 */
export function nesterovTuned(smallest: number, largest: number): Setting {
  checkEnds(smallest, largest);
  // √(3κ + 1) − 2 = 3(κ − 1)/(√(3κ + 1) + 2), which does not cancel near κ = 1.
  const root = Math.sqrt((3 * largest) / smallest + 1);
  const momentum = (3 * ((largest - smallest) / smallest)) / (root + 2) ** 2;
  return { stepSize: 4 / (3 * largest + smallest), momentum };
}

/**
 * The momentum that makes the slowest root of the heavy ball smallest for a given step size:
 * β = max{|1 − √(ημ)|, |1 − √(ηα)|}², where the last mode just stops creeping (or overshooting) and the factor is √β.
 * 0 < η (else RangeError); at most 1 while ηα ≤ 4, beyond which no momentum in [0, 1] serves: 1 is returned. O(1).
 */
export function bestMomentum(stepSize: number, smallest: number, largest: number): number {
  checkEnds(smallest, largest);
  if (!(stepSize > 0 && stepSize < Infinity))
    throw new RangeError(`stepSize must be positive and finite: ${stepSize}`);
  const farthest = Math.max(
    Math.abs(1 - Math.sqrt(stepSize * smallest)),
    Math.abs(1 - Math.sqrt(stepSize * largest)),
  );
  return Math.min(1, farthest ** 2);
}

function checkEnds(smallest: number, largest: number): void {
  if (!(smallest > 0)) throw new RangeError(`smallest must be positive: ${smallest}`);
  if (!(largest >= smallest && largest < Infinity))
    throw new RangeError(`largest must be finite and at least smallest: ${largest}`);
}
