import { fill } from "./become.ts";
import { element } from "./element.ts";
import { mathText } from "./math-text.ts";

/** What a run has to say now. */
export interface RunReport {
  /** The sentence with its counts, which may hold formulas between dollar signs: "120 of 300 starts tried." */
  readonly sentence: string;
  /** How much is done, in [0, 1]; null while that is not known. */
  readonly share?: number | null;
  /** Stops the run; without it, nothing runs and the bar is gone. */
  readonly stop?: () => void;
}

/** The report of a run that stays in place while the run goes on. */
export interface RunBar extends HTMLElement {
  show(report: RunReport): void;
}

/**
 * A run: a sentence with counts, a bar of ink under it, and Stop. A screen reader finds the bar under `name`, and is
 * told the sentence when the run has ended, not while it counts.
 */
export function runBar(name: string): RunBar {
  const sentence = element("p", { className: "run-sentence" });
  const ink = element("div");
  const bar = element(
    "div",
    { className: "run-bar", attributes: { role: "progressbar", "aria-label": name } },
    ink,
  );
  const button = element("button", { type: "button", className: "word run-stop" }, "Stop");
  const spoken = element("p", { className: "spoken", attributes: { role: "status" } });
  const root = element("div", { className: "run", tabIndex: -1 }, sentence, bar, button, spoken);
  bar.hidden = button.hidden = true;

  const show = ({ sentence: text, share = null, stop }: RunReport) => {
    const hasEnded = !bar.hidden && !stop;
    fill(sentence, mathText(text));
    if (share === null) bar.removeAttribute("aria-valuenow");
    else bar.setAttribute("aria-valuenow", String(Math.round(100 * share)));
    ink.style.width = `${100 * (share ?? 0)}%`;
    button.onclick = () => stop?.();
    // The keyboard's place stays with the run when its button goes.
    if (!stop && document.activeElement === button) root.focus();
    bar.hidden = button.hidden = !stop;
    spoken.textContent = hasEnded ? sentence.textContent : "";
  };
  return Object.assign(root, { show });
}
