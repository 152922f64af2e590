import { formatCount, formatFactor, formatNumber } from "../figures/number-format.ts";
import type { AdviceRow } from "../lib/advice/advice-rows.ts";
import type { Setting } from "../lib/methods/settings.ts";
import { element } from "./element.ts";
import { mathText } from "./math-text.ts";
import { sortedTable, type SortedTable } from "./sorted-table.ts";

/** The recommended settings on a reader's problem: with what is promised, by whom, and what was counted. */
export function adviceTable(): SortedTable<AdviceRow> {
  const table = sortedTable<AdviceRow>({
    key: "sort",
    caption:
      "Steps until the error is $\\varepsilon$ of its start: promised by the tightest bound, and taken",
    by: "needed",
    columns: [
      {
        key: "statement",
        name: "Setting",
        order: ({ recommendation }) => recommendation.name,
        cell: ({ recommendation: { name, setting } }) => [
          name,
          element("small", {}, ...mathText(settingText(setting))),
        ],
      },
      {
        key: "promised",
        name: "Promised",
        numeric: true,
        order: ({ guaranteed }) => guaranteed,
        cell: ({ guaranteed }) => [formatCount(guaranteed)],
      },
      {
        key: "needed",
        name: "Taken",
        numeric: true,
        order: ({ measured }) => measured?.reachedAt ?? null,
        cell: ({ measured }) => (measured ? [steps(measured.reachedAt)] : [absent("–")]),
      },
      {
        key: "lead",
        name: "Fewer than gradient descent?",
        spare: true,
        order: ({ lead }) => lead,
        cell: ({ lead }) => [
          lead === "sure" ? "for certain" : absent(lead === "open" ? "not promised" : "–"),
        ],
      },
      {
        key: "bounds",
        name: "Bounds, tightest first",
        spare: true,
        order: ({ tightest }) => tightest.source,
        cell: ({ bounds }) =>
          bounds.map(({ source, steps: count }) => element("small", {}, `${source}: ${formatCount(count)}`)),
      },
    ],
  });
  table.classList.add("wide", "advice-table");
  return table;
}

function settingText({ stepSize, momentum }: Setting): string {
  const step = `$\\eta$ = ${formatNumber(stepSize)}`;
  return momentum === 0 ? step : `${step}, $\\beta$ = ${formatFactor(momentum)}`;
}

function steps(count: number | null): string | HTMLElement {
  return count === null ? absent("too many to count") : formatCount(count);
}

function absent(words: string): HTMLElement {
  return element("span", { className: "absent" }, words);
}
