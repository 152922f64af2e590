import { norm } from "../norm.ts";
import { fillNormal, type Random } from "../random.ts";

/**
 * `count` independent points, uniform on the sphere ‖x‖ = 1 of ℝᵈ, d = `dimension`: normal vectors divided by their length. Returns
 * count × d values, row-major. RangeError if a number is not whole and at least 1. O(count · d).
 */
export function spherePoints(random: Random, count: number, dimension: number): Float64Array {
  for (const [name, value] of Object.entries({ count, dimension }))
    if (!(Number.isInteger(value) && value >= 1))
      throw new RangeError(`${name} must be a whole number of at least 1: ${value}`);
  const points = fillNormal(random, new Float64Array(count * dimension));
  for (let i = 0; i < count; i++) {
    const row = points.subarray(i * dimension, (i + 1) * dimension);
    const length = norm(row);
    for (let k = 0; k < dimension; k++) row[k]! /= length;
  }
  return points;
}

/** `count` independent labels, 1 or −1 with equal chance. O(count). */
export function randomLabels(random: Random, count: number): Float64Array {
  return Float64Array.from({ length: count }, () => (random() < 0.5 ? 1 : -1));
}
