/**
 * The modulus of the slower root of x² − (1 + β)(1 − z)x + β(1 − z), the characteristic polynomial of one mode
 * x_{t+1} = (1 − z)((1 + β)x_t − βx_{t−1}) of Nesterov's method, z = ηλ.
 * √(β(1 − z)) where the roots are complex, else the larger |root|; below 1 for 0 < z < 1 + 1/(1 + 2β) and β < 1.
 * The discriminant is taken as (1 − z)((1 − β)² − (1 + β)²z), which does not cancel for small z.
 */
export function spectralRadius(z: number, momentum: number): number {
  const trace = (1 + momentum) * (1 - z);
  const discriminant = (1 - z) * ((1 - momentum) ** 2 - (1 + momentum) ** 2 * z);
  if (discriminant < 0) return Math.sqrt(momentum * (1 - z));
  return (Math.abs(trace) + Math.sqrt(discriminant)) / 2;
}
