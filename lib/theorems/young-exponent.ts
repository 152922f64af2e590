/** The three exponents, in units of √μ, that Young's inequality with φ gives the Lyapunov function of Liu et al. 2022; the least of them is proved. See `liu-2022/remark-3`. */
export function youngExponents(alpha: number, phi: number): readonly [number, number, number] {
  return [2 / (3 + 2 * phi), (4 * (1 + alpha)) / (2 + 1 / phi), 4 / (1 + phi)];
}

/**
 * The φ in [0, 2] whose least exponent is largest, and that exponent, by ternary search: the first exponent falls with φ and the second rises, so that their minimum
 * has one peak. Right to the last digits of the exponent, to half as many of φ where the peak is round; here it is a corner. O(1).
 */
export function bestExponent(alpha: number): { readonly phi: number; readonly exponent: number } {
  const least = (phi: number) => Math.min(...youngExponents(alpha, phi));
  let [low, high] = [0, 2];
  for (let k = 0; k < 200; k++) {
    const [first, second] = [low + (high - low) / 3, high - (high - low) / 3];
    if (least(first) < least(second)) low = first;
    else high = second;
  }
  return { phi: (low + high) / 2, exponent: least((low + high) / 2) };
}
