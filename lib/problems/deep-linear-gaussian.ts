import { normal, type Random } from "../random.ts";

/**
 * The triangular factor of a normal matrix, drawn without the matrix: R (n × n, upper triangular, row-major) with G = QR for a G of `rows` ×
 * `columns` independent standard normal entries, n = columns, and Q uniform and independent of R. Rᵢᵢ = √χ² with rows − i degrees of freedom
 * (i from 0), normal above the diagonal. RangeError for rows < columns. Cost: O(n²), whatever the number of rows. Source: Bartlett 1933.
 */
export function gaussianTriangle(rows: number, columns: number, random: Random): Float64Array {
  if (!(rows >= columns)) throw new RangeError(`rows must be at least ${columns}: ${rows}`);
  const triangle = new Float64Array(columns * columns);
  for (let i = 0; i < columns; i++) {
    triangle[i * columns + i] = chi(rows - i, random);
    for (let k = i + 1; k < columns; k++) triangle[i * columns + k] = normal(random);
  }
  return triangle;
}

/**
 * The norm of a vector of `degrees` independent standard normal numbers, in O(1): χ²/2 is a gamma variable of shape degrees/2, by rejection.
 * RangeError for degrees that are not whole and positive. Source: Marsaglia and Tsang 2000.
 */
export function chi(degrees: number, random: Random): number {
  if (!(Number.isInteger(degrees) && degrees >= 1))
    throw new RangeError(`degrees must be a whole number of at least 1: ${degrees}`);
  if (degrees === 1) return Math.abs(normal(random));
  const d = degrees / 2 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d * (1 - v + Math.log(v)))
      return Math.sqrt(2 * d * v);
  }
}
