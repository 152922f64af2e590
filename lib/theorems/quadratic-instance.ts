import { quarterTurn } from "../methods/heavy-ball-mode.ts";
import { summarizeModes } from "../methods/heavy-ball-modes.ts";
import { bestMomentum, type Setting } from "../methods/settings.ts";
import { worstStart } from "../methods/worst-start.ts";
import { fillNormal, seededRandom, type Random } from "../random.ts";
import type { QuadraticState } from "./quadratic-state.ts";

/** A start of the heavy ball, (w₀ − w*, w₋₁ − w*), in the eigenbasis. */
export interface Start {
  readonly start: Float64Array;
  readonly previous: Float64Array;
}

/** The smallest and the largest entry, μ and α. At least one entry. O(n). */
export function ends(eigenvalues: Float64Array): { smallest: number; largest: number } {
  let [smallest, largest] = [Infinity, -Infinity];
  for (const eigenvalue of eigenvalues) {
    smallest = Math.min(smallest, eigenvalue);
    largest = Math.max(largest, eigenvalue);
  }
  return { smallest, largest };
}

/** From rest at (1, …, 1) in n dimensions: w₋₁ = w₀, as the algorithm starts by itself. */
export function restAtOnes(dimension: number): Start {
  const start = new Float64Array(dimension).fill(1);
  return { start, previous: start };
}

/** A number between 10⁻ᵈ and 1, with a uniform logarithm. */
export function logUniform(random: Random, decades: number): number {
  return 10 ** (-decades * random());
}

/** One to five eigenvalues, κ log-uniform from 1 to 10⁶, the largest from 10⁻³ to 10³; unsorted but for the ends, which stand first. */
export function sampleEigenvalues(random: Random): Float64Array {
  const largest = 1000 * logUniform(random, 6);
  const decades = 6 * random();
  const eigenvalues = new Float64Array(1 + Math.floor(5 * random()));
  for (let i = 0; i < eigenvalues.length; i++) eigenvalues[i] = largest * logUniform(random, decades);
  eigenvalues[0] = largest;
  if (eigenvalues.length > 1) eigenvalues[1] = largest * 10 ** -decades;
  return eigenvalues;
}

/** ηα of a heavy ball: often 1, else anywhere in (0, 4) with both borders approached. */
export function sampleLargestZ(random: Random): number {
  const kind = Math.floor(4 * random());
  if (kind === 0) return 1;
  if (kind === 1) return 4 * (1 - random());
  return kind === 2 ? 4 - 3 * logUniform(random, 4) : 4 * logUniform(random, 4);
}

/** β: near the edge of what is admissible, near 1, exactly 1, anywhere between, or (one in ten) below the edge. */
export function sampleMomentum(random: Random, edge: number): number {
  const kind = Math.floor(10 * random());
  if (kind === 0) return edge * random();
  if (kind === 1) return 1;
  if (kind < 5) return Math.min(1, edge + (1 - edge) * logUniform(random, 6));
  if (kind < 8) return 1 - (1 - edge) * logUniform(random, 6);
  return edge + (1 - edge) * random();
}

/** A spectrum with a step size and a momentum: any κ up to 10⁶, all borders approached, one in ten below the edge. */
export function sampleSetting(random: Random): Setting & { readonly eigenvalues: Float64Array } {
  const eigenvalues = sampleEigenvalues(random);
  const { smallest, largest } = ends(eigenvalues);
  const stepSize = sampleLargestZ(random) / largest;
  const momentum = sampleMomentum(random, bestMomentum(stepSize, smallest, largest));
  return { eigenvalues, stepSize, momentum };
}

/** How long the slower end of the spectrum takes for its hump, in steps: a quarter turn of its roots, from 1 to `cap`. */
export function humpStep(eigenvalues: Float64Array, stepSize: number, momentum: number, cap: number): number {
  const { smallest, largest } = ends(eigenvalues);
  const slower = Math.max(
    quarterTurn(stepSize * smallest, momentum),
    quarterTurn(stepSize * largest, momentum),
  );
  return Math.round(Math.min(cap, slower));
}

/**
 * One of four kinds of start, equally likely: normal and from rest; normal with a velocity; one coordinate from rest;
 * the worst start for `step`.
 */
export function sampleStart(
  random: Random,
  eigenvalues: Float64Array,
  stepSize: number,
  momentum: number,
  step: number,
): Start {
  const kind = Math.floor(4 * random());
  if (kind === 3) return worstStart(eigenvalues, stepSize, momentum, step);
  const start = fillNormal(random, new Float64Array(eigenvalues.length));
  if (kind === 2) start.fill(0).fill(1, 0, 1);
  const previous = kind === 1 ? fillNormal(random, new Float64Array(eigenvalues.length)) : start;
  return { start, previous };
}

/** From rest at one unit along a single direction of n. `direction` in 0 … n − 1. */
export function restAlong(direction: number, dimension: number): Start {
  const start = new Float64Array(dimension).fill(0).fill(1, direction, direction + 1);
  return { start, previous: start };
}

/** The step that is waited for where a mode creeps, coincides or diverges, so that there is no hump. */
const NO_HUMP = 18;

/**
 * The step whose worst start is shown: the hump's, at most `cap`, where every mode rings or overshoots, else 18. `eigenvalues`
 * ascending. O(n).
 */
export function shownStep(eigenvalues: Float64Array, { stepSize, momentum }: Setting, cap: number): number {
  const { ringing, overshooting } = summarizeModes(eigenvalues, stepSize, momentum);
  const turning = ringing + overshooting === eigenvalues.length;
  return turning ? humpStep(eigenvalues, stepSize, momentum, cap) : NO_HUMP;
}

/** For how many steps a run is shown whose worst start is that of `step`: four humps, and at least 24. */
export function shownSteps(step: number): number {
  return Math.max(24, 4 * step);
}

/**
 * The start that `state` asks for, under a setting that need not be its own: the worst start for `step`; from rest at one unit
 * along the slowest direction; or from rest at seeded normal numbers. O(n).
 */
export function chosenStart(
  { eigenvalues, startKind, seed }: Pick<QuadraticState, "eigenvalues" | "startKind" | "seed">,
  { stepSize, momentum }: Setting,
  step: number,
): Start {
  if (startKind === "worst") return worstStart(eigenvalues, stepSize, momentum, step);
  if (startKind === "rest")
    return restAlong(summarizeModes(eigenvalues, stepSize, momentum).slowest, eigenvalues.length);
  const start = fillNormal(seededRandom(seed), new Float64Array(eigenvalues.length));
  return { start, previous: start };
}
