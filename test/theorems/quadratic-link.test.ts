/// <reference types="vite/client" />
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bestMomentum } from "../../lib/methods/settings.ts";
import { decodeImages } from "../../lib/problems/images.ts";
import { seededRandom } from "../../lib/random.ts";
import { powerLawSpectrum } from "../../lib/spectra/power-law.ts";
import { reluGramSpectrum } from "../../lib/spectra/relu-gram.ts";
import { quadraticDefaults, quadraticState } from "../../lib/theorems/quadratic-link.ts";
import { stateOf } from "../../lib/theorems/quadratic-state.ts";
import { judge, judgeBoth, type Theorem } from "../../lib/theorems/theorem.ts";
import * as corollary10 from "../../lib/theorems/wang-2021/corollary-10.ts";
import * as theorem12Rate from "../../lib/theorems/wang-2021/theorem-12-rate.ts";
import * as theorem12 from "../../lib/theorems/wang-2021/theorem-12.ts";

const state = (query: string) => quadraticState(new URLSearchParams(query));
const everyTheorem = Object.values(
  import.meta.glob<Theorem<unknown>>("../../lib/theorems/*/*.ts", { eager: true }),
).filter((theorem) => theorem.at);

function imagesOfTheNotebook() {
  const bytes = readFileSync(new URL("../../data/fashion-mnist.bin", import.meta.url));
  return decodeImages(Uint8Array.from(bytes).buffer);
}

describe("quadraticState", () => {
  it("is the notebook's own state for an empty link", () => {
    expect(state("")).toEqual({
      eigenvalues: powerLawSpectrum(24, 100),
      smallest: 0.01,
      largest: 1,
      conditionNumber: 100,
      stepSize: 1,
      momentum: 0.9025,
      startKind: "worst",
      seed: 1,
    });
    expect(state(String(new URLSearchParams(quadraticDefaults)))).toEqual(state(""));
    expect(quadraticState(new Map())).toEqual(state(""));
  });

  it("reads every key, and passes over others", () => {
    const read = state("kappa=1e4&eta=3.5&beta=.5&spectrum=two-point&modes=4&start=random&seed=7&axes=plain");
    expect(read).toEqual({
      eigenvalues: Float64Array.of(1e-4, 1e-4, 1, 1),
      smallest: 1e-4,
      largest: 1,
      conditionNumber: 1e4,
      stepSize: 3.5,
      momentum: 0.5,
      startKind: "random",
      seed: 7,
    });
    expect(state("beta=0.5&beta=0.6").momentum).toBe(0.5);
  });

  it("takes the step size in units of 1/α, also for eigenvalues of one's own", () => {
    const read = state("spectrum=yours&eigenvalues=8,2;4&eta=0.5&kappa=7");
    expect(read.eigenvalues).toEqual(Float64Array.of(2, 4, 8));
    expect([read.stepSize, read.conditionNumber]).toEqual([0.0625, 4]);
  });

  it("takes the Gram matrix of as many images as there are modes", () => {
    const images = imagesOfTheNotebook();
    const query = new URLSearchParams("spectrum=fashion-mnist&modes=10");
    const expected = reluGramSpectrum(images.points.subarray(0, 10 * images.dimension), 10, images.dimension);
    expect(quadraticState(query, images).eigenvalues).toEqual(expected);
    expect(() => quadraticState(query)).toThrow(/^spectrum must come with its images: fashion-mnist$/);
  });

  it.each([
    ["kappa=0.5", "kappa must be a number in [1, 1000000]: 0.5"],
    ["kappa=2e6&spectrum=yours", "kappa must be a number in [1, 1000000]: 2e6"],
    ["kappa=", "kappa must be a number in [1, 1000000]: "],
    ["eta=0", "eta must be a number in [0.01, 4]: 0"],
    ["eta=0x1", "eta must be a number in [0.01, 4]: 0x1"],
    ["beta=1.1", "beta must be a number in [0, 1]: 1.1"],
    ["beta=NaN", "beta must be a number in [0, 1]: NaN"],
    ["modes=2.5", "modes must be a whole number: 2.5"],
    ["modes=61", "modes must be a number in [2, 60]: 61"],
    [
      "spectrum=flat",
      "spectrum must be one of power-law, uniform, clustered, two-point, fashion-mnist, yours: flat",
    ],
    ["spectrum=toString", "spectrum must be one of"],
    ["start=best", "start must be one of worst, rest, random: best"],
    ["seed=-1", "seed must be a number in [0, 9007199254740991]: -1"],
    ["eigenvalues=1 zwei", "spectrum value 2 must be a number: zwei"],
    [`beta=${"1".repeat(90)}`, `beta must be a number in [0, 1]: ${"1".repeat(40)}…`],
    ["spectrum=yours&eigenvalues=1e-320", "eigenvalues must allow a positive and finite step size: 1e-320"],
    [
      "spectrum=yours&eigenvalues=1e-290 1e290",
      "eigenvalues must have a finite condition number: 1e-290, 1e+290",
    ],
  ])("refuses %s", (query, message) => {
    expect(() => state(query)).toThrow(RangeError);
    expect(() => state(query)).toThrow(message);
  });

  it("is refused without a positive spectrum", () => {
    const setting = { eta: 1, beta: 0.5, start: "rest", seed: 1 } as const;
    expect(() => stateOf(Float64Array.of(0, 1), setting)).toThrow("eigenvalues must be positive: 0");
    expect(() => stateOf(new Float64Array(0), setting)).toThrow("eigenvalues must be positive: NaN");
  });
});

