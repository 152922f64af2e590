import { binomialInterval } from "./binomial-interval.ts";
import { judgeBoth, type Both, type Judgement, type SeedCounts, type Judged } from "./theorem.ts";

/**
 * Judges a claim in probability at seeds 1 … `of`, and what is printed in its place: `violated` when the 95 % interval for the probability with
 * which it holds (Clopper and Pearson's, `binomialInterval`) lies below 1 − δ, so that one bad seed is not; `outside` when a hypothesis fails at every
 * seed; else `unspecified` when a hypothesis is; else `holds`. Yields the counts of the claim after each seed but the last.
 *
 * All else in the judgement is that of one seed: the nearest to the edge when the ⌊δ · seeds⌋ nearest are left out, which are those that the claim gives
 * away. Its slack is the slack of the (1 − δ)-quantile. When `signal` is aborted, the judgement is `running`, with what there is. RangeError for a
 * theorem without `inProbability` and for `of` below 1. Cost: one judgement for each seed, and two more.
 */
export function* overSeeds<P>(
  theorem: Judged<P>,
  parameters: P,
  of: number,
  signal?: { readonly aborted: boolean },
): Generator<SeedCounts, Both, void> {
  const { inProbability, statement } = theorem;
  if (!inProbability) throw new RangeError(`theorem must claim in probability: ${statement.id}`);
  if (!(Number.isSafeInteger(of) && of >= 1))
    throw new RangeError(`seeds must be a whole number of at least 1: ${of}`);
  const failure = inProbability.failure(parameters);
  const [claimed, asPrinted] = [new Poll(of, failure), new Poll(of, failure)];
  for (let seed = 1; seed <= of; seed++) {
    const both = judgeBoth(theorem, inProbability.withSeed(parameters, seed));
    claimed.count(seed, both.judgement);
    if (both.printed) asPrinted.count(seed, both.printed);
    if (signal?.aborted) break;
    if (seed < of) yield claimed.counts();
  }
  const at = (poll: Poll): Both => judgeBoth(theorem, inProbability.withSeed(parameters, poll.decisive()));
  return {
    judgement: claimed.sumUp(at(claimed).judgement),
    printed: theorem.printed ? asPrinted.sumUp(at(asPrinted).printed!) : null,
  };
}

/** `judgeBoth` of any theorem: one in probability is judged at seeds 1 … `of`. Cost: as there. */
export function judgeOverSeeds<P>(theorem: Judged<P>, parameters: P, of: number): Both {
  if (!theorem.inProbability) return judgeBoth(theorem, parameters);
  const steps = overSeeds(theorem, parameters, of);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The verdicts of one claim at many seeds. */
class Poll {
  readonly #of: number;
  readonly #failure: number;
  readonly #slacks: { readonly seed: number; readonly slack: number }[] = [];
  #violated = 0;
  #outside = 0;

  constructor(of: number, failure: number) {
    this.#of = of;
    this.#failure = failure;
  }

  count(seed: number, { verdict, slack }: Judgement): void {
    if (verdict === "outside") {
      this.#outside++;
      return;
    }
    const isViolated = verdict === "violated";
    if (isViolated) this.#violated++;
    // A bound that does not exist is the worst, and nothing to compare the best.
    this.#slacks.push({ seed, slack: slack ?? (isViolated ? -Infinity : Infinity) });
  }

  counts(): SeedCounts {
    const held = this.#slacks.length - this.#violated;
    return { held, violated: this.#violated, outside: this.#outside, of: this.#of };
  }

  /** The seed that stands for all; the first where all are outside. */
  decisive(): number {
    const nearest = this.#slacks.toSorted((a, b) => a.slack - b.slack);
    return nearest[Math.min(nearest.length - 1, this.#givenAway())]?.seed ?? 1;
  }

  /** The judgement of the decisive seed with what all of them say. */
  sumUp(decisive: Judgement): Judgement {
    const counts = this.counts();
    const judged = counts.held + counts.violated;
    const interval = binomialInterval(counts.held, judged);
    const seeds = { ...counts, interval, promised: 1 - this.#failure, givenAway: this.#givenAway() };
    return { ...decisive, verdict: this.#verdict(judged, interval[1], decisive), seeds };
  }

  #givenAway(): number {
    return Math.floor(Math.min(1, this.#failure) * this.#slacks.length);
  }

  #verdict(judged: number, upper: number, { hypotheses }: Judgement): Judgement["verdict"] {
    if (judged + this.#outside < this.#of) return "running";
    if (judged === 0) return "outside";
    if (upper < 1 - this.#failure) return "violated";
    return hypotheses.some(({ status }) => status === "unspecified") ? "unspecified" : "holds";
  }
}
