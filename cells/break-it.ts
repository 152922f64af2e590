import { formatCount, formatNumber } from "../figures/number-format.ts";
import { isRestricted, openState } from "../page/link.ts";
import type { Run } from "../page/worker.ts";
import { element } from "./element.ts";
import { runBar } from "./run-bar.ts";

/** How far a search for a counterexample is. */
export interface Attempt {
  readonly evaluations: number;
  readonly admissible: number;
  readonly violations: number;
  readonly best: { readonly slack: number | null; readonly broken: boolean } | null;
  /** The state of the page that shows what was found, where a link can hold it. */
  readonly link: Readonly<Record<string, string>> | null;
}

/** What is to be broken. */
export interface AttemptOptions {
  readonly id: string;
  readonly printed: boolean;
  readonly seed: number;
  readonly restarts: number;
  readonly evaluations: number;
}

/** Runs a search where it does not block the page. */
export type Attempts = (options: AttemptOptions) => AsyncGenerator<Run<Attempt, Attempt>, void, void>;

const RESTARTS = 5;
const EVALUATIONS = 4000;

/**
 * “Try to break it”: looks for the instance of a claim that is nearest to its edge, or across, and tells of it while it
 * looks. Each try begins elsewhere. With an erratum, the statement as printed can be tried too. What is found can be
 * loaded where a link can hold it, and the present one lets one. A search that finds nothing proves nothing, and says so.
 */
export function breakIt(attempts: Attempts, id: string, hasErratum: boolean): HTMLElement {
  const report = element("div", { className: "attempt" });
  let seed = 0;
  let running: AsyncGenerator | null = null;
  const attempt = async (printed: boolean) => {
    await running?.return(undefined);
    const bar = runBar("Search for an instance that breaks the claim");
    report.replaceChildren(bar);
    const run = attempts({ id, printed, seed: ++seed, restarts: RESTARTS, evaluations: EVALUATIONS });
    running = run;
    for await (const state of run) {
      if (state.state === "running") {
        const done = state.progress?.evaluations ?? 0;
        bar.show({ sentence: progressText(state.progress), share: done / EVALUATIONS, stop: state.stop });
      } else if (state.state === "stopped")
        bar.show({ sentence: `Stopped. ${progressText(state.progress)}` });
      else {
        bar.show({ sentence: resultText(state.result, printed) });
        if (state.result.link && !isRestricted()) report.append(loadWord(state.result.link));
      }
    }
  };
  const start = (printed: boolean) => {
    attempt(printed).catch((error: unknown) => {
      report.replaceChildren(
        element("p", { className: "cell-error", attributes: { role: "alert" } }, String(error)),
      );
    });
  };
  const word = (text: string, printed: boolean) =>
    element("button", { type: "button", className: "act", onclick: () => start(printed) }, text);
  const acts = [word("Try to break it", false), ...(hasErratum ? [word("as printed", true)] : [])];
  return element("div", {}, element("div", { className: "actions" }, ...acts), report);
}

function progressText(progress: Attempt | null): string {
  if (!progress) return "Looking…";
  return `${formatCount(progress.evaluations)} of ${formatCount(EVALUATIONS)} instances, the tightest at ${slackText(progress)}.`;
}

function resultText(result: Attempt, printed: boolean): string {
  const counts = `${formatCount(result.evaluations)} instances, ${formatCount(result.admissible)} within the hypotheses.`;
  const what = printed ? "The statement as printed" : "The claim";
  if (result.best?.broken) return `${counts} ${what} is broken: slack ${slackText(result)}.`;
  return `${counts} ${what} held; the tightest is at ${slackText(result)}. A search that finds nothing proves nothing.`;
}

function slackText({ best }: Attempt): string {
  return best?.slack == null ? "no slack yet" : formatNumber(best.slack, 4);
}

function loadWord(link: Readonly<Record<string, string>>): HTMLElement {
  const word = element("button", { type: "button", className: "word" }, "Load what it found");
  word.addEventListener("click", () => openState(link));
  return word;
}
