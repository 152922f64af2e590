import { expect, it } from "vitest";
import { readTable, type Table } from "../../lib/problems/table.ts";
import { tableText } from "../../lib/problems/table-text.ts";
import { result } from "../support/result.ts";

const limits = { mostFeatures: 2000, most: 2000, manyColumns: 200, mostOfWide: 200, seed: 1 };
const read = (text: string, labelColumn: number): Table =>
  result(readTable({ ...limits, text, labelColumn }));

it.each([0, 1])("is read again to the same numbers, also with the label in column %s", (labelColumn) => {
  const table = read('"a, b",c,d\n0.1,1e-300,2\n-7,123456789.123,3', labelColumn);
  expect(tableText(table).split("\n")[0]).toBe('"a, b",c,d');
  expect(read(tableText(table), labelColumn)).toEqual(table);
});

it("two words become +1 and −1", () => {
  expect(tableText(read("1,no\n2,yes", 0))).toBe("column 1,column 2\n1,1\n2,-1");
});
