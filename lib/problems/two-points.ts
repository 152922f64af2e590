/**
 * The angle, in degrees, between two unit points whose kernel H̄ = [[½, h], [h, ½]], h = c(π − arccos c)/(2π), has the condition number κ ≥ 1: where
 * h = ½(κ − 1)/(κ + 1), c in [0, 1]. RangeError for another κ. By bisection, to 1e−12 of a degree: h increases with c. O(1).
 */
export function angleForConditionNumber(conditionNumber: number): number {
  if (!(conditionNumber >= 1)) throw new RangeError(`conditionNumber must be at least 1: ${conditionNumber}`);
  const wanted = (conditionNumber - 1) / (2 * (conditionNumber + 1));
  let [low, high] = [0, 90];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    const radians = (middle * Math.PI) / 180;
    const entry = (Math.cos(radians) * (Math.PI - radians)) / (2 * Math.PI);
    if (entry > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
