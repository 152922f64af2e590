import { expect, it } from "vitest";
import { analyse, type Analyses, type Analysis } from "../../lib/advice/analyse.ts";
import { conditionNumber } from "../../lib/spectra/condition-number.ts";
import { result } from "../support/result.ts";

const scalings = ["raw", "length", "standard"] as const;
const kappas = (analyses: Analyses) =>
  scalings.map((scaling) => conditionNumber((analyses[scaling] as Analysis).modes.eigenvalues));

const inMetresAndCentimetres = {
  count: 4,
  dimension: 2,
  features: Float64Array.of(1, 100, 1, -100, -1, 100, -1, -100),
  labels: Float64Array.of(4, 0, -2, -2),
};

it("κ belongs to the coordinates: 10⁴ in metres and centimetres, 1 in one unit", () => {
  const analyses = result(
    analyse({ kind: "least-squares", rows: inMetresAndCentimetres, scalings, seed: 1 }),
  );
  const [raw, length, standard] = kappas(analyses);
  expect(raw! / 1e4).toBeCloseTo(1, 9); // some roundings, of σ² relative to the largest
  expect(length).toBeCloseTo(1, 12);
  expect(standard).toBeCloseTo(1, 12);
});

it("what cannot be analysed in one scale can be in another; nothing is thrown", () => {
  const constant = {
    ...inMetresAndCentimetres,
    dimension: 1,
    features: new Float64Array(4).fill(3),
    labels: Float64Array.of(1, 2, 3, 4),
  };
  const analyses = result(analyse({ kind: "least-squares", rows: constant, scalings, seed: 1 }));
  expect(analyses.raw).toMatchObject({ idleDirections: 0, columnsLeftOut: [] });
  expect(analyses.standard).toEqual({
    refused: "features must not all be constant: there is none that differs",
  });
});

it("constant columns and undetermined directions are counted", () => {
  const features = Float64Array.of(1, 2, 5, 2, 4, 5, 3, 6, 5, 4, 8, 5);
  const rows = { count: 4, dimension: 3, features, labels: Float64Array.of(1, 0, 0, 1) };
  const analyses = result(analyse({ kind: "least-squares", rows, scalings, seed: 1 }));
  expect(analyses.raw).toMatchObject({ dimension: 3, idleDirections: 1, columnsLeftOut: [] });
  // By symmetry the slope is 0: without their mean the labels have nothing to do with 1, 2, 3, 4 but for roundings.
  expect(analyses.length).toMatchObject({ dimension: 3, idleDirections: 1 });
});

it("a network sees directions, each once", () => {
  const rows = {
    count: 4,
    dimension: 2,
    features: Float64Array.of(1, 0, 2, 0, 0, 0, 0, 3),
    labels: Float64Array.of(1, 1, 1, -1),
  };
  const { raw } = result(analyse({ kind: "relu", rows, scalings: ["raw"], seed: 1 }));
  expect(raw).toMatchObject({ count: 2, zeroRows: 1, repeatedRows: 1 });
  expect((raw as Analysis).modes.eigenvalues).toEqual(Float64Array.of(0.5, 0.5)); // at right angles
});

it("a spectrum and a matrix have one scale, and a matrix that is not definite is refused", () => {
  const eigenvalues = Float64Array.of(1, 2);
  expect(result(analyse({ kind: "spectrum", eigenvalues }))).toMatchObject({
    raw: { modes: { eigenvalues, start: Float64Array.of(1, 1) } },
  });
  const matrix = Float64Array.of(1, 2, 2, 1);
  const { raw } = result(analyse({ kind: "matrix", matrix, dimension: 2 }));
  expect(raw).toEqual({
    refused: "matrix must be positive definite, but its smallest eigenvalue is -1",
  });
});
