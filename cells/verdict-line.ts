import { formatCount, formatNumber, formatShort } from "../figures/number-format.ts";
import { verdictMark } from "../figures/verdict-mark.ts";
import type { Hypothesis, Judgement, SeedCounts, SeedSummary } from "../lib/theorems/theorem.ts";
import { element } from "./element.ts";
import { mathText } from "./math-text.ts";

/** A claim while a worker judges it; one in probability with the seeds that it has gone through. */
export interface Polling {
  readonly verdict: "running";
  readonly hypotheses: readonly Hypothesis[];
  readonly seeds?: SeedCounts;
}

/**
 * A verdict as its small picture, a word and a number; and where the statement as printed is crossed. Of a claim in
 * probability the number is how many seeds it held at, with the interval; while it runs, how many there are yet.
 */
export function verdictLine(judgement: Judgement | Polling, printed: Judgement | null): Node[] {
  const said = element(
    "span",
    {},
    element("b", {}, `${VERDICT_WORDS[judgement.verdict]}.`),
    " ",
    ...mathText(judgement.verdict === "running" ? progressText(judgement.seeds) : explanation(judgement)),
  );
  if (printed?.verdict === "violated") {
    said.append(" ", ...mathText(printedExplanation(printed)));
  }
  return [verdictMark(judgement.verdict), said];
}

const VERDICT_WORDS: Record<Judgement["verdict"], string> = {
  holds: "Holds",
  unspecified: "Holds, with a hypothesis that names no number",
  outside: "Outside the theorem",
  violated: "Violated",
  running: "Running",
};

/** How many seeds have been judged. */
export function judgedSeeds({ held, violated, outside }: SeedCounts): number {
  return held + violated + outside;
}

function progressText(seeds: SeedCounts | undefined): string {
  if (!seeds) return "";
  return `${formatCount(judgedSeeds(seeds))} of ${formatCount(seeds.of)} seeds, held in ${formatCount(seeds.held)}.`;
}

function explanation(judgement: Judgement): string {
  const { verdict, slack, at, hypotheses, boundHolds, reason, measured, seeds } = judgement;
  const last = measured.length - 1;
  if (verdict === "outside") {
    const failed = hypotheses.filter(({ status }) => status === "fails").map(({ tex }) => `$${tex}$`);
    const fate =
      boundHolds === null
        ? "No bound exists here."
        : boundHolds
          ? `The bound happens to hold all the same${seeds ? ", at the first seed" : ""}.`
          : `The bound does not hold here${seeds ? ", at the first seed" : ""}.`;
    return `${failed.join(" and ")} ${failed.length > 1 ? "fail" : "fails"}. ${fate}`;
  }
  if (seeds) return `${seedsText(seeds)}${verdict === "violated" ? PLEASE_REPORT : seedSlack(seeds, slack)}`;
  if (verdict === "violated") {
    return `The bound is passed${at === null ? "" : ` at $t$\u00a0=\u00a0${formatCount(at)}`}.${PLEASE_REPORT}`;
  }
  const rounding = reason?.includes("rounding") ? " Rounding decides." : "";
  const range = last > 0 ? ` for $t$\u00a0≤\u00a0${formatCount(last)}` : "";
  const where = at === null || last === 0 ? "" : `, tightest at $t$\u00a0=\u00a0${formatCount(at)}`;
  return slack === null
    ? `Checked${range}.${rounding}`
    : `Slack ${formatSlack(slack)}${where}${range}.${rounding}`;
}

const PLEASE_REPORT = " That should not happen: please report it, with the link to this state.";

function seedsText({ held, violated, interval, promised }: SeedSummary): string {
  const [lower, upper] = interval.map(percent);
  const share = `Held in ${formatCount(held)} of ${formatCount(held + violated)} seeds`;
  return `${share}, 95\u00a0% interval ${lower}–${upper}\u00a0%; claimed, at least ${percent(promised)}\u00a0%.`;
}

/** The slack is that of the nearest seed but for those that the claim gives away. */
function seedSlack({ givenAway }: SeedSummary, slack: number | null): string {
  if (slack === null) return "";
  const but = givenAway > 0 ? ` but ${formatCount(givenAway)}` : "";
  return ` Slack ${formatSlack(slack)} at the tightest seed${but}.`;
}

/** A probability in percent: to a tenth, and near 0 and 1 as many digits as it takes to be told from them. */
function percent(probability: number): string {
  const distance = 100 * Math.min(probability, 1 - probability);
  const digits = distance > 0 && distance < 0.1 ? Math.ceil(-Math.log10(distance)) : 1;
  return formatShort(Number((100 * probability).toFixed(digits)), digits + 2);
}

function printedExplanation({ at }: Judgement): string {
  return at
    ? `The constant as printed is crossed at $t$\u00a0=\u00a0${formatCount(at)}.`
    : "The constant as printed is crossed.";
}

/** A slack near one needs its fourth digit: 1.002 is not 1.00. */
function formatSlack(slack: number): string {
  return formatNumber(slack, Math.abs(slack - 1) < 0.1 ? 4 : 3);
}
