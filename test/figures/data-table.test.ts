import { expect, it } from "vitest";
import { bowl } from "../../figures/bowl.ts";
import { chosenRows, columnName, countColumn, pairColumns, rowCount } from "../../figures/data-table.ts";
import { errorCurves } from "../../figures/error-curves.ts";

it("few rows are all chosen, many evenly, with both ends", () => {
  expect(chosenRows(0, 50)).toEqual([]);
  expect(chosenRows(1, 50)).toEqual([0]);
  expect(chosenRows(5, 50)).toEqual([0, 1, 2, 3, 4]);
  for (const count of [50, 51, 99, 100, 2001, 5001]) {
    const rows = chosenRows(count, 50);
    expect(rows.length).toBe(50);
    expect([rows[0], rows.at(-1)]).toEqual([0, count - 1]);
    const gaps = rows.slice(1).map((row, i) => row - rows[i]!);
    // Rounding moves a row by at most half, so that two gaps differ by at most one.
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1);
  }
});

it("a table is as long as its longest column", () => {
  const columns = [
    { name: "a", values: [1, 2, 3] },
    { name: "b", values: [1] },
  ];
  expect(rowCount(columns)).toBe(3);
  expect(countColumn("t", columns)).toEqual({ name: "t", values: [0, 1, 2] });
  expect(rowCount([])).toBe(0);
});

it("pairs become two columns", () => {
  const [x, y] = pairColumns("x", "y", Float64Array.of(1, 2, 3, 4));
  expect([...Array.from(x.values), ...Array.from(y.values)]).toEqual([1, 3, 2, 4]);
});

it("labels lose their marks and keep their sense", () => {
  expect(columnName("‖*A*^(k)‖ ÷ √*β*^(k)")).toBe("‖A^k‖ ÷ √β^k");
  expect(columnName("*w*_(−1) = *w*_(0)")).toBe("w_−1 = w_0");
});

it("a figure's table holds its data as they are, not as they are drawn", () => {
  // Zeros and what lies under the axis are not drawn; thinning would drop most of these.
  const values = Float64Array.from({ length: 3000 }, (_, t) => (t === 2999 ? 0 : 0.9 ** t));
  const [count, error, bound] = errorCurves({
    curves: [{ method: "heavyBall", values, bound: values.map((value) => 2 * value) }],
    steps: 2999,
  }).table();
  expect(count!.values.length).toBe(3000);
  expect(error).toEqual({ name: "heavy ball: relative error", values });
  expect(bound!.values[10]).toBe(2 * 0.9 ** 10);
  const [, x] = bowl(4, [{ method: "nesterov", points: Float64Array.of(1, 2) }]).table();
  expect(x).toEqual({ name: "Nesterov: along the flattest direction", values: Float64Array.of(1) });
});
