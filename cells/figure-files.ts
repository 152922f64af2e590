import { csvText } from "../figures/csv.ts";
import { chosenRows, rowCount, type DataTable } from "../figures/data-table.ts";
import { formatCount, formatShort } from "../figures/number-format.ts";
import { element } from "./element.ts";
import { notebookName, pageAddress } from "./page-address.ts";
import { pngOf } from "./png.ts";
import { saveFile } from "./save-file.ts";
import { standaloneSvg, svgText } from "./standalone-svg.ts";
import type { Takeable } from "./take-away.ts";

/** How many rows a page shows. */
const MOST_ROWS = 50;

/** Saves a figure as it is now: its data with all their digits, its drawing, or its drawing in pixels, two to one of CSS. */
export async function saveFigure(figure: Takeable, kind: "csv" | "svg" | "png"): Promise<void> {
  const name = `${figureName(figure.title(), location.pathname)}.${kind}`;
  if (kind === "csv") return saveFile(name, new Blob([csvText(figure.table())], { type: "text/csv" }));
  const svg = figure.svg();
  if (!svg) throw new Error("the figure has not been drawn yet");
  const drawing = standaloneSvg(svg, withoutMarks(figure.title()), description(figure));
  if (kind === "svg") return saveFile(name, new Blob([svgText(drawing)], { type: "image/svg+xml" }));
  saveFile(name, await pngOf(drawing));
}

function description(figure: Takeable): string {
  return `${withoutMarks(figure.caption())} ${pageAddress()}`.trim();
}

function withoutMarks(text: string): string {
  return text.replaceAll("$", "");
}

/** The name of a figure's files: that of the notebook and the figure's finding, in letters that every system takes. */
export function figureName(title: string, path: string): string {
  const words = title.toLowerCase().match(/[a-z0-9.]*[a-z0-9]/g) ?? [];
  return [notebookName(path), ...words.slice(0, 12)].join("-");
}

/** A figure's data as a table: all rows, or some of them, evenly chosen, with a word on where the others are. */
export function dataTable(figure: Takeable): HTMLElement {
  const table = figure.table();
  const count = rowCount(table);
  const rows = chosenRows(count, MOST_ROWS);
  const caption =
    rows.length < count
      ? `${rows.length} of ${formatCount(count)} rows; all of them, with all their digits, are in the CSV.`
      : `${formatCount(count)} ${count === 1 ? "row" : "rows"}; with all digits in the CSV.`;
  const head = table.map(({ name }) => element("th", { scope: "col" }, name));
  const body = rows.map((row) => element("tr", {}, ...table.map((_, column) => field(table, row, column))));
  const whole = element(
    "table",
    {},
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...body),
  );
  // What scrolls can be reached by keyboard.
  return element(
    "div",
    {
      className: "data-table",
      tabIndex: 0,
      attributes: { role: "region", "aria-label": `Data: ${withoutMarks(figure.title())}` },
    },
    whole,
  );
}

/** The first column names its row. */
function field(table: DataTable, row: number, column: number): HTMLElement {
  const values = table[column]?.values ?? [];
  const text = row < values.length ? formatShort(values[row] ?? NaN, 5) : "";
  return column === 0 ? element("th", { scope: "row" }, text) : element("td", {}, text);
}
