import { describe } from "../figures/chart.ts";
import type { Drawing } from "../figures/data-table.ts";
import { become, fill } from "./become.ts";
import { element } from "./element.ts";
import { mathText } from "./math-text.ts";
import { takeAway } from "./take-away.ts";
import { whenSeen } from "./canvas.ts";

/** What a figure shows now. Texts may hold formulas between dollar signs. */
export interface Picture {
  /** The finding, with its current number. */
  readonly title: string;
  readonly caption?: string;
  /** What is drawn; asked for when the figure is seen, so that dear data are computed only then. */
  drawing(): Drawing;
}

/** A figure that stays in place while what it shows changes. */
export interface Figure extends HTMLElement {
  show(picture: Picture): void;
}

/** How long a reader must hold still before a screen reader is told the new finding. */
const POLITE_DELAY = 600;

/** An empty figure: its title states the finding, and is also the name of the picture. */
export function figure(): Figure {
  const title = element("p", { className: "figure-title" });
  const canvas = element("div", { className: "canvas" });
  const caption = element("figcaption");
  const spoken = element("p", { className: "spoken", attributes: { role: "status" } });
  let picture: Picture | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: Picture | null = null;
  let drawing: Drawing | null = null;
  const away = takeAway({
    title: () => shown?.title ?? "",
    caption: () => shown?.caption ?? "",
    svg: () => canvas.querySelector("svg"),
    table: () => drawing?.table() ?? [],
  });
  /** Writes what stands around the drawing, and gives the drawing: for a picture in another size it is the same. */
  const write = (next: Picture): Drawing => {
    if (next.title !== shown?.title) fill(title, mathText(next.title));
    if (next.caption !== shown?.caption) fill(caption, mathText(next.caption ?? ""));
    if (!drawing || next !== shown) drawing = next.drawing();
    shown = next;
    return drawing;
  };
  const redraw = whenSeen(
    canvas,
    (size) => {
      if (!picture) return;
      const old = canvas.querySelector("svg");
      const next = describe(write(picture).draw(size), picture.title);
      if (old) become(old, next);
      else canvas.replaceChildren(next);
      away.refresh();
      // The first finding is read with the page; only what follows a gesture is told.
      if (old) tell(picture.title);
    },
    (size) => (picture ? write(picture).height(size) : null),
  );
  const tell = (finding: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => (spoken.textContent = finding), POLITE_DELAY);
  };
  const show = (next: Picture) => {
    picture = next;
    redraw();
  };
  return Object.assign(element("figure", { className: "figure" }, title, canvas, caption, away, spoken), {
    show,
  });
}
