import { FLOOR } from "../methods/method.ts";
import type { Random } from "../random.ts";
import { rateSlack } from "./rate-slack.ts";
import type { QuadraticState } from "./quadratic-state.ts";
import type { PaperKey } from "./references.ts";

export type Kind = "equality" | "upper" | "lower" | "tight" | "limit";
export type Verdict = "holds" | "unspecified" | "outside" | "violated" | "running";
export type HypothesisStatus = "holds" | "fails" | "unspecified";

/** One hypothesis, decided at the given parameters. margin > 0: by how much it holds; ≤ 0 (or NaN): by how much it fails. */
export interface Hypothesis {
  readonly name: string;
  readonly tex: string;
  readonly status: HypothesisStatus;
  readonly margin: number;
  /** What was compared, in words and numbers; may contain $…$ TeX. */
  readonly detail: string;
}

/** Values at t = 0, 1, …; a claim without a step has length 1. NaN: the bound does not exist. */
export type Series = Float64Array;

/** A named instance with the verdict that it must get. */
export interface Case<P> {
  readonly name: string;
  readonly parameters: P;
  readonly expected: Verdict;
  readonly expectedPrinted?: Verdict;
}

/** A value of `claim` from a source that does not share our code, NaN where there is no bound; `tolerance` is relative. */
export interface IndependentValue<P> {
  readonly parameters: P;
  readonly step: number;
  readonly claim: number;
  readonly tolerance: number;
  readonly source: string;
}

export interface Statement<P> {
  /** `<paper>/<file name>`. */
  readonly id: string;
  readonly paper: PaperKey;
  /** As printed, such as "Theorem 12". */
  readonly number: string;
  readonly title: string;
  readonly kind: Kind;
  /** The claim as TeX. */
  readonly tex: string;
  /** The claim in one sentence of plain words. */
  readonly plain: string;
  /** For `upper`, `lower` and `tight`: the least slack over the cases is at most this, so that no test is vacuous. */
  readonly looseness: number;
  /**
   * Named instances. The first is the thumbnail, which the map judges as it opens: it satisfies the hypotheses, but for those that name no number, and takes at
   * most about 20 ms (see `thumbnail`, `npm run bench -- thumbnails`).
   */
  readonly cases: readonly Case<P>[];
  /** At least two. */
  readonly values: readonly IndependentValue<P>[];
  /** A random instance around the admissible set, for trials and for search. */
  sample(random: Random): P;
}

/** The statement as printed, where that is wrong. The three short texts may contain $…$ TeX. */
export interface Printed<P> {
  readonly tex: string;
  assumes(p: P): readonly Hypothesis[];
  claim(p: P): Series;
  readonly counterexample: Case<P>;
  /** Of the claim as printed, where its verdicts alone would not tell it from a similar one. */
  readonly values?: readonly IndependentValue<P>[];
  /** The step of the proof that fails. */
  readonly slip: string;
  /** What stays true. */
  readonly survives: string;
  /** Whether the scan of our copy could be to blame. */
  readonly scan: string;
}

/** What makes a claim one in probability: over the seed, it is to hold with probability at least 1 − δ. */
export interface InProbability<P> {
  /** δ; of 1 or more, the claim says nothing. */
  failure(p: P): number;
  /** The same parameters with another seed. */
  withSeed(p: P, seed: number): P;
}

/** What a file of `lib/theorems/<paper>/` exports. */
export interface Theorem<P> {
  readonly statement: Statement<P>;
  assumes(p: P): readonly Hypothesis[];
  /** The right-hand side, in closed form. */
  claim(p: P): Series;
  /** The left-hand side, by running the kernels. */
  measure(p: P): Series;
  /**
   * The relative difference that the rounding of `measure` can make at each step, where that can exceed `roundingTolerance`;
   * as long as the claim.
   */
  rounding?(p: P): Series;
  /**
   * For an equality of which a side may be 0: the size of what is compared at each step, to which its error is relative where that
   * is more than the claim; as long as the claim.
   */
  scale?(p: P): Series;
  /** The parameters at a state of the notebook on quadratics, for the statements that it shows. Throws for none. */
  at?(state: QuadraticState): P;
  readonly printed?: Printed<P>;
  /** For a claim "with probability at least 1 − δ", which is judged over seeds: see `overSeeds`. `judge` judges the seed that it is given. */
  readonly inProbability?: InProbability<P>;
}

/** As much of a theorem as a verdict takes. */
export interface Judged<P> extends Pick<
  Theorem<P>,
  "assumes" | "claim" | "measure" | "rounding" | "scale" | "inProbability"
