import { expect, it } from "vitest";
import { bestMomentum } from "../../lib/methods/settings.ts";
import { worstStart } from "../../lib/methods/worst-start.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";
import {
  chosenStart,
  ends,
  humpStep,
  logUniform,
  restAlong,
  restAtOnes,
  sampleEigenvalues,
  sampleLargestZ,
  sampleMomentum,
  sampleSetting,
  sampleStart,
  shownStep,
  shownSteps,
} from "../../lib/theorems/quadratic-instance.ts";

const random = seededRandom(61);
const many = <T>(draw: () => T): T[] => Array.from({ length: 4000 }, draw);

it("ends are the smallest and the largest entry", () => {
  expect(ends(Float64Array.of(3, 0.5, 7))).toEqual({ smallest: 0.5, largest: 7 });
});

it("restAtOnes has no velocity", () => {
  const { start, previous } = restAtOnes(2);
  expect([Array.from(start), Array.from(previous)]).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

it("logUniform fills its decades evenly", () => {
  const numbers = many(() => logUniform(random, 4));
  for (const decade of [0, 1, 2, 3]) {
    const share = numbers.filter((x) => x <= 10 ** -decade && x > 10 ** -(decade + 1)).length / 4000;
    expect(Math.abs(share - 1 / 4)).toBeLessThan(5 * Math.sqrt(3 / 16 / 4000)); // five standard errors
  }
});

it("sampleEigenvalues has one to five of them, κ from 1 to 10⁶", () => {
  const spectra = many(() => sampleEigenvalues(random));
  expect([...new Set(spectra.map((s) => s.length))].sort()).toEqual([1, 2, 3, 4, 5]);
  const kappas = spectra.map((s) => ends(s).largest / ends(s).smallest);
  expect(Math.max(...kappas)).toBeLessThanOrEqual(1e6 * (1 + 1e-9)); // rounding
  expect(Math.max(...kappas)).toBeGreaterThan(5e5);
  expect(kappas.filter((kappa) => kappa < 2).length).toBeGreaterThan(100);
});

it("sampleLargestZ stays in (0, 4] and reaches both borders and 1", () => {
  const zs = many(() => sampleLargestZ(random));
  expect(Math.min(...zs)).toBeGreaterThan(0);
  expect(Math.max(...zs)).toBeLessThanOrEqual(4);
  expect(Math.min(...zs)).toBeLessThan(1e-3);
  expect(Math.max(...zs)).toBeGreaterThan(3.999);
  expect(zs.filter((z) => z === 1).length).toBeGreaterThan(800);
});

it("sampleMomentum stays in [0, 1], reaches the edge from both sides, and 1", () => {
  const momenta = many(() => sampleMomentum(random, 0.4));
  expect(Math.min(...momenta)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...momenta)).toBeLessThanOrEqual(1);
  const count = (test: (x: number) => boolean): number => momenta.filter(test).length;
  expect(count((x) => x === 1)).toBeGreaterThan(200);
  expect(count((x) => x < 0.4)).toBeGreaterThan(200);
  expect(count((x) => x > 0.4 && x < 0.4 + 1e-4)).toBeGreaterThan(100);
  expect(count((x) => x < 1 && x > 1 - 1e-4)).toBeGreaterThan(100);
});

it("humpStep is a quarter turn of the slower end, capped", () => {
  expect(humpStep(Float64Array.of(0.01, 1), 1, 0.9025, 300)).toBe(18); // π/(2φ) with cos φ = 1.8925/1.9
  expect(humpStep(Float64Array.of(0.01, 1), 1, 0.5, 300)).toBe(300); // creeping
  expect(humpStep(Float64Array.of(2), 1, 1, 300)).toBe(1);
});

it("sampleStart draws its four kinds", () => {
  const starts = many(() => sampleStart(random, Float64Array.of(1, 0.1), 1, 0.7, 5));
  const rest = starts.filter(({ start, previous }) => start === previous);
  const coordinate = rest.filter(({ start }) => start[0] === 1 && start[1] === 0);
  const unit = starts.filter(
    (s) => s.start !== s.previous && Math.abs(Math.hypot(...s.start, ...s.previous) - 1) < 1e-12,
  );
  for (const kind of [
    rest.length - coordinate.length,
    coordinate.length,
    unit.length,
    4000 - rest.length - unit.length,
  ])
    expect(Math.abs(kind / 4000 - 1 / 4)).toBeLessThan(5 * Math.sqrt(3 / 16 / 4000)); // five standard errors
});

it("shownStep is the hump's where every mode turns, and 18 where one does not", () => {
  const at = (momentum: number, stepSize = 1) => ({ stepSize, momentum });
  expect(shownStep(Float64Array.of(0.01, 1), at(0.9025), 500)).toBe(18); // by hand: φ = 0.0874, π/(2φ) = 17.97
  expect(shownStep(Float64Array.of(1, 1), at(0.25), 500)).toBe(1);
  expect(shownStep(Float64Array.of(1e-6, 1), at(0.9999999), 500)).toBe(500);
  expect(shownStep(Float64Array.of(0.01, 1), at(0.5), 500)).toBe(18); // creeping
  expect(shownStep(Float64Array.of(1, 4), at(0.25), 500)).toBe(18); // diverging
  expect([5, 6, 18].map(shownSteps)).toEqual([24, 24, 72]);
});

it("chosenStart is the worst one, the slowest direction from rest, or seeded normal numbers from rest", () => {
  const eigenvalues = Float64Array.of(0.01, 1);
  const setting = { stepSize: 1, momentum: 0.9025 };
  const start = (startKind: "worst" | "rest" | "random", seed = 1) =>
    chosenStart({ eigenvalues, startKind, seed }, setting, 18);
  expect(start("worst")).toEqual(worstStart(eigenvalues, 1, 0.9025, 18));
  expect(start("rest")).toEqual(restAlong(0, 2));
  const { start: random, previous } = start("random", 5);
  expect(random).toEqual(fillNormal(seededRandom(5), new Float64Array(2)));
  expect(previous).toBe(random);
});

it("sampleSetting admits most of what it draws, with some below the edge", () => {
  const settings = many(() => sampleSetting(random));
  const above = settings.filter(({ eigenvalues, stepSize, momentum }) => {
    const { smallest, largest } = ends(eigenvalues);
    return momentum > bestMomentum(stepSize, smallest, largest);
  });
  expect(above.length / settings.length).toBeGreaterThan(0.75);
  expect(above.length).toBeLessThan(settings.length);
});
