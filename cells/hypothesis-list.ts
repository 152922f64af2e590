import { formatNumber } from "../figures/number-format.ts";
import { hypothesisMark } from "../figures/verdict-mark.ts";
import type { Hypothesis } from "../lib/theorems/theorem.ts";
import { element } from "./element.ts";
import { formula, mathText } from "./math-text.ts";

/** Shows hypotheses as a checklist; items that say the same as before are left untouched. */
export function showHypotheses(list: HTMLElement, hypotheses: readonly Hypothesis[]): void {
  while (list.childElementCount > hypotheses.length) list.lastElementChild?.remove();
  hypotheses.forEach((hypothesis, i) => {
    const item = list.children[i] ?? list.appendChild(element("li"));
    const key = `${hypothesis.tex}|${hypothesis.status}|${hypothesis.detail}`;
    if (item.getAttribute("data-key") === key) return;
    item.setAttribute("data-key", key);
    item.setAttribute("data-status", hypothesis.status);
    const spoken = { holds: "holds: ", fails: "fails: ", unspecified: "not specified: " }[hypothesis.status];
    item.replaceChildren(
      hypothesisMark(hypothesis.status),
      element(
        "span",
        {},
        element("span", { className: "spoken" }, spoken),
        formula(hypothesis.tex),
        element("em", {}, ...mathText(`${hypothesis.detail}${marginText(hypothesis)}`)),
      ),
    );
  });
}

function marginText({ status, margin }: Hypothesis): string {
  // A margin without a scale says nothing.
  if (status === "unspecified" || !(Math.abs(margin) < 1e12)) return "";
  return status === "holds"
    ? `, margin ${formatNumber(margin)}`
    : `, short by ${formatNumber(Math.abs(margin))}`;
}
