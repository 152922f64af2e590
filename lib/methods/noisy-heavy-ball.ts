import { norm } from "../norm.ts";
import { fillNormal, type Random } from "../random.ts";
import { FLOOR, type Method, type RunSettings } from "./method.ts";

/**
 * Heavy ball whose gradients carry noise: w_{t+1} = w_t − η(∇f(w_t) + σξ_t) + β(w_t − w_{t−1}), ξ_t standard normal in each coordinate
 * and independent of all else. With momentum 0 it is stochastic gradient descent. `random` gives the noise, n numbers (n + 1 if n is
 * odd) per step: a run with a fresh `seededRandom(seed)` can be repeated. sigma ≥ 0, else RangeError. One gradient per step.
 */
export function noisyHeavyBall(random: Random, sigma: number): Method {
  checkSigma(sigma);
  return {
    name: "heavy ball with noise",
    step({ current, previous, next, gradient, memory }, problem, stepSize, momentum) {
      problem.gradient(current, gradient);
      fillNormal(random, memory);
      for (let i = 0; i < next.length; i++) {
        const w = current[i]!;
        next[i] = w - stepSize * (gradient[i]! + sigma * memory[i]!) + momentum * (w - previous[i]!);
      }
    },
  };
}

/**
 * η²σ²(1 + β)/((1 − β)z(2 + 2β − z)), z = ηλ: the stationary variance of one mode under noise of variance σ² in the gradient, the
 * floor on which E x_t² settles. With β = 0 it is ησ²/(λ(2 − ηλ)); for small ηλ it is that of gradient descent with step
 * η/(1 − β). Infinity where the mode has no stationary state: β = 1, z ≤ 0 or z ≥ 2 + 2β (0 where σ = 0).
 * stepSize > 0, β in [0, 1], sigma ≥ 0. O(1).
 */
export function noiseFloor(stepSize: number, momentum: number, eigenvalue: number, sigma: number): number {
  checkSigma(sigma);
  if (sigma === 0) return 0;
  const z = stepSize * eigenvalue;
  const damping = (1 - momentum) * z * (2 + 2 * momentum - z);
  return damping > 0 ? ((stepSize * sigma) ** 2 * (1 + momentum)) / damping : Infinity;
}

/**
 * √(Σ noiseFloor(λᵢ))/‖w₀‖, where the curve of `expectedErrorCurve` becomes level; Infinity where it does not. O(n).
 */
export function expectedErrorFloor(
  eigenvalues: Float64Array,
  stepSize: number,
  momentum: number,
  sigma: number,
  start: Float64Array,
): number {
  let variance = 0;
  for (const eigenvalue of eigenvalues) variance += noiseFloor(stepSize, momentum, eigenvalue, sigma);
  return Math.sqrt(variance) / norm(start);
}

/**
 * √(E‖w_t‖²)/‖w₀‖ for t = 0 … `steps` on ½Σλᵢwᵢ², exactly and without sampling: in each mode
 * E x_t² = m_t² + η²σ² Σ_{s<t} S_s², where m_t is the run without noise and S_s, S₀ = 1, S₋₁ = 0, what is left of a unit of noise after s steps.
 * Both obey x_{t+1} = (1 + β − z)x_t − βx_{t−1}. The sum has only positive terms, where the recursion for the covariance would cancel.
 * `settings` as for `run`. Infinity from where the squares overflow. start ≠ 0, sigma ≥ 0, lengths equal, else RangeError. O(n) per step.
 */
export function expectedErrorCurve(
  eigenvalues: Float64Array,
  { stepSize, momentum, start, previous = start, steps }: RunSettings,
  sigma: number,
): Float64Array {
  checkSigma(sigma);
  const scale = norm(start);
  if (!(scale > 0)) throw new RangeError(`start must differ from the minimiser: ${scale}`);
  for (const [name, vector] of Object.entries({ start, previous }))
    if (vector.length !== eigenvalues.length)
      throw new RangeError(`${name} must have length ${eigenvalues.length}: ${vector.length}`);
  const squares = new Float64Array(steps + 1);
  for (let i = 0; i < eigenvalues.length; i++) {
    const z = stepSize * eigenvalues[i]!;
    addMode(
      squares,
      1 - z + momentum,
      momentum,
      start[i]! / scale,
      previous[i]! / scale,
      (stepSize * sigma) / scale,
    );
  }
  return squares.map(Math.sqrt);
}

/** Adds E x_t² of one mode with the given trace to `squares`; `kick` = ησ is what one step of noise adds. */
function addMode(
  squares: Float64Array,
  trace: number,
  momentum: number,
  start: number,
  previous: number,
  kick: number,
): void {
  let mean = start;
  let meanBefore = previous;
  let echo = kick;
  let echoBefore = 0;
  let variance = 0;
  for (let t = 0; t < squares.length; t++) {
    squares[t] = squares[t]! + mean * mean + variance;
    variance += echo * echo;
    const meanNext = settled(trace * mean - momentum * meanBefore);
    const echoNext = settled(trace * echo - momentum * echoBefore);
    meanBefore = mean;
    echoBefore = echo;
    mean = meanNext;
    echo = echoNext;
  }
}

/** 0 for what is too small to count (denormals are slow), Infinity for what is no longer a finite number. */
function settled(x: number): number {
  if (Math.abs(x) < FLOOR) return 0;
  return x - x === 0 ? x : Infinity;
}

function checkSigma(sigma: number): void {
  if (!(sigma >= 0 && sigma < Infinity))
    throw new RangeError(`sigma must be finite and not negative: ${sigma}`);
}
