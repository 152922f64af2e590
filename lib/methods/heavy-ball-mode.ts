/*
 * One mode of the heavy ball, z = ηλ: x_{t+1} = (1 + β − z)x_t − βx_{t−1}, or (x_{t+1}, x_t) = A (x_t, x_{t−1}).
 * All powers of A follow from S_t = (x₁^{t+1} − x₂^{t+1})/(x₁ − x₂), x₁ and x₂ the roots of x² − (1 + β − z)x + β. Written as
 *   S_t = f^t G_t,  f = ± the modulus of the slower root,
 *   G_t = sin((t + 1)φ)/sin φ with complex roots √β e^{±iφ},  G_t = (1 − q^{t+1})/(1 − q) with real ones, q = x₂/x₁,
 * where φ and 1 − q come from h(β, z) without cancellation, so that both forms meet in G_t = t + 1 where the roots coincide.
 */
import { aboveLowerBorder, belowUpperBorder, h } from "./heavy-ball-constant.ts";

/** How one mode behaves. */
export type Regime = "creeping" | "critical" | "ringing" | "overshooting" | "diverging";

/**
 * The modulus of the slower root, the asymptotic factor per step: √β in the ringing regime, else the larger |root|.
 * z = ηλ any number, β in [0, 1]. O(1). Source: Wang et al. 2021, Lemma 15.
 */
export function spectralRadius(z: number, momentum: number): number {
  const discriminant = h(momentum, z);
  if (discriminant > 0) return Math.sqrt(momentum);
  return (Math.abs(traceOf(z, momentum)) + Math.sqrt(-discriminant)) / 2;
}

/**
 * The regime of z = ηλ: `creeping` (two roots ≥ 0, z < (1 − √β)²), `ringing` (complex roots of modulus √β), `overshooting`
 * (two roots ≤ 0, z > (1 + √β)², sign changes at each step), `critical` (the roots coincide within rounding of z and β),
 * `diverging` (a root outside the unit circle: z < 0 or z > 2(1 + β)). β in [0, 1]. O(1).
 */
export function regime(z: number, momentum: number): Regime {
  if (z < 0 || z > 2 * (1 + momentum)) return "diverging";
  const [above, below] = [aboveLowerBorder(momentum, z), belowUpperBorder(momentum, z)];
  // One rounding of β moves the lower border (1 − √β)² by about ε(1 − √β), the upper one by about ε.
  const rounding = 8 * Number.EPSILON;
  if (Math.abs(above) <= rounding * (1 - Math.sqrt(momentum)) || Math.abs(below) <= 4 * rounding)
    return "critical";
  return above < 0 ? "creeping" : below < 0 ? "overshooting" : "ringing";
}

/**
 * x_t in closed form from x₀ = `start` and x₋₁ = `previous`:
 * x_t = C_t x₀ + ½(s x₀ − 2βx₋₁) S_{t−1}, s = 1 + β − z, C_t = ½(x₁ᵗ + x₂ᵗ), S as above.
 * `step`: t ≥ 0, a whole number; z = ηλ any number, β in [0, 1]; previous = start is "from rest".
 * Right to about 1e−13·max(1, t/10) of the envelope, the larger of ‖Aᵗ‖ and √β‖Aᵗ⁻¹‖, times ‖(x₀, x₋₁)‖; within ε of a border, to
 * what a rounding of z means there, ε·t². May over- or underflow as x_t does. O(1).
 */
export function modeError(
  step: number,
  z: number,
  momentum: number,
  start: number,
  previous: number,
): number {
  if (step === 0) return start;
  const trace = traceOf(z, momentum);
  const size = spectralRadius(z, momentum);
  if (size === 0) return 0; // β = 0, z = 1: one step of gradient descent solves the mode
  const spread = rootSpread(z, momentum, size);
  const ringing = h(momentum, z) > 0;
  const shape = ringing ? Math.cos(step * spread) : (1 + Math.exp(step * Math.log1p(-spread))) / 2;
  // s x₀ − 2βx₋₁, arranged so that a start from rest does not cancel.
  const slack = momentum > 0.5 ? 1 - momentum - z : 1 - z - momentum; // the exact difference first
  const drift = slack * start + 2 * momentum * (start - previous);
  const turned = trace < 0 ? -drift : drift;
  const value = shape * start + (turned / (2 * size)) * growth(step - 1, spread, ringing);
  return (trace < 0 && step % 2 === 1 ? -1 : 1) * size ** step * value;
}

/**
 * Aᵏ, A = [[1 + β − z, −β], [1, 0]], written row by row into `out` (length 4) and returned: [S_k, −βS_{k−1}, S_{k−1}, −βS_{k−2}].
 * k ≥ 0, a whole number; z any number, β in [0, 1]. det Aᵏ = βᵏ. Entries may over- or underflow as Aᵏ does. O(1).
 */
export function modePower(k: number, z: number, momentum: number, out: Float64Array): Float64Array {
  const size = spectralRadius(z, momentum);
  shapeOfPower(k, z, momentum, size, out);
  const scale = (traceOf(z, momentum) < 0 && k % 2 === 1 ? -1 : 1) * size ** k;
  for (let i = 0; i < 4; i++) out[i] = out[i]! * scale;
  if (size === 0 && k === 1) out[2] = 1; // nilpotent: A = [[0, 0], [1, 0]], A² = 0
  return out;
}

