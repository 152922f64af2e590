import { expect, it } from "vitest";
import { readNumber } from "../../cells/read-number.ts";

it.each([
  ["0.9", 0.9],
  ["1e-3", 0.001],
  ["0,001", 0.001],
  ["1/1000", 0.001],
  [" −2 ", -2],
  ["10 000", 10000],
  [".5", 0.5],
  ["2.", 2],
])("%s is a number", (text, value) => expect(readNumber(text)).toBe(value));

it.each(["", "abc", "1/2/3", "1e", "0x10", "NaN", "Infinity", "1;2", "__proto__"])("%s is none", (text) =>
  expect(readNumber(text)).toBeNaN(),
);
