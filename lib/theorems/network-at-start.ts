import { gaussianDraw } from "../problems/relu-draw.ts";
import { reluData } from "../problems/relu-data.ts";
import { norm } from "../norm.ts";
import { reluGramSpectrum } from "../spectra/relu-gram.ts";
import { decided, inWords } from "./hypothesis.ts";
import type { Hypothesis } from "./theorem.ts";

/** A one-layer ReLU network at its start: n = `count` data and m = `width` neurons w ~ N(0, I), by `seed`. */
export interface NetworkAtStart {
  /** n rows of d = `dimension` values. */
  readonly points: Float64Array;
  readonly count: number;
  readonly dimension: number;
  readonly width: number;
  readonly seed: number;
}

/** How far from 1 the norm of a point may be. */
const UNIT = 1e-9;

/** Data of norm 1, within rounding. O(nd). */
export function unitData(network: NetworkAtStart): Hypothesis {
  const off = farthestFromUnit(network);
  const detail = `off by at most ${inWords(off)}`;
  return decided("unit data", String.raw`\|x_i\| = 1`, UNIT - off, detail, false);
}

/** Whether `unitData` holds. O(nd). */
export function hasUnitData(network: NetworkAtStart): boolean {
  return farthestFromUnit(network) <= UNIT;
}

/** w_rᵀxᵢ, m × n values, row-major: one neuron after the other. Unit data, else RangeError. O(mn² + n³ + n²d). */
export function preActivations({ points, count, dimension, width, seed }: NetworkAtStart): Float64Array {
  const data = reluData(points, new Float64Array(count), count, dimension);
  const values = new Float64Array(width * count);
  gaussianDraw(data, width, seed).open()(values, new Float64Array(width));
  return values;
}

function farthestFromUnit({ points, count, dimension }: NetworkAtStart): number {
  let farthest = 0;
  for (let i = 0; i < count; i++)
    farthest = Math.max(farthest, Math.abs(norm(points.subarray(i * dimension, (i + 1) * dimension)) - 1));
  return farthest;
}

/** The least and the largest eigenvalue of H̄; NaN for data that are not of norm 1. O(n²d + n³). */
export function kernelEnds(p: NetworkAtStart): { least: number; largest: number } {
  if (!hasUnitData(p)) return { least: NaN, largest: NaN };
  const spectrum = reluGramSpectrum(p.points, p.count, p.dimension);
  return { least: spectrum[0]!, largest: spectrum.at(-1)! };
}

/**
 * Unit data, λ_min(H̄) > 0, and 0 < δ < 1, δ = `failure`: what is asked of a network that is drawn at random. `eigenvalue` is what the paper calls the
 * least one. O(n²d + n³).
 */
export function drawable(
  p: NetworkAtStart & { readonly failure: number },
  eigenvalue = String.raw`\lambda_{\min}(\bar H)`,
): readonly Hypothesis[] {
  const { least } = kernelEnds(p);
  return [
    unitData(p),
    // The eigenvalue of a singular matrix arrives as a rounding error.
    decided(
      "no two data parallel",
      `${eigenvalue} > 0`,
      least - 1e-12,
      `$${eigenvalue}$ = ${inWords(least)}`,
    ),
    decided(
      "a chance to fail",
      String.raw`0 < \delta < 1`,
      Math.min(p.failure, 1 - p.failure),
      `$\\delta$ = ${inWords(p.failure)}`,
    ),
  ];
}
