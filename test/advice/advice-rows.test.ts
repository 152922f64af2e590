import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { adviceRows } from "../../lib/advice/advice-rows.ts";
import { analyse, type Analysis, type ReadersProblem } from "../../lib/advice/analyse.ts";
import { measureRuns } from "../../lib/advice/measured-runs.ts";
import { recommendations } from "../../lib/advice/recommendations.ts";
import { decodeImages, firstImages } from "../../lib/problems/images.ts";
import { readTable } from "../../lib/problems/table.ts";
import { powerLawSpectrum } from "../../lib/spectra/power-law.ts";
import { result } from "../support/result.ts";

const data = (name: string) => readFileSync(new URL(`../../data/${name}`, import.meta.url));
const scalings = ["raw", "length", "standard"] as const;
const limits = { labelColumn: 0, mostFeatures: 2000, most: 2000, manyColumns: 200, mostOfWide: 200, seed: 1 };

function images(name: string, count: number): ReadersProblem[] {
  const bytes = data(name);
  const all = decodeImages(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
  );
  const { points, ...rest } = firstImages(all, count);
  const rows = { ...rest, features: points };
  return (["least-squares", "relu"] as const).map((kind) => ({
    kind,
    rows,
    scalings: ["raw", "standard"],
    seed: 1,
  }));
}

function table(text: string): ReadersProblem[] {
  const rows = result(readTable({ text, ...limits }));
  return (["least-squares", "relu"] as const).map((kind) => ({ kind, rows, scalings, seed: 1 }));
}

const units = "east in m,north in cm,height\n1,100,4\n1,-100,0\n-1,100,-2\n-1,-100,-2";

describe.each([
  ["a power law with κ = 1000", () => [{ kind: "spectrum", eigenvalues: powerLawSpectrum(24, 1000) }]],
  ["metres and centimetres, κ = 10⁴", () => table(units)],
  ["iris flowers", () => table(data("iris.csv").toString())],
  // Fewer than the page shows: their decompositions take a second each.
  ["Fashion-MNIST", () => images("fashion-mnist.bin", 30)],
  ["MNIST", () => images("mnist.bin", 30)],
] as [string, () => ReadersProblem[]][])("%s", (_, problems) => {
  it("takes no more steps than are guaranteed, and is ahead of gradient descent where the page says that it will be", () => {
    let certain = 0;
    for (const problem of problems())
      for (const analysis of Object.values(result(analyse(problem))) as Analysis[]) {
        const { modes } = analysis;
        const recommended = recommendations(
          problem.kind === "relu" ? "relu" : "quadratic",
          modes.eigenvalues[0]!,
          modes.eigenvalues.at(-1)!,
        );
        for (const tolerance of [1e-2, 1e-6, 1e-10]) {
          const runs = recommended.map(({ method, setting }) => ({ method, setting }));
          const measured = result(measureRuns({ ...modes, runs, tolerance, every: 1, points: 2 }));
          const rows = adviceRows(recommended, measured, tolerance);
          for (const { guaranteed, measured: run, lead, bounds, recommendation } of rows) {
            expect(run!.reachedAt, recommendation.name).not.toBeNull();
            expect(run!.reachedAt!, recommendation.name).toBeLessThanOrEqual(guaranteed);
            expect(bounds[0]!.steps).toBe(guaranteed);
            if (lead !== "sure") continue;
            certain++;
            expect(run!.reachedAt!).toBeLessThan(measured[0]!.reachedAt!);
          }
        }
      }
    expect(certain).toBeGreaterThan(0);
  });
});

it("without counted steps nothing is said of a lead", () => {
  for (const row of adviceRows(recommendations("quadratic", 0.01, 1), [], 1e-6)) {
    expect(row.lead).toBeNull();
    expect(row.measured).toBeNull();
  }
});
