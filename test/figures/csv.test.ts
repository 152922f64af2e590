import { csvParseRows } from "d3-dsv";
import { expect, it } from "vitest";
import { csvText } from "../../figures/csv.ts";

it("what is written can be read back, every bit of it", () => {
  const values = [0.1 + 0.2, -0, 5e-324, 1.7976931348623157e308, 1 / 3, -1e21, Infinity, NaN];
  const names = ["x, in units of 1/α", 'the "best" β', "plain", "two\r\nlines"];
  const [head, ...rows] = csvParseRows(csvText(names.map((name) => ({ name, values }))));
  expect(head).toEqual(names);
  // −0 is written as 0, as it is everywhere else.
  for (let column = 0; column < names.length; column++)
    expect(rows.map((row) => Number(row[column]))).toEqual(values.map((value) => value + 0));
});

it("lines end as RFC 4180 asks for, and a column that has ended is empty", () => {
  const table = [
    { name: "t", values: Float64Array.of(0, 1) },
    { name: "error", values: Float64Array.of(1) },
  ];
  expect(csvText(table)).toBe("t,error\r\n0,1\r\n1,\r\n");
  expect(csvText([])).toBe("\r\n");
});
