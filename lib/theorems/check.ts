import { seededRandom } from "../random.ts";
import {
  judge,
  judgePrinted,
  type Judgement,
  type Kind,
  type Printed,
  type Theorem,
  type Verdict,
} from "./theorem.ts";
import type { PaperKey } from "./references.ts";

/** The instance that decided a row: where it comes from, the step, and its parameters with plain arrays. */
export interface Worst {
  readonly from: string;
  readonly at: number | null;
  readonly parameters: unknown;
}

/** The outcome of one claim over its cases and its random samples. */
export interface Row {
  readonly id: string;
  readonly paper: PaperKey;
  readonly number: string;
  readonly kind: Kind;
  readonly expected: Verdict;
  readonly verdict: Verdict;
  readonly slack: number | null;
  readonly rateSlack: number | null;
  readonly worst: Worst | null;
  /** Samples in all, those that satisfy the hypotheses, and those among them that violate the claim. */
  readonly trials: number;
  readonly admissible: number;
  readonly violated: number;
  /** Why a number is null, or what went wrong. */
  readonly reason: string | null;
}

interface Instance<P> {
  readonly from: string;
  readonly parameters: P;
  readonly expected: Verdict;
  readonly judgement: Judgement;
}

/**
 * Judges a claim at its cases and at `trials` samples drawn with `seed`: one row, and a second, `#printed`, where there is an
 * erratum. A claim is expected to give each case its verdict and to be violated by no sample; what is printed is
 * expected to be violated by its counterexample. Slack, rate slack and `worst` are those of the instance with the least slack, of a limit the greatest
 * (`#printed`: of the counterexample; a row that is not as expected: of the first instance that shows it).
 * Cost: one judgement for each case and sample, two with an erratum.
 */
export function check<P>(theorem: Theorem<P>, options: { trials: number; seed: number }): Row[] {
  const random = seededRandom(options.seed);
  const samples = Array.from({ length: options.trials }, () => theorem.statement.sample(random));
  const rows = [checkClaim(theorem, samples)];
  if (theorem.printed) rows.push(checkPrinted(theorem, theorem.printed, samples));
  return rows;
}

function checkClaim<P>(theorem: Theorem<P>, samples: readonly P[]): Row {
  const { cases, id } = theorem.statement;
  const expected = cases.find((c) => c.expected !== "outside")?.expected ?? "outside";
  const atCases = cases.map((c) => instance(`case: ${c.name}`, c, judge(theorem, c.parameters)));
  const atSamples = samples.map((parameters, i) =>
    instance(`sample ${i + 1}`, { parameters, expected }, judge(theorem, parameters)),
  );
  const admissible = atSamples.filter(isAdmissible);
  const broken = admissible.filter(isViolated);
  const surprise = atCases.find((c) => c.judgement.verdict !== c.expected) ?? broken[0];
  const counts = { trials: samples.length, admissible: admissible.length, violated: broken.length };
  const verdict = surprise ? "violated" : expected;
  return row(
    theorem,
    { id, expected, verdict, ...counts },
    surprise ?? tightest([...atCases, ...admissible], theorem.statement.kind),
  );
}

function checkPrinted<P>(theorem: Theorem<P>, printed: Printed<P>, samples: readonly P[]): Row {
  const { parameters, name } = printed.counterexample;
  const judgement = judgePrinted(theorem, parameters)!;
  const counterexample = instance(`counterexample: ${name}`, { parameters, expected: "violated" }, judgement);
  const atSamples = samples.map((p) => ({ judgement: judgePrinted(theorem, p)! }));
  const counts = {
    trials: samples.length,
    admissible: atSamples.filter(isAdmissible).length,
    violated: atSamples.filter(isViolated).length,
  };
  const id = `${theorem.statement.id}#printed`;
  return row(theorem, { id, expected: "violated", verdict: judgement.verdict, ...counts }, counterexample);
}

function instance<P>(
  from: string,
  at: { parameters: P; expected: Verdict },
  judgement: Judgement,
): Instance<P> {
  return { from, parameters: at.parameters, expected: at.expected, judgement };
}

function isAdmissible({ judgement }: { readonly judgement: Judgement }): boolean {
  return judgement.verdict !== "outside";
}

function isViolated({ judgement }: { readonly judgement: Judgement }): boolean {
  return judgement.verdict === "violated";
}

/** The admissible instance with the least slack, of a limit the farthest; the first one of equals; undefined when none has a slack. */
function tightest<P>(instances: readonly Instance<P>[], kind: Kind): Instance<P> | undefined {
  const room = ({ judgement: { slack } }: Instance<P>): number =>
    slack === null ? Infinity : kind === "limit" ? -slack : slack;
  return instances
    .filter((i) => isAdmissible(i) && room(i) < Infinity)
    .reduce<Instance<P> | undefined>((best, i) => (best && room(best) <= room(i) ? best : i), undefined);
}

function row<P>(
  { statement: { paper, number, kind } }: Theorem<P>,
  counts: Pick<Row, "id" | "expected" | "verdict" | "trials" | "admissible" | "violated">,
  decisive: Instance<P> | undefined,
): Row {
  const { id, expected, verdict, ...trials } = counts;
  const head = { id, paper, number, kind, expected, verdict };
  if (!decisive)
    return {
      ...head,
      slack: null,
      rateSlack: null,
      worst: null,
      ...trials,
      reason: "no instance has a slack",
    };
  const { from, parameters, judgement } = decisive;
  const { slack, rateSlack, at } = judgement;
  const surprise =
    verdict === expected ? null : `${from}: expected ${decisive.expected}, got ${judgement.verdict}`;
  const reason = [surprise, judgement.reason].filter((text) => text !== null).join("; ") || null;
  return { ...head, slack, rateSlack, worst: { from, at, parameters: plain(parameters) }, ...trials, reason };
}

/** The parameters with plain arrays, so that they can be written as JSON. */
function plain(parameters: unknown): unknown {
  const entries = Object.entries(parameters as object);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, value instanceof Float64Array ? Array.from(value) : value]),
  );
}
