import type { DataTable } from "../figures/data-table.ts";
import { complaint } from "./complaint.ts";
import { element, freshId } from "./element.ts";

/** A figure as it is at present, for those who take it away. Texts may hold formulas between dollar signs. */
export interface Takeable {
  title(): string;
  caption(): string;
  /** null while it is not drawn. */
  svg(): SVGSVGElement | null;
  table(): DataTable;
}

export interface TakeAway extends HTMLElement {
  /** The figure has changed: a table that is open follows. */
  refresh(): void;
  /** What the figure showed must not be seen any more: a table that is open loses it now. */
  forget(): void;
}

/** How long a reader must hold still before an open table follows (ms). */
const REST = 300;

/** What few readers use is loaded when they do. */
const load = () => import("./figure-files.ts");

/** The quiet line under a figure: its data as a table, and as files. */
export function takeAway(figure: Takeable): TakeAway {
  const id = freshId("data");
  const place = element("div", { id, hidden: true });
  const problem = complaint();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const attempt = async (act: () => Promise<void>) => {
    problem.show("");
    try {
      await act();
    } catch (error) {
      problem.show(String(error));
    }
  };
  const fill = () => attempt(async () => place.replaceChildren((await load()).dataTable(figure)));
  const toggle = () => {
    place.hidden = !place.hidden;
    data.setAttribute("aria-expanded", String(!place.hidden));
    if (!place.hidden) void fill();
  };
  const data = quiet("Data", toggle);
  data.setAttribute("aria-expanded", "false");
  data.setAttribute("aria-controls", id);
  const save = (kind: "csv" | "svg" | "png") =>
    quiet(kind.toUpperCase(), () => void attempt(async () => (await load()).saveFigure(figure, kind)));
  const acts = element(
    "div",
    { className: "actions", attributes: { role: "group", "aria-label": "Take this figure away" } },
    data,
    save("csv"),
    save("svg"),
    save("png"),
  );
  const refresh = () => {
    clearTimeout(timer);
    if (!place.hidden) timer = setTimeout(() => void fill(), REST);
  };
  const forget = () => {
    place.replaceChildren();
    refresh();
  };
  return Object.assign(element("div", { className: "take-away" }, acts, problem, place), { refresh, forget });
}

function quiet(text: string, act: () => void): HTMLElement {
  return element("button", { type: "button", className: "quiet", onclick: act }, text);
}
