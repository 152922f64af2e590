/** Above this, and below 1, the entries of a power are rescaled: their squares stay within the doubles. */
const BASE = 2 ** 256;

/**
 * ln‖Aᵗ‖₂ for t = 0 … `steps`, where A consists of the blocks [[traceᵢ, −determinant], [1, 0]]: the largest over the blocks.
 * −Infinity where Aᵗ = 0. By running the recursion x_{t+1} = trace·x_t − determinant·x_{t−1} from both unit starts of each block,
 * rescaled by powers of 2, so that any number of steps is safe; relative error of ‖Aᵗ‖ about t·1e−16 where the roots are apart, and
 * t²·1e−16 where they meet. A determinant below 1e−290 is not safe. O(n · steps).
 */
export function logPowerNorms(traces: Float64Array, determinant: number, steps: number): Float64Array {
  const norms = new Float64Array(steps + 1).fill(-Infinity);
  for (const trace of traces) raiseBlock(trace, determinant, norms);
  return norms;
}

/** Raises each entry of `norms` to ln of the norm of this block's power, where that is more. */
function raiseBlock(trace: number, determinant: number, norms: Float64Array): void {
  let [a, b, c, d, exponent] = [1, 0, 0, 1, 0];
  for (let t = 0; t < norms.length; t++) {
    const size = exponent * Math.log(BASE) + Math.log(blockNorm(a, b, c, d));
    if (size > norms[t]!) norms[t] = size;
    [a, c] = [trace * a - determinant * c, a];
    [b, d] = [trace * b - determinant * d, b];
    let largest = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
    if (!(largest > 0 && largest < Infinity)) return;
    while (largest < 1 || largest >= BASE) {
      const up = largest < 1;
      const factor = up ? BASE : 1 / BASE;
      [a, b, c, d, largest] = [a * factor, b * factor, c * factor, d * factor, largest * factor];
      exponent -= up ? 1 : -1;
    }
  }
}

/** ‖[[a, b], [c, d]]‖₂ = ½(√((a + d)² + (b − c)²) + √((a − d)² + (b + c)²)), which does not cancel. */
function blockNorm(a: number, b: number, c: number, d: number): number {
  return (Math.sqrt((a + d) ** 2 + (b - c) ** 2) + Math.sqrt((a - d) ** 2 + (b + c) ** 2)) / 2;
}