describe("a theorem at a state", () => {
  it("Theorem 12 takes the state's setting, the worst start for its hump, and four humps", () => {
    const p = theorem12.at(state(""));
    expect(p).toMatchObject({ stepSize: 1, momentum: 0.9025, steps: 72 });
    expect(Math.hypot(...p.start, ...p.previous)).toBeCloseTo(1, 14);
    expect(judge(theorem12, p)).toMatchObject({ verdict: "holds" });
    expect(judgeBoth(theorem12, p).printed).toMatchObject({ verdict: "violated" });
  });

  it("Theorem 12 waits 18 steps where there is no hump, and 500 at most", () => {
    expect(theorem12.at(state("beta=0.2")).steps).toBe(72);
    expect(theorem12.at(state("kappa=1e6&beta=0.9999999")).steps).toBe(2000);
    expect(theorem12.at(state("kappa=1")).steps).toBe(24);
  });

  it("from rest is along the slowest direction, at random with the seed", () => {
    const rest = theorem12.at(state("start=rest"));
    expect(rest.start[0]).toBe(1);
    expect(Math.hypot(...rest.start)).toBe(1);
    expect(rest.previous).toEqual(rest.start);
    const fast = theorem12.at(state("start=rest&eta=3.9&beta=0")); // the fastest mode diverges
    expect(fast.start.at(-1)).toBe(1);
    const random = (seed: number) => theorem12.at(state(`start=random&seed=${seed}`));
    expect(random(3)).toEqual(random(3));
    expect(random(3).start).not.toEqual(random(4).start);
    expect(random(3).previous).toEqual(random(3).start);
  });

  it("(19) and Corollary 10 keep to their own setting", () => {
    const { at } = theorem12Rate;
    expect(at(state("eta=4&beta=0"))).toEqual(at(state("")));
    expect(judge(theorem12Rate, at(state("")))).toMatchObject({ verdict: "holds" });
    expect(corollary10.at(state("kappa=50"))).toEqual({ smallest: 0.02, largest: 1 });
  });

  it("never throws, and no repaired claim is violated, anywhere in the range of the controls", () => {
    const random = seededRandom(5);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(values.length * random())]!;
    for (let i = 1; i <= 250; i++) {
      const kappa = pick([1, 2, 100, 1e6, 10 ** (6 * random())]);
      const eta = pick([0.01, 1, 4, 4 * random() + 0.01 * (1 - random()), 1 + 3 * random()]);
      // On the lines, a rounding beside them, at the ends, and anywhere.
      const edge = bestMomentum(Math.min(eta, 4), 1 / kappa, 1);
      const beta = pick([0, 1, 1e-300, edge, edge + 1e-15, 0.9025, random()]);
      const query = {
        kappa: String(kappa),
        eta: String(Math.min(4, Math.max(0.01, eta))),
        beta: String(Math.min(1, beta)),
        spectrum: pick(["power-law", "uniform", "clustered", "two-point", "yours"]),
        modes: String(pick([2, 3, 24, 60])),
        eigenvalues: pick(["3", "1 1 1", "1e-9 1e9", "1e-150 1e150"]),
        start: pick(["worst", "rest", "random"]),
      };
      const at = quadraticState(Object.entries(query));
      for (const theorem of everyTheorem) {
        const { verdict, reason } = judgeBoth(theorem, theorem.at!(at)).judgement;
        if (verdict === "violated")
          expect.fail(`${theorem.statement.id} at ${String(new URLSearchParams(query))}: ${reason}`);
      }
    }
  });
});
