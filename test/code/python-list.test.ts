import { expect, it } from "vitest";
import { pythonList, pythonRows } from "../../lib/code/python-list.ts";

it("writes lists, and matrices by rows", () => {
  expect(pythonList(Float64Array.of(1, 0.5))).toBe("[1.0, 0.5]");
  expect(pythonRows(Float64Array.of(1, 2, 3, 4, 5, 6), 3)).toBe(
    "[\n    [1.0, 2.0, 3.0],\n    [4.0, 5.0, 6.0],\n]",
  );
});

it("refuses what is not a matrix of numbers", () => {
  expect(() => pythonRows(new Float64Array(5), 2)).toThrow(
    new RangeError("columns must be a whole number that divides 5: 2"),
  );
  expect(() => pythonList([Infinity])).toThrow(new RangeError("value must be finite: Infinity"));
});
