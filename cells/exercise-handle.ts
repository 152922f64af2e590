import type { Chart } from "../figures/chart.ts";
import { drag, placesIn } from "./drag.ts";
import { element } from "./element.ts";
import type { ValueScale } from "./value-scale.ts";

export interface PredictionHandleOptions {
  readonly name: string;
  /** Where the chart is drawn. */
  readonly canvas: HTMLElement;
  /** Along which axis it moves: up and down, if left out. */
  readonly along?: "x" | "y";
  scale(): ValueScale;
  chart(): Chart | null;
  value(): number;
  /** The value as it is spoken. */
  text(value: number): string;
  set(value: number): void;
}

export interface PredictionHandle {
  readonly root: HTMLElement;
  /** Shows the value so many pixels from the left, or from the top where it moves from side to side. */
  move(across: number): void;
}

/** A point of a drawn curve or on an axis: a slider that moves along one of them, by mouse, finger or keys; Shift takes larger steps. */
export function predictionHandle(options: PredictionHandleOptions): PredictionHandle {
  const { name, canvas, along = "y", scale, chart, value, text, set } = options;
  const root = element("div", {
    className: "handle",
    tabIndex: 0,
    attributes: {
      role: "slider",
      "aria-label": name,
      "aria-orientation": along === "y" ? "vertical" : "horizontal",
    },
  });
  root.addEventListener("pointerdown", (event) => {
    const start = chart();
    if (!start) return;
    const placeOf = placesIn(canvas);
    const grip = placeOf(event)[along] - start[along](value());
    const follow = (moved: PointerEvent) => {
      const at = placeOf(moved)[along] - grip;
      const place = chart()?.invert(at, at)[along];
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
  const move = (across: number) => {
    const at = chart()?.[along](value()) ?? 0;
    root.style.transform =
      along === "y" ? `translate(${across}px, ${at}px)` : `translate(${at}px, ${across}px)`;
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
