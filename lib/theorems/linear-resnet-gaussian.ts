import { norm } from "../norm.ts";
import type { LinearData } from "../problems/deep-linear-data.ts";
import { sampleCollapsedGaussian, type Transformations } from "../problems/linear-resnet-transformations.ts";
import { seededRandom } from "../random.ts";
import { decided, inWords } from "./hypothesis.ts";
import type { Hypothesis } from "./theorem.ts";

/** Data, and maps into and out of a net of width m that are drawn with a seed. */
export interface GaussianSetting extends LinearData {
  /** m. */
  readonly width: number;
  /** The δ of "with probability 1 − δ". */
  readonly failure: number;
  readonly seed: number;
}

/** What Proposition 3.3 knows before A and B are drawn, for entries N(0, 1). */
export interface GaussianBounds {
  /** 0.81m ≤ μ_Aμ_B and λ_Aλ_B ≤ 1.21m. */
  readonly least: number;
  readonly most: number;
  /** 6.05km ln(3n/δ)‖X‖²_F + ‖Y‖²_F ≥ 𝓛₀. */
  readonly loss: number;
}

/** m ≥ 100(√max{d, k} + √(2 ln(12/δ)))² and 0 < δ < 1. */
export function gaussianWidth({
  examples,
  inputs,
  targets,
  width,
  failure,
}: GaussianSetting): readonly Hypothesis[] {
  const largest = Math.max(inputs.length, targets.length) / examples;
  const asked = 100 * (Math.sqrt(largest) + Math.sqrt(2 * Math.log(12 / failure))) ** 2;
  return [
    decided(
      "wide enough for its singular values",
      String.raw`m \ge 100\left(\sqrt{\max\{d,k\}}+\sqrt{2\ln(12/\delta)}\right)^2`,
      width / asked - 1,
      `$m$ = ${inWords(width)}, must be at least ${inWords(asked)}`,
      false,
    ),
    decided(
      "a probability",
      String.raw`0 < \delta < 1`,
      Math.min(failure, 1 - failure),
      `$\\delta$ = ${inWords(failure)}`,
    ),
  ];
}

/** The bounds of Proposition 3.3 with α = β = 1. O(n(d + k)). */
export function gaussianBounds({
  examples,
  inputs,
  targets,
  width,
  failure,
}: GaussianSetting): GaussianBounds {
  const k = targets.length / examples;
  const product = 6.05 * k * width * Math.log((3 * examples) / failure) * norm(inputs) ** 2;
  return { least: 0.81 * width, most: 1.21 * width, loss: product + norm(targets) ** 2 };
}

/** A and B with entries N(0, 1), as drawn with the seed, collapsed to width d + k. */
export function drawnMaps({ examples, inputs, targets, width, seed }: GaussianSetting): Transformations {
  const sizes = { inputs: inputs.length / examples, outputs: targets.length / examples, width };
  return sampleCollapsedGaussian(sizes, { alpha: 1, beta: 1 }, seededRandom(seed));
}

/** Widths by doubling and halving until the least one is found at which `enough` holds, to a thousandth. */
export function leastWidth(enough: (width: number) => boolean): number {
  let above = 16;
  while (!enough(above) && above < 1e15) above *= 2;
  let below = above / 2;
  while (above - below > Math.max(1, above / 1000)) {
    const middle = Math.floor((above + below) / 2);
    if (enough(middle)) above = middle;
    else below = middle;
  }
  return above;
}
