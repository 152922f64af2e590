/**
 * A flow of second order on a quadratic, one mode at a time: ẍ + b(λ)ẋ + Λ(λ)x = 0 for the eigenvalue λ. What `dampedMode` needs of it.
 * Time and steps: with step size s, one step of momentum takes the time √s (one of gradient descent takes s).
 */
export interface Flow {
  readonly name: string;
  /** b(λ), in 1/time. */
  damping(eigenvalue: number): number;
  /** Λ(λ), in 1/time². */
  stiffness(eigenvalue: number): number;
}

/**
 * The heavy ball with friction: ẍ + 2γẋ + λx = 0. `friction` γ ≥ 0; critical for the eigenvalue γ².
 * Source: Bu et al. 2021, (3.3) and (3.5), with γ = √(λ₀/2).
 */
export function heavyBallFlow(friction: number): Flow {
  return {
    name: "heavy ball with friction",
    damping: () => 2 * friction,
    stiffness: (eigenvalue) => eigenvalue,
  };
}

/**
 * The heavy ball in high resolution: ẍ + 2γẋ + (1 + γ√s)λx = 0. `friction` γ ≥ 0, `stepSize` s ≥ 0.
 * Source: Liu et al. 2022, (13) and (25), where γ² is called α.
 */
export function highResolutionHeavyBall(friction: number, stepSize: number): Flow {
  const gain = 1 + friction * Math.sqrt(stepSize);
  return {
    name: "heavy ball, high resolution",
    damping: () => 2 * friction,
    stiffness: (eigenvalue) => gain * eigenvalue,
  };
}

/**
 * Nesterov's method in high resolution: ẍ + (2γ + √s·λ)ẋ + (1 + γ√s)λx = 0: the correction of the gradient is a damping that grows
 * with the curvature. `friction` γ ≥ 0, `stepSize` s ≥ 0. Source: Liu et al. 2022, (15) and (27), where γ² is called α.
 */
export function highResolutionNesterov(friction: number, stepSize: number): Flow {
  const root = Math.sqrt(stepSize);
  const gain = 1 + friction * root;
  return {
    name: "Nesterov, high resolution",
    damping: (eigenvalue) => 2 * friction + root * eigenvalue,
    stiffness: (eigenvalue) => gain * eigenvalue,
  };
}
