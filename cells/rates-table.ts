import { formatCount } from "../figures/number-format.ts";
import type { Rate } from "../lib/atlas/rates.ts";
import { element } from "./element.ts";
import { formula, mathText } from "./math-text.ts";
import { sortedTable, type SortedColumn, type SortedTable } from "./sorted-table.ts";

/** A rate at the reader's κ and ε. */
export interface RateRow {
  readonly rate: Rate;
  /** Whose it is. */
  readonly name: string;
  /** Where it can be seen, if it can. */
  readonly href: string | null;
  /** Its verdict in a word, or that it is quoted. */
  readonly status: string;
  readonly promised: number | null;
  /** NaN where it is not known. */
  readonly needed: number;
}

/** The table of rates in one quantity; see `rates`. */
export function ratesTable(): SortedTable<RateRow> {
  const table = sortedTable<RateRow>({
    key: "sort",
    caption:
      "Steps until the residual is $\\varepsilon$ of its start: promised, and needed on the worst quadratic",
    by: "promised",
    columns,
  });
  table.classList.add("wide");
  return table;
}

const text = (key: string, name: string, of: (row: RateRow) => string): SortedColumn<RateRow> => {
  return { key, name, spare: true, order: of, cell: (row) => [of(row)] };
};

const columns: readonly SortedColumn<RateRow>[] = [
  {
    key: "statement",
    name: "Statement",
    order: ({ rate, name }) => `${name} ${rate.statement}`,
    cell: ({ rate, name, href }) => [
      href ? element("a", { href }, rate.statement) : rate.statement,
      element("small", {}, name),
    ],
  },
  text("method", "Method", ({ rate }) => rate.methodName),
  text("problem", "Problem", ({ rate }) => rate.problem),
  {
    key: "quantity",
    name: "Bounds",
    spare: true,
    order: ({ rate }) => rate.quantity,
    cell: ({ rate }) => [formula(rate.quantity)],
  },
  {
    key: "rate",
    name: "Rate",
    spare: true,
    order: ({ rate }) => rate.rate,
    cell: ({ rate }) => [formula(rate.rate)],
  },
  {
    key: "constant",
    name: "Constant",
    spare: true,
    order: ({ rate }) => rate.constant,
    cell: ({ rate }) => mathText(rate.constant),
  },
  {
    key: "width",
    name: "Width",
    spare: true,
    order: ({ rate }) => rate.width,
    cell: ({ rate }) => (rate.width === null ? absent("no network") : mathText(rate.width)),
  },
  text("knows", "Knows $\\mu$?", ({ rate }) => (rate.knowsLeast ? "yes" : "no")),
  text("status", "Status", ({ status }) => status),
  {
    key: "promised",
    name: "Promised",
    numeric: true,
    order: ({ promised }) => promised,
    cell: ({ rate, promised }) => (promised === null ? absent(rate.silence ?? "") : [formatCount(promised)]),
  },
  {
    key: "needed",
    name: "Needed",
    numeric: true,
    order: ({ needed }) => needed,
    cell: ({ needed }) => (Number.isNaN(needed) ? absent("–") : [formatCount(needed)]),
  },
];

function absent(words: string): HTMLElement[] {
  return [element("span", { className: "absent" }, words)];
}
