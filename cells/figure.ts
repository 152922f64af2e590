import { describe, type Size } from "../figures/chart.ts";
import { element } from "./element.ts";
import { mathText } from "./math-text.ts";
import { whenSeen } from "./canvas.ts";

/** What a figure shows now. Texts may hold formulas between dollar signs. */
export interface Picture {
  /** The finding, with its current number. */
  readonly title: string;
  readonly caption?: string;
  draw(size: Size): SVGSVGElement;
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
  const redraw = whenSeen(canvas, (size) => {
    if (!picture) return;
    canvas.replaceChildren(describe(picture.draw(size), picture.title));
  });
  const show = (next: Picture) => {
    const isFirst = picture === null;
    if (next.title !== picture?.title) title.replaceChildren(...mathText(next.title));
    if (next.caption !== picture?.caption) caption.replaceChildren(...mathText(next.caption ?? ""));
    caption.hidden = !next.caption;
    picture = next;
    redraw();
    if (isFirst) return;
    clearTimeout(timer);
    timer = setTimeout(() => (spoken.textContent = title.textContent), POLITE_DELAY);
  };
  return Object.assign(element("figure", { className: "figure" }, title, canvas, caption, spoken), { show });
}
