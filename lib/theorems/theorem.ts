import { FLOOR } from "../methods/method.ts";
import type { Random } from "../random.ts";
import { rateSlack } from "./rate-slack.ts";
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

/** A value of `claim` from a source that does not share our code; `tolerance` is relative. */
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
  /** The step of the proof that fails. */
  readonly slip: string;
  /** What stays true. */
  readonly survives: string;
  /** Whether the scan of our copy could be to blame. */
  readonly scan: string;
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
  readonly printed?: Printed<P>;
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

/** A law is approached when the last value is this close to it, relative to the law. */
const LIMIT_TOLERANCE = 0.1;

/**
 * Judges the claim at `parameters`: `outside` when a hypothesis fails; else `violated` when the claim fails at a step, its bound
 * is NaN, or the run diverges under it; else `unspecified` when a hypothesis is; else `holds`. A step where the
 * measured value is below 1e−290 ends the check of an upper bound, one where both sides are ends that of the other kinds; so does
 * one where rounding alone may make 1e−3.
 * Slack: `upper`, `tight` least claim/measured; `lower` least measured/claim; `equality` least tolerance/error; `limit` the
 * relative distance at the last step; of a violation, the ratio at its first step. Cost: that of `measure` and `claim`.
 */
export function judge<P>(theorem: Theorem<P>, parameters: P): Judgement {
  const [claim, measured] = [theorem.claim(parameters), theorem.measure(parameters)];
  return decide(
    theorem.statement.kind,
    theorem.assumes(parameters),
    claim,
    measured,
    theorem.rounding?.(parameters),
  );
}

/** The same for the statement as printed; null for a theorem without an erratum. */
export function judgePrinted<P>(theorem: Theorem<P>, parameters: P): Judgement | null {
  if (!theorem.printed) return null;
  const [claim, measured] = [theorem.printed.claim(parameters), theorem.measure(parameters)];
  const hypotheses = theorem.printed.assumes(parameters);
  return decide(theorem.statement.kind, hypotheses, claim, measured, theorem.rounding?.(parameters));
}

function decide(
  kind: Kind,
  hypotheses: readonly Hypothesis[],
  claim: Series,
  measured: Series,
  rounding?: Series,
): Judgement {
  const comparison =
    kind === "limit" ? compareLimit(claim, measured) : compareSteps(kind, claim, measured, rounding);
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

interface Comparison {
  readonly holds: boolean;
  readonly exists: boolean;
  readonly slack: number | null;
  readonly at: number | null;
  readonly reason: string | null;
}

/** Whether c and m agree as `kind` says, exactly or within `tolerance`, and how far they are from the edge (1 is the edge). */
function compareAt(
  kind: Kind,
  c: number,
  m: number,
  tolerance: number,
): { exact: boolean; within: boolean; ratio: number } {
  const allowed = tolerance * Math.abs(c);
  if (kind === "equality") {
    const error = Math.abs(m - c);
    return { exact: error === 0, within: error <= allowed, ratio: allowed / error };
  }
  if (kind === "lower") return { exact: m >= c, within: m >= c - allowed, ratio: m / c };
  return { exact: m <= c, within: m <= c + allowed, ratio: c / m };
}

function compareSteps(kind: Kind, claim: Series, measured: Series, rounding?: Series): Comparison {
  const upper = kind === "upper" || kind === "tight";
  let [slack, at] = [Infinity, -1];
  let decided: string | null = null;
  for (let t = 0; t < Math.min(claim.length, measured.length); t++) {
    const [c, m] = [claim[t]!, measured[t]!];
    if (Number.isNaN(c))
      return { holds: false, exists: false, slack: null, at: t, reason: "the bound does not exist" };
    if (m < FLOOR && (upper || Math.abs(c) < FLOOR)) break;
    const tolerance = Math.max(roundingTolerance(t), rounding?.[t] ?? 0);
    if (tolerance > ROUNDING_LIMIT) {
      decided = `from step ${t} on only rounding is measured`;
      break;
    }
    const { exact, within, ratio } = compareAt(kind, c, m, tolerance);
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

/** Relative distance to the law at the last step: small, and not larger than half-way, if there is a half-way. */
function compareLimit(claim: Series, measured: Series): Comparison {
  const last = Math.min(claim.length, measured.length) - 1;
  const distance = (t: number): number => Math.abs(measured[t]! - claim[t]!) / Math.abs(claim[t]!);
  if (last < 0 || Number.isNaN(claim[last]!))
    return { holds: false, exists: false, slack: null, at: null, reason: "the law does not exist" };
  const [end, middle] = [distance(last), distance(last >> 1)];
  const holds = end <= LIMIT_TOLERANCE && end <= middle + roundingTolerance(last);
  return { holds, exists: true, ...presentable(end, last), reason: divergence(measured[last]!) };
}