> {
  readonly statement: Pick<Statement<P>, "id" | "kind">;
  readonly printed?: Pick<Printed<P>, "assumes" | "claim">;
}

/** How many seeds of a claim in probability have been judged. */
export interface SeedCounts {
  readonly held: number;
  readonly violated: number;
  /** At these a hypothesis fails; they do not count for or against. */
  readonly outside: number;
  /** How many there are in all. */
  readonly of: number;
}

/** What the seeds say together. */
export interface SeedSummary extends SeedCounts {
  /** 95 % interval for the probability with which the claim holds. */
  readonly interval: readonly [lower: number, upper: number];
  /** 1 − δ, the probability that is claimed. */
  readonly promised: number;
  /** ⌊δ · seeds⌋: at so many the claim may fail. */
  readonly givenAway: number;
}

/** The outcome of a claim at given parameters. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly slack: number | null;
  /** The step of the slack, or of the first violation. */
  readonly at: number | null;
  readonly rateSlack: number | null;
  readonly hypotheses: readonly Hypothesis[];
  readonly claim: Series;
  readonly measured: Series;
  /** Why a number is null, and "equal within rounding" when rounding decided. */
  readonly reason: string | null;
  /** Whether the bound holds at every step, be the hypotheses true or not; null where no bound exists. */
  readonly boundHolds: boolean | null;
  /** Of a claim that was judged over seeds; all else is then said of one of them, see `overSeeds`. */
  readonly seeds?: SeedSummary;
}

/** The outcome of a claim, and of what is printed in its place; `printed` is null for a theorem without an erratum. */
export interface Both {
  readonly judgement: Judgement;
  readonly printed: Judgement | null;
}

/**
 * The relative difference at step t that counts as rounding: 1e−12·max(1, t/10). A step of an iteration makes a few
 * roundings of 1.1e−16, which t steps carry on. Where a theorem's constant enlarges them further it exports its own `rounding`.
 */
export function roundingTolerance(step: number): number {
  return 1e-12 * Math.max(1, step / 10);
}

/** Where rounding may make a larger relative difference than this, the measured values say nothing: the check ends there. */
const ROUNDING_LIMIT = 1e-3;

/** A law is approached when the last value is this close to it, relative to the law, and the second half no farther than the first. */
const LIMIT_TOLERANCE = 0.1;

/**
 * Judges the claim at `parameters`: `outside` when a hypothesis fails; else `violated` when the claim fails at a step, its bound
 * is NaN, or the run diverges under it; else `unspecified` when a hypothesis is; else `holds`. A step where the
 * measured value is below 1e−290 ends the check of an upper bound, one where both sides are ends that of the other kinds; so does
 * one where rounding alone may make 1e−3. Errors of an equality are relative to its `scale` where there is one.
 * Slack: `upper`, `tight` least claim/measured; `lower` least measured/claim; `equality` least tolerance/error; `limit` the
 * relative distance at the last step; of a violation, the ratio at its first step. Cost: that of `measure` and `claim`.
 */
export function judge<P>(theorem: Judged<P>, parameters: P): Judgement {
  return decide(theorem.statement.kind, theorem, parameters, measurementOf(theorem, parameters));
}

/** The same for the claim and for the statement as printed, from one measurement. */
export function judgeBoth<P>(theorem: Judged<P>, parameters: P): Both {
  const measurement = measurementOf(theorem, parameters);
  const { kind } = theorem.statement;
  return {
    judgement: decide(kind, theorem, parameters, measurement),
    printed: theorem.printed ? decide(kind, theorem.printed, parameters, measurement) : null,
  };
}

function measurementOf<P>(theorem: Judged<P>, parameters: P): Measurement {
  return {
    measured: theorem.measure(parameters),
    rounding: theorem.rounding?.(parameters),
    scale: theorem.scale?.(parameters),
  };
}

function decide<P>(
  kind: Kind,
  variant: Pick<Theorem<P>, "assumes" | "claim">,
  parameters: P,
  measurement: Measurement,
): Judgement {
  const [claim, { measured }] = [variant.claim(parameters), measurement];
  const hypotheses = variant.assumes(parameters);
  const sides = { claim, ...measurement };
  const comparison = kind === "limit" ? compareLimit(sides) : compareSteps(kind, sides);
  const rate = rateSlack(claim, measured);
  const statuses = hypotheses.map(({ status }) => status);
  const outcome = comparison.holds
    ? statuses.includes("unspecified")
      ? "unspecified"
      : "holds"
    : "violated";
  const reasons = [comparison.reason, rate.reason].filter((reason) => reason !== null);
  return {
    verdict: statuses.includes("fails") ? "outside" : outcome,
    slack: comparison.slack,
    at: comparison.at,
    rateSlack: rate.value,
    hypotheses,
    claim,
    measured,
    reason: reasons.length > 0 ? reasons.join("; ") : null,
    boundHolds: comparison.exists ? comparison.holds : null,
  };
}

