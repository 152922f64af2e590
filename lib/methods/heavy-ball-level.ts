/**
 * The boundary of the region {(ηλ, β) : ρ(ηλ, β) ≤ `modulus`}, where ρ is the modulus of the slower root of
 * heavy ball's polynomial x² − (1 + β − ηλ)x + β. A root x = ±ρ makes ηλ = (1 ∓ ρ)(1 ∓ β/ρ), and complex roots
 * have modulus √β, so the region is a trapezoid with corners (1 − ρ, 0), ((1 − ρ)², ρ²), ((1 + ρ)², ρ²),
 * (1 + ρ, 0). On square-root axes its sides become an ellipse, a level line and a hyperbola, which is why each
 * side is given by points.
 *
 * Shape: `[ηλ₀, β₀, ηλ₁, β₁, …]`, clockwise from the lower left, 3 · `pointsPerSide` + 1 points, not closed;
 * evenly spaced in √β along the sloping sides and in √(ηλ) along the top.
 * Domain: modulus in (0, 1]. Cost: O(pointsPerSide).
 */
export function heavyBallLevel(modulus: number, pointsPerSide: number): Float64Array {
  if (!(modulus > 0 && modulus <= 1)) throw new RangeError(`modulus must be in (0, 1]: ${modulus}`);
  const points = new Float64Array(2 * (3 * pointsPerSide + 1));
  let k = 0;
  for (let i = 0; i < pointsPerSide; i++) k = put(points, k, -modulus, modulus * (i / pointsPerSide));
  for (let i = 0; i < pointsPerSide; i++) {
    const root = 1 - modulus + 2 * modulus * (i / pointsPerSide);
    points[k++] = root * root;
    points[k++] = modulus * modulus;
  }
  for (let i = pointsPerSide; i >= 0; i--) k = put(points, k, modulus, modulus * (i / pointsPerSide));
  return points;
}

/** A level of the map: where ρ is at most `modulus`. */
export interface HeavyBallLevel {
  readonly modulus: number;
  /** As `heavyBallLevel` gives them. */
  readonly points: Float64Array;
}

/** `count` levels, evenly spaced from ρ = 1, the border of stability, down to 1/`count`. O(count · pointsPerSide). */
export function heavyBallLevels(count: number, pointsPerSide: number): HeavyBallLevel[] {
  return Array.from({ length: count }, (_, i) => {
    const modulus = 1 - i / count;
    return { modulus, points: heavyBallLevel(modulus, pointsPerSide) };
  });
}

/** Appends the point of height √β = `root` at which the slower root is −`signed`. */
function put(points: Float64Array, k: number, signed: number, root: number): number {
  const momentum = root * root;
  points[k] = (1 + signed) * (1 + momentum / signed);
  points[k + 1] = momentum;
  return k + 2;
}
