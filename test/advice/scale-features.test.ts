import { expect, it } from "vitest";
import { leastSquaresModes } from "../../lib/advice/least-squares-modes.ts";
import { scaleFeatures } from "../../lib/advice/scale-features.ts";
import { normal, seededRandom } from "../../lib/random.ts";
import { conditionNumber } from "../../lib/spectra/condition-number.ts";

const table = Float64Array.of(1, 10, 3, 20, 5, 60); // 3 × 2

it("as they are, it gives back what it was given", () => {
  expect(scaleFeatures(table, 3, 2, "raw")).toEqual({ dimension: 2, features: table, leftOut: [] });
});

it.each(["length", "standard"] as const)(
  "%s: every column has the mean square 1, standard also the mean 0",
  (scaling) => {
    const { features } = scaleFeatures(table, 3, 2, scaling);
    for (const k of [0, 1]) {
      const column = [0, 1, 2].map((i) => features[2 * i + k]!);
      const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / 3;
      expect(mean(column.map((value) => value ** 2))).toBeCloseTo(1, 14); // a few roundings
      if (scaling === "standard") expect(mean(column)).toBeCloseTo(0, 14);
      else expect(column[1]! / column[0]!).toBeCloseTo(k === 0 ? 3 : 2, 14);
    }
  },
);

it.each([1, 1024])("does not depend on the unit of a column: times %s", (unit) => {
  const other = table.map((value, i) => (i % 2 ? unit * value : value));
  for (const scaling of ["length", "standard"] as const)
    expect(scaleFeatures(other, 3, 2, scaling)).toEqual(scaleFeatures(table, 3, 2, scaling)); // a power of two
});

it("leaves out what cannot be scaled: zeros always, constants without their mean", () => {
  const constant = Float64Array.of(0.1, 1, 0, 0.1, 2, 0, 0.1, 4, 0);
  expect(scaleFeatures(constant, 3, 3, "length")).toMatchObject({ dimension: 2, leftOut: [2] });
  expect(scaleFeatures(constant, 3, 3, "standard")).toMatchObject({ dimension: 1, leftOut: [0, 2] });
  expect(() => scaleFeatures(Float64Array.of(1, 1), 2, 1, "standard")).toThrow(
    "features must not all be constant",
  );
});

it("two standardised features with correlation ρ have κ = (1 + |ρ|)/(1 − |ρ|)", () => {
  const random = seededRandom(5);
  const features = new Float64Array(2 * 200);
  for (let i = 0; i < 200; i++) {
    const first = normal(random);
    features.set([40 + 3 * first, 1e5 * (first + normal(random))], 2 * i);
  }
  const scaled = scaleFeatures(features, 200, 2, "standard").features;
  let correlation = 0;
  for (let i = 0; i < 200; i++) correlation += (scaled[2 * i]! * scaled[2 * i + 1]!) / 200;
  const labels = Float64Array.from({ length: 200 }, () => normal(random));
  const kappa = conditionNumber(leastSquaresModes(scaled, labels, 200, 2).eigenvalues);
  expect(kappa / ((1 + correlation) / (1 - correlation))).toBeCloseTo(1, 10); // 400 roundings, conditioned by 10
});

it("refuses a length that does not fit", () => {
  expect(() => scaleFeatures(table, 2, 2, "raw")).toThrow("length of features must be 4: 6");
});
