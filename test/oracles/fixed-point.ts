/** Numbers are whole multiples of 2⁻¹⁴⁰⁰ (smaller bits are cut): what a few hundred steps lose of them is far below what a double has. */
export const BITS = 1400n;

/** A double as such a number. */
export function fixed(x: number): bigint {
  return BigInt(x * 2 ** 500) << (BITS - 500n); // exact: a double below 2⁵⁰⁰ and above 2⁻⁴⁴⁸ only gets another exponent
}

/** The double next to such a number, or one of its neighbours. */
export function toNumber(x: bigint): number {
  const extra = BigInt(Math.max(0, (x < 0n ? -x : x).toString(2).length - 64)); // keep 64 leading bits
  // Two powers of 2, since one alone may underflow before the product does.
  const exponent = Number(extra) - Number(BITS);
  return Number(x >> extra) * 2 ** Math.max(exponent, -1000) * 2 ** Math.min(exponent + 1000, 0);
}

/** The heavy ball's recursion x_{t+1} = (1 + β − z)x_t − βx_{t−1}: x₀ … x_steps from x₀ = start and x₋₁ = previous, each rounded to a double once. */
export function exactMode(
  z: number,
  momentum: number,
  start: number,
  previous: number,
  steps: number,
): number[] {
  const beta = fixed(momentum);
  const trace = (1n << BITS) + beta - fixed(z);
  let [current, before] = [fixed(start), fixed(previous)];
  const values = [start];
  for (let t = 1; t <= steps; t++) {
    [current, before] = [(trace * current - beta * before) >> BITS, current];
    values.push(toNumber(current));
  }
  return values;
}
