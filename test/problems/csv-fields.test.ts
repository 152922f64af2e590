import { expect, it } from "vitest";
import { cleanField, isNumber, numberIn, separatorOf, shownField } from "../../lib/problems/csv-fields.ts";

it.each([
  ["1,2;3,4\n5;6", ","],
  ["1;2;3,4", ";"],
  ["\n1\t2", "\t"],
  ["", ","],
])("the separator of %j is %j", (text, separator) => {
  expect(separatorOf(text)).toBe(separator);
});

it("fields lose their blanks and get hyphens; only decimal numbers are numbers, and only finite ones have a value", () => {
  expect(cleanField(" −2 ")).toBe("-2");
  expect(["1", "-1.5e3", ".5", "2."].map(isNumber)).toEqual([true, true, true, true]);
  expect(["", "0x10", "1,5", "Infinity", "1e", "1 2"].map(isNumber)).toEqual(Array(6).fill(false));
  expect(numberIn("-1.5e3")).toBe(-1500);
  expect([numberIn("1e999"), numberIn("one")]).toEqual([NaN, NaN]);
});

it("what is shown of a field in a message is short", () => {
  expect(shownField("")).toBe("nothing");
  expect(shownField("x".repeat(30))).toBe(`${"x".repeat(24)}…`);
});
