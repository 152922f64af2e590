import { expect, it } from "vitest";
import { rateSlack } from "../../lib/theorems/rate-slack.ts";

const powers = (rate: number, length: number, factor = 1): Float64Array =>
  Float64Array.from({ length }, (_, t) => factor * rate ** t);

it("rateSlack of geometric series is the ratio of their logarithms, whatever the constants", () => {
  const { value, reason } = rateSlack(powers(0.9, 50, 7), powers(0.81, 50, 0.1));
  expect(value).toBeCloseTo(2, 12);
  expect(reason).toBeNull();
  expect(rateSlack(powers(0.9, 50), powers(0.95, 50)).value).toBeCloseTo(Math.log(0.95) / Math.log(0.9), 12);
  expect(rateSlack(powers(0.9, 50), powers(1.1, 50)).value).toBeLessThan(0);
});

it("rateSlack of a straight line in ln is the least-squares slope", () => {
  // ln measured = 0, −1, −1, −2 has slope −0.6 by hand; the claim e⁻ᵗ has slope −1.
  expect(
    rateSlack(powers(Math.exp(-1), 4), Float64Array.of(1, Math.exp(-1), Math.exp(-1), Math.exp(-2))).value,
  ).toBeCloseTo(0.6, 14);
});

it("rateSlack uses the steps above 1e−290 only", () => {
  const measured = powers(0.5, 40);
  measured.fill(0, 10).fill(3, 20);
  expect(rateSlack(powers(0.5, 40), measured).value).toBeCloseTo(1, 12);
  expect(rateSlack(powers(1e-30, 40), powers(1e-60, 40)).value).toBeCloseTo(2, 12);
});

it("rateSlack is null, with the reason", () => {
  expect(rateSlack(powers(0.5, 2), powers(0.5, 2))).toEqual({
    value: null,
    reason: "no rate: fewer than 3 steps",
  });
  expect(rateSlack(powers(1, 9), powers(0.5, 9))).toEqual({
    value: null,
    reason: "no rate: the claim does not decay",
  });
  expect(rateSlack(powers(1.5, 9), powers(0.5, 9)).reason).toBe("no rate: the claim does not decay");
  expect(rateSlack(powers(NaN, 9), powers(0.5, 9)).reason).toBe("no rate: fewer than 3 steps");
});
