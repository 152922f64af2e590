/**
 * |1 − z|: by how much gradient descent multiplies the size of a mode per step, z = ηλ.
 * Below 1 (the mode decays) for 0 < z < 2.
 */
export function spectralRadius(z: number): number {
  return Math.abs(1 - z);
}