interface Measurement {
  readonly measured: Series;
  readonly rounding: Series | undefined;
  readonly scale: Series | undefined;
}

interface Sides extends Measurement {
  readonly claim: Series;
}

interface Comparison {
  readonly holds: boolean;
  readonly exists: boolean;
  readonly slack: number | null;
  readonly at: number | null;
  readonly reason: string | null;
}

/** Whether c and m agree as `kind` says, exactly or but for `allowed`, and how far they are from the edge (1 is the edge). */
function compareAt(
  kind: Kind,
  c: number,
  m: number,
  allowed: number,
): { exact: boolean; within: boolean; ratio: number } {
  if (kind === "equality") {
    const error = Math.abs(m - c);
    return { exact: error === 0, within: error <= allowed, ratio: allowed / error };
  }
  if (kind === "lower") return { exact: m >= c, within: m >= c - allowed, ratio: m / c };
  return { exact: m <= c, within: m <= c + allowed, ratio: c / m };
}

function compareSteps(kind: Kind, { claim, measured, rounding, scale }: Sides): Comparison {
  const upper = kind === "upper" || kind === "tight";
  let [slack, at] = [Infinity, -1];
  let decided: string | null = null;
  for (let t = 0; t < Math.min(claim.length, measured.length); t++) {
    const [c, m] = [claim[t]!, measured[t]!];
    if (Number.isNaN(c))
      return { holds: false, exists: false, slack: null, at: t, reason: "the bound does not exist" };
    const size = Math.max(Math.abs(c), scale?.[t] ?? 0);
    if (m < FLOOR && (upper || size < FLOOR)) break;
    const tolerance = Math.max(roundingTolerance(t), rounding?.[t] ?? 0);
    if (tolerance > ROUNDING_LIMIT) {
      decided = onlyRounding(t);
      break;
    }
    const { exact, within, ratio } = compareAt(kind, c, m, tolerance * size);
    if (!within) return { holds: false, exists: true, ...presentable(ratio, t), reason: divergence(m) };
    if (!exact) decided = "equal within rounding";
    if (ratio < slack) [slack, at] = [ratio, t];
  }
  const none = at < 0 ? "no finite ratio: the sides are equal, or nothing is left to measure" : null;
  return { holds: true, exists: true, ...presentable(slack, at), reason: decided ?? none };
}

function presentable(ratio: number, step: number): { slack: number | null; at: number | null } {
  return Number.isFinite(ratio) ? { slack: ratio, at: step } : { slack: null, at: step < 0 ? null : step };
}

function divergence(m: number): string | null {
  if (Number.isNaN(m)) return "nothing can be measured";
  return m === Infinity ? "the run diverges" : null;
}

function onlyRounding(step: number): string {
  return `from step ${step} on only rounding is measured`;
}

/**
 * Relative distance to the law at the last step: small, and no later one larger than all of the first half. A law that rounding
 * cuts off before it is near is not refuted.
 */
function compareLimit({ claim, measured, rounding }: Sides): Comparison {
  const blurred = rounding?.findIndex((tolerance) => tolerance > ROUNDING_LIMIT) ?? -1;
  const last = (blurred < 0 ? Math.min(claim.length, measured.length) : blurred) - 1;
  const reason = blurred < 0 ? null : onlyRounding(blurred);
  if (last < 0 && reason) return { holds: true, exists: true, slack: null, at: null, reason };
  if (last < 0 || Number.isNaN(claim[last]!))
    return { holds: false, exists: false, slack: null, at: null, reason: "the law does not exist" };
  const distances = Float64Array.from({ length: last + 1 }, (_, t) => distance(claim[t]!, measured[t]!));
  const [end, half] = [distances[last]!, (last >> 1) + 1];
  const bound = farthest(distances.subarray(0, half)) + roundingTolerance(last);
  const approached = end <= LIMIT_TOLERANCE && farthest(distances.subarray(half)) <= bound;
  const holds = approached || reason !== null;
  return { holds, exists: true, ...presentable(end, last), reason: divergence(measured[last]!) ?? reason };
}

function distance(c: number, m: number): number {
  return m === c ? 0 : Math.abs(m - c) / Math.abs(c);
}

/** The largest entry; NaN where one is NaN. */
function farthest(distances: Float64Array): number {
  return distances.reduce((a, b) => Math.max(a, b), 0);
}
