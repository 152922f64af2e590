import { linked } from "../page/link.ts";
import { element } from "./element.ts";
import { mathText } from "./math-text.ts";

export interface SortedColumn<T> {
  /** Its name in the link. */
  readonly key: string;
  /** Its head, which may hold formulas between dollar signs. */
  readonly name: string;
  /** What it is sorted by: numbers before words, NaN and null at the end. */
  order(row: T): number | string | null;
  cell(row: T): readonly (Node | string)[];
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
  /** Left out on a phone. */
  readonly spare?: boolean;
}

export interface SortedTableOptions<T> {
  /** The key in the link. */
  readonly key: string;
  readonly caption: string;
  readonly columns: readonly SortedColumn<T>[];
  /** The column that it is sorted by at first. */
  readonly by: string;
}

export interface SortedTable<T> extends HTMLElement {
  show(rows: readonly T[]): void;
}

/** A table whose heads sort it, up or down; by which column, is in the link. The first column names the row. */
export function sortedTable<T>({ key, caption, columns, by }: SortedTableOptions<T>): SortedTable<T> {
  const state = linked<string>({
    key,
    initial: by,
    read(text) {
      if (!columns.some((column) => column.key === text.replace(/^-/, "")))
        throw new RangeError(`${key} must be the name of a column: ${text.slice(0, 40)}`);
      return { value: text };
    },
    write: (value) => value,
    restore: (value) => assign(value),
  });
  let sorted = state.opening;
  let rows: readonly T[] = [];
  const body = element("tbody");
  const heads = columns.map((column) => {
    const button = element(
      "button",
      { type: "button", className: "sort", disabled: !state.held, onclick: () => turn(column.key) },
      ...mathText(column.name),
    );
    return element("th", { className: classOf(column), scope: "col" }, button);
  });
  const root = element(
    "div",
    { className: "sorted-table", tabIndex: 0, attributes: { role: "region", "aria-label": caption } },
    element(
      "table",
      {},
      element("caption", {}, ...mathText(caption)),
      element("thead", {}, element("tr", {}, ...heads)),
      body,
    ),
  );
  const write = () => {
    const [name, down] = [sorted.replace(/^-/, ""), sorted.startsWith("-")];
    const column = columns.find((candidate) => candidate.key === name)!;
    heads.forEach((head, i) => {
      if (columns[i] === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    const ordered = rows.toSorted((a, b) => compare(column.order(a), column.order(b), down));
    body.replaceChildren(
      ...ordered.map((row) =>
        element(
          "tr",
          {},
          ...columns.map((each, i) =>
            i === 0
              ? element("th", { className: classOf(each), scope: "row" }, ...each.cell(row))
              : element("td", { className: classOf(each) }, ...each.cell(row)),
          ),
        ),
      ),
    );
  };
  const assign = (next: string) => {
    sorted = next;
    write();
  };
  const turn = (name: string) => {
    assign(sorted === name ? `-${name}` : name);
    state.keep(sorted);
  };
  return Object.assign(root, {
    show(next: readonly T[]) {
      rows = next;
      write();
    },
  });
}

function classOf({ numeric = false, spare = false }: Pick<SortedColumn<never>, "numeric" | "spare">): string {
  return [numeric ? "numeric" : "", spare ? "spare" : ""].filter(Boolean).join(" ");
}

/** Numbers before words before nothing; what is not there stays at the end, also from above. */
function compare(a: number | string | null, b: number | string | null, down: boolean): number {
  const rank = (value: number | string | null) =>
    value === null || Number.isNaN(value) ? 2 : typeof value === "string" ? 1 : 0;
  if (rank(a) !== rank(b))
    return rank(a) === 2 || rank(b) === 2 ? rank(a) - rank(b) : (rank(a) - rank(b)) * (down ? -1 : 1);
  if (rank(a) === 2) return 0;
  const order =
    typeof a === "string" ? a.localeCompare(String(b), "en", { numeric: true }) : Number(a) - Number(b);
  return down ? -order : order;
}
