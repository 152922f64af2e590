import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { reluHeavyBall } from "../../lib/methods/relu/heavy-ball.ts";
import { runLazy } from "../../lib/methods/relu/lazy-run.ts";
import { reluNesterovGradientCorrection } from "../../lib/methods/relu/nesterov-gradient-correction.ts";
import { decodeImages, firstImages } from "../../lib/problems/images.ts";
import { reluData } from "../../lib/problems/relu-data.ts";
import { gaussianDraw } from "../../lib/problems/relu-draw.ts";
import { reluGramSpectrum } from "../../lib/spectra/relu-gram.ts";
import {
  displacementSlope,
  lastAhead,
  largestEigenvalue,
  meanResiduals,
  type ExperimentData,
  type ExperimentRun,
  type Experiments,
} from "../../lib/theorems/liu-experiments.ts";

const text = await readFile("data/liu-2022.json", "utf8");
const { plan, spectra, runs } = JSON.parse(text) as Experiments;
const names = ["fashion-mnist", "mnist"] as const;

async function imagesOf(name: ExperimentData) {
  const file = await readFile(`data/${name}.bin`);
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  return firstImages(decodeImages(bytes), plan.count);
}

it("is the file whose sum data/README.md gives", async () => {
  const sum = createHash("sha256").update(text).digest("hex");
  expect(await readFile("data/README.md", "utf8")).toContain(sum);
});

describe.each(names)("%s", (name) => {
  it("has the spectrum of its kernel, and the labels along it", async () => {
    const { points, dimension } = await imagesOf(name);
    const expected = reluGramSpectrum(points, plan.count, dimension);
    const { eigenvalues, labels } = spectra[name];
    // Twelve digits are written; the decomposition errs by some 1e-15 of the largest eigenvalue.
    expected.forEach((value, i) =>
      expect(Math.abs(eigenvalues[i]! - value)).toBeLessThan(1e-11 * (1 + value)),
    );
    expect(labels.reduce((sum, label) => sum + label ** 2, 0)).toBeCloseTo(plan.count, 8); // ‖y‖² = n
  });

  it("has every run of its plan, once", () => {
    const own = runs.filter((run) => run.data === name);
    const asked = plan.grid.flatMap(({ divisor, widths }) =>
      widths.flatMap((width) =>
        plan.momenta.flatMap((momentum) =>
          plan.seeds.map((seed) => [width, divisor, momentum, seed, plan.steps]),
        ),
      ),
    );
    const found = own.map(({ width, divisor, momentum, seed, steps }) => [
      width,
      divisor,
      momentum,
      seed,
      steps,
    ]);
    expect(found.slice(0, -1)).toEqual(asked);
    expect(found.at(-1)).toEqual([4000, 10, 0.97, 1, 1500]);
    for (const { heavyBall, nesterov, steps } of own)
      for (const { losses, displacements } of [heavyBall, nesterov]) {
        expect(losses).toHaveLength(steps / plan.recordEvery + 1);
        expect(displacements).toHaveLength(Math.floor(steps / plan.measureEvery) + 1);
      }
  });

  it.each(["heavyBall", "nesterov"] as const)(
    "the slope of its displacements over the width under %s has an interval that meets [−0.7, −0.4]",
    (method) => {
      const { lower, upper } = displacementSlope(atTenth(name), method);
      expect(lower).toBeLessThan(-0.4);
      expect(upper).toBeGreaterThan(-0.7);
    },
  );

  it("Nesterov is ahead in more than 85 % of the first 300 steps, in every run", () => {
    for (const { ahead, steps } of runs.filter((run) => run.data === name && run.steps === plan.steps))
      expect(ahead / steps).toBeGreaterThan(0.85);
  });
});

it("on Fashion-MNIST heavy ball overtakes in the longer run", () => {
  const long = runs.find((run) => run.data === "fashion-mnist" && run.steps > plan.steps)!;
  const ratios = Float64Array.from(long.nesterov.losses, (loss, t) => loss / long.heavyBall.losses[t]!);
  expect(plan.recordEvery * lastAhead(ratios)).toBeLessThan(600);
  expect(ratios.at(-1)!).toBeGreaterThan(1);
});

