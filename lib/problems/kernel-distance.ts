import { norm } from "../norm.ts";
import { activeShares } from "./arc-cosine-kernel.ts";
import { gramMatrix } from "./gram.ts";

/**
 * √E‖Ĥ(W) − H̄‖²_F = √(Σᵢⱼ Gᵢⱼ²pᵢⱼ(1 − pᵢⱼ)/m) for w ~ N(0, I) at each width m, as pairs [m₀, y₀, m₁, y₁, …]: it falls as 1/√m. `points` n unit rows of d
 * values; pᵢⱼ as `activeShares`. RangeError as there. O(n²d).
 */
export function kernelDistanceLaw(
  points: Float64Array,
  count: number,
  dimension: number,
  widths: readonly number[],
): Float64Array {
  const gram = gramMatrix(points, count, dimension);
  const spread = norm(activeShares(gram, count).map((share, k) => gram[k]! * Math.sqrt(share * (1 - share))));
  return Float64Array.from(widths.flatMap((width) => [width, spread / Math.sqrt(width)]));
}
