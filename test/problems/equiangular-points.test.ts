import { expect, it } from "vitest";
import { equiangularPoints } from "../../lib/problems/equiangular-points.ts";
import { gramMatrix } from "../../lib/problems/gram.ts";
import { reluGramSpectrum } from "../../lib/spectra/relu-gram.ts";
import { angleForConditionNumber } from "../../lib/problems/two-points.ts";

it.each([
  [2, 1],
  [2, 7],
  [5, 25],
  [8, 400],
])("%i unit points, any two at the same angle, have κ = %d", (count, conditionNumber) => {
  const points = equiangularPoints(count, conditionNumber);
  const gram = gramMatrix(points, count, count);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) expect(gram[i * count + j]!).toBeCloseTo(i === j ? 1 : gram[1]!, 13); // some roundings
  const spectrum = reluGramSpectrum(points, count, count);
  expect(spectrum.at(-1)! / spectrum[0]! / conditionNumber).toBeCloseTo(1, 9); // 1e−15 of an eigenvalue over the least
});

it("has the angle of two points that is known otherwise", () => {
  const gram = gramMatrix(equiangularPoints(2, 4), 2, 2);
  expect((Math.acos(gram[1]!) * 180) / Math.PI).toBeCloseTo(angleForConditionNumber(4), 9); // both by bisection
});

it("refuses what cannot be", () => {
  expect(() => equiangularPoints(1, 2)).toThrow(
    new RangeError("count must be a whole number of at least 2: 1"),
  );
  expect(() => equiangularPoints(3, 0.5)).toThrow(
    new RangeError("conditionNumber must be finite and at least 1: 0.5"),
  );
});
