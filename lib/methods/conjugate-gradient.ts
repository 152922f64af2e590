import { norm } from "../norm.ts";

/**
 * ‖w_t‖/‖w₀‖ for t = 0 … `steps`, by conjugate gradients on ½Σλᵢwᵢ². See `runConjugateGradient`: what the method makes least
 * is another norm, so this curve may lie above that of a method which does worse in the loss; it never rises all the same.
 * `eigenvalues` positive and finite, in any order; `start` = w₀ − w* of the same length, finite and not 0 (else RangeError).
 * Cost: O(n) per step.
 */
export function conjugateGradientCurve(
  eigenvalues: Float64Array,
  start: Float64Array,
  steps: number,
): Float64Array {
  const scale = norm(start);
  if (!(scale > 0)) throw new RangeError(`start must differ from the minimiser: ${scale}`);
  const errors = new Float64Array(steps + 1);
  // Neither scale changes the curve, and the squares in the method stay within the doubles.
  const power = 2 ** Math.floor(Math.log2(scale)); // dividing by it is exact
  const largest = eigenvalues.reduce((most, eigenvalue) => Math.max(most, eigenvalue), 0);
  const unit = start.map((x) => x / power);
  const relative = eigenvalues.map((eigenvalue) => eigenvalue / largest);
  const first = norm(unit);
  runConjugateGradient(relative, unit, steps, (t, current) => {
    errors[t] = norm(current) / first;
  });
  return errors;
}

/**
 * The method of conjugate gradients on ½Σλᵢwᵢ² from `start`: visits (t, w_t) for t = 0 … `steps`; the vector is reused.
 * p_t = −g_t + (‖g_t‖²/‖g_{t−1}‖²)p_{t−1}, w_{t+1} = w_t − (g_t·p_t/p_t·Λp_t)p_t, with the gradient g_t = Λw_t.
 * Of all points of w₀ + span{g₀, …, g_{t−1}}, where gradient descent, heavy ball, Nesterov and Chebyshev from rest are too, w_t has the
 * least loss, that is, the least √Σλᵢwᵢ². So it is exact after as many steps as `start` has distinct eigenvalues in it, and in
 * that norm below any other method here: it chooses η_t and β_t for this spectrum and start, by looking.
 * In rounded numbers the directions stop being conjugate when κ is large, and it takes more steps than that; the error then
 * goes on falling, since each gradient is computed afresh. Once ‖g‖² or p·Λp is 0 in doubles, w stays where it is.
 * `eigenvalues` positive and finite (else RangeError), in any order, with entries and start well inside ±1e±70, since they are
 * squared. One gradient and O(n) per step; four vectors are allocated at the start. Source: Hestenes and Stiefel 1952.
 */
export function runConjugateGradient(
  eigenvalues: Float64Array,
  start: Float64Array,
  steps: number,
  visit: (step: number, current: Float64Array) => void,
): void {
  checkArguments(eigenvalues, start, steps);
  const current = Float64Array.from(start);
  const gradient = current.map((w, i) => eigenvalues[i]! * w);
  const direction = gradient.map((g) => -g);
  let squares = dot(gradient, gradient);
  visit(0, current);
  for (let t = 1; t <= steps; t++) {
    const curvature = weightedSquares(eigenvalues, direction);
    if (squares > 0 && curvature > 0) {
      const length = -dot(gradient, direction) / curvature;
      for (let i = 0; i < current.length; i++) {
        const w = current[i]! + length * direction[i]!;
        current[i] = w;
        gradient[i] = eigenvalues[i]! * w;
      }
      const after = dot(gradient, gradient);
      const turn = after / squares;
      for (let i = 0; i < direction.length; i++) direction[i] = turn * direction[i]! - gradient[i]!;
      squares = after;
    }
    visit(t, current);
  }
}

function dot(v: Float64Array, w: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < v.length; i++) sum += v[i]! * w[i]!;
  return sum;
}

/** p·Λp. */
function weightedSquares(eigenvalues: Float64Array, p: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += eigenvalues[i]! * p[i]! * p[i]!;
  return sum;
}

function checkArguments(eigenvalues: Float64Array, start: Float64Array, steps: number): void {
  for (const eigenvalue of eigenvalues)
    if (!(eigenvalue > 0 && eigenvalue < Infinity))
      throw new RangeError(`eigenvalues must be positive and finite: ${eigenvalue}`);
  if (start.length !== eigenvalues.length)
    throw new RangeError(`start must have length ${eigenvalues.length}: ${start.length}`);
  if (!start.every(Number.isFinite))
    throw new RangeError(`start must be finite: ${start.find((x) => !Number.isFinite(x))}`);
  if (!(Number.isInteger(steps) && steps >= 0))
    throw new RangeError(`steps must be a whole number of at least 0: ${steps}`);
}
