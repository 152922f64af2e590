import { formatCount, formatNumber } from "../figures/number-format.ts";
import type { Outcome, Year } from "../lib/theorems/wang-experiment.ts";
import type { Run } from "../page/worker.ts";
import { element } from "./element.ts";
import { runBar } from "./run-bar.ts";

/** Repeats the experiment where it does not block the page. */
export type Experiments = (options: {
  year: Year;
  seeds: number;
}) => AsyncGenerator<Run<readonly Outcome[], readonly Outcome[]>, void, void>;

/** A word that starts it, and whose parameters it takes. */
export interface ExperimentWord {
  readonly text: string;
  readonly year: Year;
}

/** Runs of the experiment of Wang et al. 2021, I.1, with either version's parameters, over seeds, and what they say together. */
export function experiment(run: Experiments, seeds: number, words: readonly ExperimentWord[]): HTMLElement {
  const report = element("div", { className: "attempt" });
  let running: AsyncGenerator | null = null;
  const repeat = async (year: Year) => {
    await running?.return(undefined);
    const bar = runBar("The experiment, over seeds");
    report.replaceChildren(bar);
    const states = run({ year, seeds });
    running = states;
    for await (const state of states) {
      const outcomes = (state.state === "finished" ? state.result : state.progress) ?? [];
      const sentence = summaryOf(outcomes, seeds);
      if (state.state === "running") bar.show({ sentence, share: outcomes.length / seeds, stop: state.stop });
      else bar.show({ sentence });
    }
  };
  const act = ({ text, year }: ExperimentWord) => {
    const start = () => {
      repeat(year).catch((error: unknown) => {
        report.replaceChildren(
          element("p", { className: "cell-error", attributes: { role: "alert" } }, String(error)),
        );
      });
    };
    return element("button", { type: "button", className: "act", onclick: start }, text);
  };
  return element("div", {}, element("div", { className: "actions" }, ...words.map(act)), report);
}

/** How often momentum was ahead, and the shares of pairs with their spread. */
function summaryOf(outcomes: readonly Outcome[], seeds: number): string {
  if (outcomes.length === 0) return "Starting.";
  const ahead = outcomes.filter((outcome) => outcome.ahead).length;
  const over = outcomes.filter(({ conditionNumber }) => conditionNumber > 4).length;
  const shares = (value: (outcome: Outcome) => number) => {
    const { mean, deviation } = statisticsOf(outcomes.map(value));
    return `${formatNumber(100 * mean)} ± ${formatNumber(100 * deviation, 2)} %`;
  };
  return (
    `${formatCount(outcomes.length)} of ${formatCount(seeds)} seeds: momentum is ahead in ${formatCount(ahead)}; ` +
    `$\\kappa$ is above 4 in ${formatCount(over)}. Pairs that changed their sign: ` +
    `${shares(({ heavyBallPairs }) => heavyBallPairs)} with momentum, ` +
    `${shares(({ gradientDescentPairs }) => gradientDescentPairs)} without (mean and spread over the seeds).`
  );
}

function statisticsOf(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}
