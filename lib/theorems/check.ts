import { seededRandom } from "../random.ts";
import { judgeOverSeeds } from "./over-seeds.ts";
import type { PaperKey } from "./references.ts";
import type { Judgement, Kind, Printed, SeedSummary, Theorem, Verdict } from "./theorem.ts";

/** The instance that decided a row: where it comes from, the step, and its parameters with plain arrays. */
export interface Worst {
  readonly from: string;
  readonly at: number | null;
  readonly parameters: unknown;
}

/** Over how many seeds a claim in probability is judged at a case, and at a sample. */
const CASE_SEEDS = 100;
const SAMPLE_SEEDS = 20;

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
  /** What the seeds say of the decisive instance of a claim in probability; null for other claims. */
  readonly seeds: SeedSummary | null;
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
 * A claim in probability is judged over `seeds` seeds at its cases, and over 20 at a sample.
 * Cost: one measurement for each case and sample, or for each seed of these; no sample is kept but the decisive ones.
 */
export function check<P>(
  theorem: Theorem<P>,
  options: { trials: number; seed: number; seeds?: number },
): Row[] {
  const { statement, printed } = theorem;
  const { seeds = CASE_SEEDS } = options;
  const random = seededRandom(options.seed);
  const expected = statement.cases.find((c) => c.expected !== "outside")?.expected ?? "outside";
  const [claimed, asPrinted] = [new Tally<P>(statement.kind), new Tally<P>(statement.kind)];
  for (let i = 1; i <= options.trials; i++) {
    const [from, at] = [`sample ${i}`, { parameters: statement.sample(random), expected }];
    const both = judgeOverSeeds(theorem, at.parameters, SAMPLE_SEEDS);
    claimed.count(instance(from, at, both.judgement));
    if (both.printed) asPrinted.count(instance(from, at, both.printed));
  }
  const rows = [claimRow(theorem, expected, claimed, seeds)];
  if (printed) rows.push(printedRow(theorem, printed, asPrinted, seeds));
  return rows;
}

/** What the samples of a claim say together; it keeps two of them at most. */
class Tally<P> {
  trials = 0;
  admissible = 0;
  violated = 0;
  firstViolated: Instance<P> | undefined;
  tightest: Instance<P> | undefined;
  readonly #kind: Kind;

  constructor(kind: Kind) {
    this.#kind = kind;
  }

  count(sample: Instance<P>): void {
    this.trials++;
    if (sample.judgement.verdict === "outside") return;
    this.admissible++;
    this.tightest = tightest([this.tightest, sample], this.#kind);
    if (sample.judgement.verdict !== "violated") return;
    this.violated++;
    this.firstViolated ??= sample;
  }

  counts(): Pick<Row, "trials" | "admissible" | "violated"> {
    return { trials: this.trials, admissible: this.admissible, violated: this.violated };
  }
}

function claimRow<P>(theorem: Theorem<P>, expected: Verdict, samples: Tally<P>, seeds: number): Row {
  const { cases, id, kind } = theorem.statement;
  const atCases = cases.map((c) =>
    instance(`case: ${c.name}`, c, judgeOverSeeds(theorem, c.parameters, seeds).judgement),
  );
  const surprise = atCases.find((c) => c.judgement.verdict !== c.expected) ?? samples.firstViolated;
  const verdict = surprise ? "violated" : expected;
  const decisive = surprise ?? tightest([...atCases, samples.tightest], kind);
  return row(theorem, { id, expected, verdict, ...samples.counts() }, decisive);
}

function printedRow<P>(theorem: Theorem<P>, printed: Printed<P>, samples: Tally<P>, seeds: number): Row {
  const { parameters, name } = printed.counterexample;
  const judgement = judgeOverSeeds(theorem, parameters, seeds).printed!;
  const counterexample = instance(`counterexample: ${name}`, { parameters, expected: "violated" }, judgement);
  const id = `${theorem.statement.id}#printed`;
  const head = { id, expected: "violated" as const, verdict: judgement.verdict };
  return row(theorem, { ...head, ...samples.counts() }, counterexample);
}

function instance<P>(
  from: string,
  at: { parameters: P; expected: Verdict },
  judgement: Judgement,
): Instance<P> {
  return { from, parameters: at.parameters, expected: at.expected, judgement };
}

/** The admissible instance with the least slack, of a limit the farthest; the first one of equals; undefined when none has a slack. */
function tightest<P>(instances: readonly (Instance<P> | undefined)[], kind: Kind): Instance<P> | undefined {
  const room = ({ judgement: { verdict, slack } }: Instance<P>): number =>
    slack === null || verdict === "outside" ? Infinity : kind === "limit" ? -slack : slack;
  return instances
    .filter((i) => i !== undefined && room(i) < Infinity)
    .reduce((best, i) => (best && room(best) <= room(i!) ? best : i), undefined);
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
      seeds: null,
      reason: "no instance has a slack",
    };
  const { from, parameters, judgement } = decisive;
  const { slack, rateSlack, at, seeds = null } = judgement;
  const surprise =
    verdict === expected ? null : `${from}: expected ${decisive.expected}, got ${judgement.verdict}`;
  const reason = [surprise, judgement.reason].filter((text) => text !== null).join("; ") || null;
  const worst = { from, at, parameters: plain(parameters) };
  return { ...head, slack, rateSlack, worst, ...trials, seeds, reason };
}

/** The parameters with plain arrays, so that they can be written as JSON. */
function plain(parameters: unknown): unknown {
  const entries = Object.entries(parameters as object);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, value instanceof Float64Array ? Array.from(value) : value]),
  );
}
