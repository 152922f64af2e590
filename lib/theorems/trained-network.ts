import { runLazy } from "../methods/relu/lazy-run.ts";
import type { ReluMethod } from "../methods/relu/relu-method.ts";
import { reluData } from "../problems/relu-data.ts";
import { gaussianDraw } from "../problems/relu-draw.ts";
import { spherePoints } from "../problems/sphere-points.ts";
import type { Random } from "../random.ts";
import { hasUnitData, kernelEnds, type NetworkAtStart } from "./network-at-start.ts";
import type { Series } from "./theorem.ts";

/** A one-layer ReLU network that is trained for `steps` steps; `failure` is the δ of "with probability 1 − δ". */
export interface TrainedNetwork extends NetworkAtStart {
  /** n labels. */
  readonly labels: Float64Array;
  readonly failure: number;
  readonly steps: number;
}

/**
 * ‖ξ_t‖/‖ξ₀‖, ξ_t = u_t − y, for t = 0 … T, trained exactly from the draw of the seed; Infinity from where it has diverged, NaN for data that are
 * not of norm 1. Cost: that of `runLazy`.
 */
export function residualRatios(
  method: ReluMethod,
  p: TrainedNetwork,
  setting: { readonly stepSize: number; readonly momentum: number },
): Series {
  const ratios = new Float64Array(p.steps + 1).fill(NaN);
  if (!hasUnitData(p) || !(setting.stepSize > 0)) return ratios;
  const data = reluData(p.points, p.labels, p.count, p.dimension);
  const settings = { method, ...setting, steps: p.steps, measureEvery: 0 };
  const { losses } = runLazy(data, gaussianDraw(data, p.width, p.seed), settings).curves;
  return ratios
    .fill(Infinity)
    .map((_, t) => (t < losses.length ? Math.sqrt(losses[t]! / losses[0]!) : Infinity));
}

/** What rounding makes of such a ratio, relative to `bounds` at each step: some 100 roundings of numbers of the size of u₀ and y. */
export function ratioRounding(bounds: Series): Series {
  return bounds.map((bound) => (100 * Number.EPSILON) / bound);
}

/** λ⁻⁴n⁴κ² ln³(n/δ), λ = ¾λ_min(H̄): the width that Theorem 13 of Wang et al. 2021 asks for with the constant 1. O(n²d + n³). */
export function widthOfTheorem13(p: TrainedNetwork): number {
  const { least, largest } = kernelEnds(p);
  return (p.count / (0.75 * least)) ** 4 * (largest / least) ** 2 * Math.log(p.count / p.failure) ** 3;
}

/** One datum, seldom two, in two to five dimensions, 2000 to 4000 neurons; one in ten much narrower. */
export function sampleTrained(random: Random): TrainedNetwork {
  const count = random() < 0.8 ? 1 : 2;
  const dimension = 2 + Math.floor(4 * random());
  const points = spherePoints(random, count, dimension);
  const labels = Float64Array.from({ length: count }, () => (random() < 0.5 ? 1 : -1));
  const width = Math.round(random() < 0.1 ? 1 + 20 * random() : 2000 * 2 ** random());
  return { points, count, dimension, labels, width, failure: 0.5, seed: 1, steps: 20 };
}

/** Points of the plane at angles in parts of π, labels 1, −1, 1, …; δ = ½. */
export function trainedOnCircle(angles: readonly number[], width: number, steps: number): TrainedNetwork {
  const points = Float64Array.from(
    angles.flatMap((part) => [Math.cos(part * Math.PI), Math.sin(part * Math.PI)]),
  );
  const labels = Float64Array.from(angles, (_, i) => (i % 2 === 0 ? 1 : -1));
  return { points, count: angles.length, dimension: 2, labels, width, failure: 0.5, seed: 1, steps };
}
