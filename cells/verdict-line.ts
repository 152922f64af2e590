import { formatCount, formatNumber } from "../figures/number-format.ts";
import { verdictMark } from "../figures/verdict-mark.ts";
import type { Judgement } from "../lib/theorems/theorem.ts";
import { element } from "./element.ts";
import { mathText } from "./math-text.ts";

/** A verdict as its small picture, a word and a number; and where the statement as printed is crossed. */
export function verdictLine(judgement: Judgement, printed: Judgement | null): Node[] {
  const said = element(
    "span",
    {},
    element("b", {}, `${VERDICT_WORDS[judgement.verdict]}.`),
    " ",
    ...mathText(explanation(judgement)),
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

function explanation({ verdict, slack, at, hypotheses, boundHolds, reason, measured }: Judgement): string {
  const last = measured.length - 1;
  if (verdict === "outside") {
    const failed = hypotheses.filter(({ status }) => status === "fails").map(({ tex }) => `$${tex}$`);
    const fate =
      boundHolds === null
        ? "No bound exists here."
        : boundHolds
          ? "The bound happens to hold all the same."
          : "The bound does not hold here.";
    return `${failed.join(" and ")} ${failed.length > 1 ? "fail" : "fails"}. ${fate}`;
  }
  if (verdict === "violated") {
    return `The bound is passed${at === null ? "" : ` at $t$\u00a0=\u00a0${formatCount(at)}`}. That should not happen: please report it, with the link to this state.`;
  }
  const rounding = reason?.includes("rounding") ? " Rounding decides." : "";
  const range = last > 0 ? ` for $t$\u00a0≤\u00a0${formatCount(last)}` : "";
  const where = at === null || last === 0 ? "" : `, tightest at $t$\u00a0=\u00a0${formatCount(at)}`;
  return slack === null
    ? `Checked${range}.${rounding}`
    : `Slack ${formatSlack(slack)}${where}${range}.${rounding}`;
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
