import { expect, it } from "vitest";
import { decided, inWords } from "../../lib/theorems/hypothesis.ts";

it("decided holds for a positive margin, and at 0 where the inequality is not strict", () => {
  const status = (margin: number, strict?: boolean): string =>
    decided("name", "tex", margin, "detail", strict).status;
  expect([1, Number.MIN_VALUE, 0, -1, NaN].map((margin) => status(margin))).toEqual([
    "holds",
    "holds",
    "fails",
    "fails",
    "fails",
  ]);
  expect([1, 0, -1, NaN].map((margin) => status(margin, false))).toEqual([
    "holds",
    "holds",
    "fails",
    "fails",
  ]);
});

it("inWords has six digits and a true minus sign", () => {
  expect(inWords(0.90250000000001)).toBe("0.9025");
  expect(inWords(-1.23456789)).toBe("−1.23457");
  expect(inWords(1e-9)).toBe("1 × 10⁻⁹");
  expect(inWords(-2.345e12)).toBe("−2.35 × 10¹²");
  expect(inWords(9_999_999)).toBe("10000000"); // six digits of it
});
