import { h } from "../methods/heavy-ball-constant.ts";

/**
 * The moduli of the two roots of x² − sx + β, s = 1 + β − z, from s and the discriminant −h(β, z), the larger first:
 * ½√(s² + h) twice where h > 0, else ½(|s| ± √−h), the smaller as β over the larger. z = ηλ any number, β in [0, 1]. O(1).
 */
export function blockModuli(z: number, momentum: number): readonly [larger: number, smaller: number] {
  const [trace, discriminant] = [1 - z + momentum, h(momentum, z)];
  if (discriminant > 0) {
    const modulus = Math.sqrt(trace * trace + discriminant) / 2;
    return [modulus, modulus];
  }
  const larger = (Math.abs(trace) + Math.sqrt(-discriminant)) / 2;
  return [larger, larger > 0 ? momentum / larger : 0];
}
