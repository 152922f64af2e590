import { describe, type Chart, type Size } from "../figures/chart.ts";
import type { DataTable } from "../figures/data-table.ts";
import { whenSeen } from "./canvas.ts";
import { element } from "./element.ts";
import { predictionHandle, type PredictionHandle, type PredictionHandleOptions } from "./exercise-handle.ts";
import { takeAway } from "./take-away.ts";

export interface PredictionFigureOptions {
  /** How it is used, until the prediction is locked. */
  readonly caption: string;
  readonly handles: readonly Omit<PredictionHandleOptions, "canvas" | "chart">[];
  draw(size: Size): Chart;
  height(size: Size): number;
  table(): DataTable;
  /** Where handle number `i` stands across the way that it moves along (px). */
  across(chart: Chart, i: number): number;
}

/** The figure in which a prediction is made by handles, and later shown beside the answer. */
export interface PredictionFigure {
  readonly root: HTMLElement;
  /** Draws it anew under a title, without handles where the prediction is locked. */
  show(title: string, isLocked: boolean): void;
  /** Takes out of the page what is drawn, also where it is out of sight and drawn later; its place stays. */
  forget(): void;
}

/** Draws when it is seen, and offers what is drawn to be taken away. */
export function predictionFigure(options: PredictionFigureOptions): PredictionFigure {
  let chart: Chart | null = null;
  const canvas = element("div", { className: "canvas" });
  const title = element("p", { className: "figure-title" });
  const caption = element("figcaption", {}, options.caption);
  const handles: PredictionHandle[] = options.handles.map((handle) =>
    predictionHandle({ ...handle, canvas, chart: () => chart }),
  );
  const away = takeAway({
    title: () => title.textContent ?? "",
    caption: () => "",
    svg: () => chart?.svg ?? null,
    table: options.table,
  });
  const root = element(
    "figure",
    { className: "figure" },
    title,
    element("div", { className: "plane" }, canvas, ...handles.map(({ root }) => root)),
    caption,
    away,
  );
  const draw = (size: Size) => {
    const drawn = options.draw(size);
    chart = drawn;
    canvas.replaceChildren(describe(drawn.svg, title.textContent ?? ""));
    handles.forEach((handle, i) => handle.move(options.across(drawn, i)));
    away.refresh();
  };
  const redraw = whenSeen(canvas, draw, options.height);
  return {
    root,
    show(text, isLocked) {
      title.textContent = text;
      caption.hidden = isLocked;
      for (const handle of handles) handle.root.hidden = isLocked;
      redraw();
    },
    forget() {
      chart?.svg.replaceChildren();
      away.forget();
    },
  };
}
