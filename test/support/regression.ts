import type { LinearData } from "../../lib/problems/deep-linear-data.ts";
import { fillNormal, type Random } from "../../lib/random.ts";

/** X normal and Y = ΦX + noise·E with E normal and Φ as given (k × d, row-major). */
export function noisyRegression(
  random: Random,
  map: Float64Array,
  examples: number,
  inputs: number,
  noise: number,
): LinearData {
  const outputs = map.length / inputs;
  const points = fillNormal(random, new Float64Array(examples * inputs));
  const targets = fillNormal(random, new Float64Array(examples * outputs)).map((x) => noise * x);
  for (let j = 0; j < examples; j++)
    for (let o = 0; o < outputs; o++)
      for (let i = 0; i < inputs; i++)
        targets[j * outputs + o]! += map[o * inputs + i]! * points[j * inputs + i]!;
  return { examples, inputs: points, targets };
}

/** A rectangle of `outputs` × `inputs` with `value` on its diagonal, plus `spread` times normal numbers. */
export function nearDiagonal(
  random: Random,
  outputs: number,
  inputs: number,
  value: number,
  spread: number,
): Float64Array {
  const map = fillNormal(random, new Float64Array(outputs * inputs)).map((x) => spread * x);
  for (let i = 0; i < Math.min(outputs, inputs); i++) map[i * inputs + i]! += value;
  return map;
}
