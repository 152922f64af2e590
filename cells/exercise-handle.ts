import type { Chart } from "../figures/chart.ts";
import { drag, placesIn } from "./drag.ts";
import { element } from "./element.ts";
import type { ValueScale } from "./value-scale.ts";

export interface PredictionHandleOptions {
  readonly name: string;
  /** Where the chart is drawn. */
  readonly canvas: HTMLElement;
  scale(): ValueScale;
  chart(): Chart | null;
  value(): number;
  /** The value as it is spoken. */
  text(value: number): string;
  set(value: number): void;
}

export interface PredictionHandle {
  readonly root: HTMLElement;
  /** Shows the value at `x` pixels from the left. */
  move(x: number): void;
}

/** A point of a drawn curve: a slider that moves up and down, by mouse, finger or keys; Shift takes larger steps. */
export function predictionHandle(options: PredictionHandleOptions): PredictionHandle {
  const { name, canvas, scale, chart, value, text, set } = options;
  const root = element("div", {
    className: "handle",
    tabIndex: 0,
    attributes: { role: "slider", "aria-label": name, "aria-orientation": "vertical" },
  });
  root.addEventListener("pointerdown", (event) => {
    const start = chart();
    if (!start) return;
    const placeOf = placesIn(canvas);
    const grip = placeOf(event).y - start.y(value());
    const follow = (moved: PointerEvent) => {
      const place = chart()?.invert(0, placeOf(moved).y - grip).y;
      if (place !== undefined) set(scale().round(place));
    };
    drag(root, event, follow, () => {});
  });
  root.addEventListener("keydown", (event) => {
    const next = keyed(event, scale(), value());
    if (next === null) return;
    event.preventDefault();
    set(next);
  });
  const move = (x: number) => {
    root.style.transform = `translate(${x}px, ${chart()?.y(value()) ?? 0}px)`;
    tell();
  };
  const tell = () => {
    const [low, high] = scale().range;
    root.setAttribute("aria-valuemin", String(low));
    root.setAttribute("aria-valuemax", String(high));
    root.setAttribute("aria-valuenow", String(value()));
    root.setAttribute("aria-valuetext", text(value()));
  };
  // A slider has a value before its picture is seen.
  tell();
  return { root, move };
}

function keyed({ key, shiftKey }: KeyboardEvent, scale: ValueScale, value: number): number | null {
  const isLarge = shiftKey || key.startsWith("Page");
  if (/^(ArrowUp|ArrowRight|PageUp)$/.test(key)) return scale.nudged(value, 1, isLarge);
  if (/^(ArrowDown|ArrowLeft|PageDown)$/.test(key)) return scale.nudged(value, -1, isLarge);
  if (key === "Home") return scale.range[0];
  if (key === "End") return scale.range[1];
  return null;
}