/** ‖Aᵏ‖₂ of one mode; over all modes take the largest. k ≥ 0, z any number, β in [0, 1]. Underflows to 0 as Aᵏ does. O(1). */
export function powerNorm(k: number, z: number, momentum: number): number {
  const size = spectralRadius(z, momentum);
  if (size === 0) return k <= 1 ? 1 : 0;
  return size ** k * shapeNorm(k, z, momentum, size);
}

/**
 * ‖Aᵏ‖₂/(√β)ᵏ, what is left when the promised decay is divided out: bounded by C₀# where the mode rings, growing like k at
 * its border and exponentially outside (Infinity once it leaves the doubles). Never underflows: it is at least 1.
 * At β = 0, the limit β → 0: Infinity for k ≥ 1. k ≥ 0, z any number, β in [0, 1]. O(1).
 */
export function scaledPowerNorm(k: number, z: number, momentum: number): number {
  if (k === 0) return 1;
  if (momentum === 0) return Infinity;
  const size = spectralRadius(z, momentum);
  return (size / Math.sqrt(momentum)) ** k * shapeNorm(k, z, momentum, size);
}

/**
 * The worst start of one mode for step k: the unit vector v = (x₀, x₋₁) with ‖Aᵏv‖ = ‖Aᵏ‖₂, the top right singular vector,
 * with x₀ ≥ 0. k ≥ 0, z any number, β in [0, 1]; at k = 0 every start is as bad, and (1, 0) is returned. O(1), allocates.
 */
export function worstStart(k: number, z: number, momentum: number): [start: number, previous: number] {
  if (k === 0) return [1, 0];
  const m = new Float64Array(4);
  const size = spectralRadius(z, momentum);
  if (size > 0) shapeOfPower(k, z, momentum, size, m);
  const [a, b, c, d] = [m[0]!, m[1]!, m[2]!, m[3]!];
  const angle = Math.atan2(2 * (a * b + c * d), (a - b) * (a + b) + (c - d) * (c + d)) / 2;
  return [Math.cos(angle), Math.sin(angle)];
}

/**
 * π/(2φ) ≥ 1, the steps that the roots √β e^{±iφ} need for a quarter turn (φ taken from the nearer of 0 and π): about
 * there ‖Aᵏ‖₂/(√β)ᵏ is largest. Infinity where the roots are real. O(1).
 */
export function quarterTurn(z: number, momentum: number): number {
  if (!(h(momentum, z) > 0)) return Infinity;
  return Math.PI / (2 * rootSpread(z, momentum, Math.sqrt(momentum)));
}

/** The trace 1 + β − z of A, in the order that keeps it exact for z near 1 and small β. */
function traceOf(z: number, momentum: number): number {
  return 1 - z + momentum;
}

/**
 * φ in (0, π/2] where the mode rings, 1 − |x₂/x₁| in [0, 1] where the roots are real; 0 where they coincide.
 * `size` = `spectralRadius(z, momentum)`; z any number, β in [0, 1]. O(1).
 */
export function rootSpread(z: number, momentum: number, size: number): number {
  const discriminant = h(momentum, z);
  if (discriminant > 0) return Math.atan2(Math.sqrt(discriminant), Math.abs(traceOf(z, momentum)));
  return Math.min(1, Math.sqrt(-discriminant) / size);
}

/**
 * |G_t| of the file's head with its sign inside the first half turn, t ≥ −1; t + 1 where the roots coincide.
 * `spread` as `rootSpread` gives it; `ringing`: whether the roots are complex. O(1).
 */
export function growth(t: number, spread: number, ringing: boolean): number {
  if (spread === 0 || t === -1) return t + 1;
  if (ringing) return Math.sin((t + 1) * spread) / Math.sin(spread);
  return -Math.expm1((t + 1) * Math.log1p(-spread)) / spread;
}

/** Writes Aᵏ/fᵏ into `out`, `size` = |f| > 0. */
function shapeOfPower(k: number, z: number, momentum: number, size: number, out: Float64Array): void {
  out[0] = out[3] = 1;
  out[1] = out[2] = 0;
  if (k === 0 || size === 0) return;
  const ringing = h(momentum, z) > 0;
  const spread = rootSpread(z, momentum, size);
  const before = ((traceOf(z, momentum) < 0 ? -1 : 1) * growth(k - 1, spread, ringing)) / size;
  out[0] = growth(k, spread, ringing);
  out[1] = -momentum * before;
  out[2] = before;
  out[3] = k === 1 ? 0 : (-momentum / size) * (growth(k - 2, spread, ringing) / size);
}

/** ‖Aᵏ‖₂/|f|ᵏ by σ₁ = ½(√((a + d)² + (b − c)²) + √((a − d)² + (b + c)²)), which does not cancel. Allocates nothing. */
function shapeNorm(k: number, z: number, momentum: number, size: number): number {
  if (k === 0) return 1;
  const ringing = h(momentum, z) > 0;
  const spread = rootSpread(z, momentum, size);
  const before = growth(k - 1, spread, ringing) / size;
  const a = growth(k, spread, ringing);
  const d = (-momentum / size) * ((k === 1 ? 0 : growth(k - 2, spread, ringing)) / size);
  // b = −β·before and c = before, so c − b = (1 + β)·before and c + b = (1 − β)·before.
  const turn = Math.sqrt((a + d) ** 2 + ((1 + momentum) * before) ** 2);
  const stretch = Math.sqrt((a - d) ** 2 + ((1 - momentum) * before) ** 2);
  return (turn + stretch) / 2;
}
