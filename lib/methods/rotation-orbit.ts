import { worstStart } from "./heavy-ball-mode.ts";
import { rotationState } from "./rotation-state.ts";

/** An orbit of heavy ball on one mode, in two coordinates; T + 1 points each, `[x, y, x, y, …]`. */
export interface PairOrbit {
  /** (x_t, x_{t−1}). */
  readonly pairs: Float64Array;
  /** The same in the coordinates of the rotation; NaN where the mode does not ring. */
  readonly turned: Float64Array;
  /** The circle through point t of `turned`, closed. */
  circle(t: number): Float64Array;
}

/** The orbit of the start that is worst at step 8, for z = ηλ, β in [0, 1] and t = 0 … `steps`. O(steps). */
export function trajectoryOfPairs(z: number, momentum: number, steps: number): PairOrbit {
  const pairs = new Float64Array(2 * (steps + 1));
  const turned = new Float64Array(2 * (steps + 1));
  let [current, previous] = worstStart(8, z, momentum);
  for (let t = 0; t <= steps; t++) {
    pairs.set([current, previous], 2 * t);
    turned.set(rotationState(z, momentum, current, previous), 2 * t);
    [current, previous] = [(1 + momentum - z) * current - momentum * previous, current];
  }
  const circle = (t: number): Float64Array => {
    const radius = Math.hypot(turned[2 * t] ?? NaN, turned[2 * t + 1] ?? NaN);
    const points = Array.from({ length: 97 }, (_, i) => (2 * Math.PI * i) / 96);
    return Float64Array.from(points.flatMap((angle) => [radius * Math.cos(angle), radius * Math.sin(angle)]));
  };
  return { pairs, turned, circle };
}