it(
  "one curve, recomputed by the lazy trainer, which shares no code with the script",
  { timeout: 60_000 },
  async () => {
    const { points, labels, dimension, count } = await imagesOf("mnist");
    const data = reluData(points, labels, count, dimension);
    const run = runs.find((one) => one.data === "mnist" && one.width === 1000 && one.seed === 2)!;
    const stepSize = 1 / (run.divisor * largestEigenvalue(spectra.mnist));
    const steps = 30;
    const settings = { stepSize, momentum: run.momentum, steps, measureEvery: plan.measureEvery };
    for (const [method, recorded] of [
      [reluHeavyBall, run.heavyBall],
      [reluNesterovGradientCorrection, run.nesterov],
    ] as const) {
      const { losses, displacements } = runLazy(data, gaussianDraw(data, run.width, run.seed), {
        method,
        ...settings,
      }).curves;
      for (let t = 0; t <= steps; t += plan.recordEvery)
        expect(Math.abs(losses[t]! / recorded.losses[t / plan.recordEvery]! - 1)).toBeLessThan(1e-5); // six digits are written
      for (let t = 0; t <= steps; t += plan.measureEvery)
        expect(Math.abs(displacements[t]! - recorded.displacements[t / plan.measureEvery]!)).toBeLessThan(
          1e-5,
        ); // the same
    }
  },
);

function atTenth(name: ExperimentData): ExperimentRun[] {
  return runs.filter((run) => run.data === name && run.divisor === 10 && run.steps === plan.steps);
}

/** Runs with displacements 2m^{−½}, and of the mean ½ or 1 for the residual. */
function made(width: number, loss: number): ExperimentRun {
  const recorded = { losses: [4, 4 * loss ** 2], displacements: [0, 2 / Math.sqrt(width)] };
  return {
    data: "mnist",
    width,
    divisor: 10,
    momentum: 0.9,
    seed: 1,
    steps: 5,
    ahead: 0,
    heavyBall: recorded,
    nesterov: recorded,
  };
}

it("analyses by hand: a pure power law has its exponent, without a margin; means are taken of residuals", () => {
  const { slope, lower, upper } = displacementSlope([made(100, 1), made(400, 1), made(1600, 1)], "heavyBall");
  for (const value of [slope, lower, upper]) expect(value).toBeCloseTo(-0.5, 7); // a margin of √(rounding) at most
  expect([...meanResiduals([made(1, 0.5), made(1, 1)], "nesterov")]).toEqual([1, 0.75]);
  expect(lastAhead(Float64Array.of(0.5, 0.9, 1.2))).toBe(1);
  expect(lastAhead(Float64Array.of(1.5))).toBe(-1);
  expect(() => displacementSlope([made(1, 1)], "nesterov")).toThrow(
    new RangeError("runs must be at least 3: 1"),
  );
});

it("gives the interval of a straight line with scatter, by hand", () => {
  // ln-widths 1, 2, 3 and ln-displacements 0, 1, −1: slope −½; Student's t for one degree of freedom, 12.706.
  const at = (x: number, y: number): ExperimentRun => {
    const recorded = { losses: [1], displacements: [Math.exp(y)] };
    return { ...made(Math.exp(x), 1), heavyBall: recorded, nesterov: recorded };
  };
  const { slope, upper } = displacementSlope([at(1, 0), at(2, 1), at(3, -1)], "heavyBall");
  expect(slope).toBeCloseTo(-0.5, 12);
  // Residuals −½, 1, −½: their squares sum to 3/2 with one degree of freedom, over Σ(x − x̄)² = 2.
  expect(upper).toBeCloseTo(-0.5 + 12.706 * Math.sqrt(1.5 / 2), 10);
  // Another momentum with another level and the same scatter: the same slope, four degrees of freedom less one.
  const twice = [0.9, 0.99].flatMap((momentum, level) =>
    [at(1, level), at(2, level + 1), at(3, level - 1)].map((run) => ({ ...run, momentum })),
  );
  const pooled = displacementSlope(twice, "heavyBall");
  expect(pooled.slope).toBeCloseTo(-0.5, 12);
  expect(pooled.upper).toBeCloseTo(-0.5 + 3.182 * Math.sqrt(3 / 3 / 4), 10);
});
