import { expect, it } from "vitest";
import { formatCount, formatFactor, formatNumber, formatShort } from "../../figures/number-format.ts";

it.each([
  [22.5611, "22.6"],
  [0.0975, "0.0975"],
  [-1.5, "−1.50"],
  [1234.5, "1235"],
  [12345.6, "12 346"],
  [1e7, "1.00 × 10⁷"],
  [3.2e-7, "3.20 × 10⁻⁷"],
  [999.6, "1000"],
  [0, "0"],
  [NaN, "no value"],
  [-Infinity, "−∞"],
])("formatNumber(%d) is %s", (value, text) => expect(formatNumber(value)).toBe(text));

it.each([
  [0.9, "0.9"],
  [100, "100"],
  [1e6, "10⁶"],
  [2.5e6, "2.5 × 10⁶"],
  [120000, "120 000"],
])("formatShort(%d) is %s", (value, text) => expect(formatShort(value)).toBe(text));

it.each([
  [0.99975, "0.99975"],
  [0.95, "0.950"],
  [1, "1.00"],
  [2.62, "2.62"],
])("formatFactor(%d) is %s", (value, text) => expect(formatFactor(value)).toBe(text));

it("a count is whole, with thin spaces from 10 000", () => {
  expect([9999, 10000, -1234567].map(formatCount)).toEqual(["9999", "10 000", "−1 234 567"]);
});
