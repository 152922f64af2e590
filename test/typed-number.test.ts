import { expect, it } from "vitest";
import { shownWord, typedNumber, withHyphens } from "../lib/typed-number.ts";

it("reads what is written as a number, and nothing else", () => {
  const numbers = ["0.5", "1e-3", "+2.", ".5", "-7", "1E3"].map(typedNumber);
  expect(numbers).toEqual([0.5, 0.001, 2, 0.5, -7, 1000]);
  expect(typedNumber("1e999")).toBe(Infinity);
  for (const word of ["", " ", ".", "e3", "0x10", "1_000", "Infinity", "NaN", "1,5", "−1", "1 2"])
    expect(typedNumber(word), word).toBeNaN();
});

it("takes a true minus sign as a hyphen", () => {
  expect(typedNumber(withHyphens("−1e−2"))).toBe(-0.01);
});

it("cuts a long word short", () => {
  expect(shownWord("x".repeat(24))).toBe("x".repeat(24));
  expect(shownWord("x".repeat(25))).toBe(`${"x".repeat(24)}…`);
});
