import { formatShort } from "../figures/number-format.ts";
import { linked } from "../page/link.ts";
import type { Reading } from "../page/link-text.ts";
import { complaint } from "./complaint.ts";
import { element, freshId } from "./element.ts";
import { mathText } from "./math-text.ts";
import { readNumber } from "./read-number.ts";

export interface SliderOptions {
  /** The key in the link, and the word in messages: `kappa`. */
  readonly key: string;
  /** The field's word: "condition number". */
  readonly name: string;
  /** The letter, if it has one, and the class of its colour. */
  readonly symbol?: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  /** Logarithmic where the quantity is; `min` must then be positive. */
  readonly scale?: "linear" | "log";
  /** Dragging gives multiples of it on a linear scale, three digits on a logarithmic one; typing gives any number. */
  readonly step?: number;
  /** Counts and seeds: a typed number must be whole. */
  readonly whole?: boolean;
  /** What stands after the number: "/ α". */
  readonly unit?: string;
}

/** A slider with its number; a view: `value` and `input` events, `change` when a gesture has ended. */
export interface Slider extends HTMLElement {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Sets the value, clamped to the range, and tells everyone who listens. */
  set(value: number): void;
  /** Ends a gesture: writes the value into the link. */
  commit(): void;
  /** The value one key press away. */
  nudged(direction: 1 | -1, large: boolean): number;
  /** The value `share` of the slider's length away, for dragging. */
  shifted(share: number, from: number): number;
  /** Shows a value that something else determines, and why, and tells of it by a `follow` event; null ends that. */
  follow(value: number | null, reason?: string): void;
  /**
   * Shows no more than `greatest`, and why, where its own value, which it keeps, is above; tells of it by a `follow` event. The reader may hold it all the
   * while: what determines the limit may be far away.
   */
  limit(greatest: number, reason: string): void;
  /** The value that is shown: the one that is followed, or its own up to its limit. */
  readonly shown: number;
  /** The shown value as it is written, with its unit, and as it is spoken, after its letter: "κ = 1000". */
  readonly text: string;
  readonly spoken: string;
  /** Whether the reader may hold it: not where the link shows other controls only, nor while it follows. */
  readonly held: boolean;
}

/**
 * A slider for one quantity, its number editable: `1e-3`, `0,001` and `1/1000` are numbers. Its value lives in
 * the link. Arrow keys move by a step (a tenth of the value on a logarithmic scale), with Shift or the Page keys
 * by ten steps (a factor of ten). A number that is not one, or not in range, is refused in place.
 */
export function slider(options: SliderOptions): Slider {
  const range = rangeOf(options);
  const state = linked({
    key: options.key,
    initial: options.value,
    read: (text) => readValue(options, range, text),
    write: (value: number) => String(value),
    restore: (value) => set(value),
  });
  let value = state.opening;
  let followed: number | null = null;
  let greatest = Infinity;
  const shown = () => followed ?? Math.min(value, greatest);
  const isHeld = () => state.held && followed === null;

  const id = freshId(options.key);
  const track = element("input", { type: "range", id, min: "0", max: "1", step: "any" });
  const box = element("input", {
    type: "text",
    className: "number",
    autocomplete: "off",
    inputMode: "decimal",
  });
  box.setAttribute("aria-label", `${options.name}, as a number`);
  const problem = complaint();
  const reason = element("p", { className: "field-reason", hidden: true });
  const unit = options.unit ? [element("span", { className: "unit" }, ...mathText(options.unit))] : [];
  const label = element("label", { htmlFor: id }, ...symbolOf(options.symbol), options.name);
  const root = element(
    "div",
    { className: `slider ${symbolClass(options.symbol)}` },
    element(
      "div",
      { className: "slider-head" },
      label,
      element("span", { className: "slider-value" }, box, ...unit),
    ),
    track,
    problem,
    reason,
  );

  const number = () => formatWithin(options, shown());
  const text = () => [number(), options.unit].filter(Boolean).join(" ");
  const spoken = () => `${options.symbol ?? options.name} = ${text()}`;
  const show = () => {
    const position = range.position(shown());
    track.disabled = box.disabled = !isHeld();
    track.value = String(position);
    track.style.setProperty("--fill", `${100 * Math.min(1, Math.max(0, position))}%`);
    track.setAttribute("aria-valuetext", spoken());
    reason.hidden = shown() === value && followed === null;
    if (document.activeElement !== box) box.value = number();
    box.style.width = `${Math.max(3, box.value.length + 1)}ch`;
  };
  const complain = (message: string) => {
    problem.show(message);
    box.setAttribute("aria-invalid", String(message !== ""));
  };
  const assign = (next: number) => {
    value = Math.min(options.max, Math.max(options.min, next));
    complain("");
    show();
  };
  const set = (next: number): void => {
    assign(next);
    root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const commit = () => state.keep(value);
  const nudged = (direction: 1 | -1, large: boolean) => range.nudged(shown(), direction, large);

  // The event goes on to the root, where the notebook listens.
  track.addEventListener("input", () => assign(range.valueAt(Number(track.value))));
  track.addEventListener("change", commit);
  track.addEventListener("keydown", (event) => {
    const next = keyed(event, range, nudged);
    if (next === null) return;
    event.preventDefault();
    set(next);
    commit();
  });
  // What is being typed is not yet a value.
  box.addEventListener("input", (event) => event.stopPropagation());
  box.addEventListener("change", (event) => {
    event.stopPropagation();
    try {
      const typed = strictValue(options, box.value);
      set(typed);
      commit();
    } catch (error) {
      complain((error as Error).message);
    }
  });
  // All digits while it is being edited, ready to be typed over.
  box.addEventListener("focus", () => {
    box.value = String(shown());
    box.select();
  });
  box.addEventListener("blur", show);
  show();
  const tell = (why: string) => {
    if (reason.textContent !== why) reason.textContent = why;
    show();
    root.dispatchEvent(new Event("follow"));
  };

  return Object.defineProperties(
    Object.assign(root, {
      min: options.min,
      max: options.max,
      set,
      commit,
      nudged,
      shifted: (share: number, from: number) => range.valueAt(range.position(from) + share),
      // A cell says these at each of its runs, mostly for nothing.
      follow(next: number | null, why = "") {
        if (next === followed && reason.textContent === why) return;
        followed = next;
        tell(why);
      },
      limit(next: number, why: string) {
        const before = shown();
        greatest = next;
        if (shown() !== before || reason.textContent !== why) tell(why);
      },
    }),
    {
      value: { get: () => value },
      shown: { get: shown },
      text: { get: text },
      spoken: { get: spoken },
      held: { get: isHeld },
    },
  ) as unknown as Slider;
}

interface Range {
  readonly min: number;
  readonly max: number;
  position(value: number): number;
  valueAt(position: number): number;
  round(value: number): number;
  nudged(value: number, direction: 1 | -1, large: boolean): number;
}

function rangeOf({ min, max, scale = "linear", step = (max - min) / 1000 }: SliderOptions): Range {
  const clamp = (value: number) => Math.min(max, Math.max(min, value));
  if (scale === "log") {
    const round = (value: number) => clamp(Number(value.toPrecision(3)));
    return {
      min,
      max,
      round,
      position: (value) => Math.log(value / min) / Math.log(max / min),
      valueAt: (position) => round(min * (max / min) ** Math.min(1, Math.max(0, position))),
      nudged: (value, direction, large) => round(value * (large ? 10 : 1.1) ** direction),
    };
  }
  // Multiples of the step, counted from zero, and free of binary noise: 0.3, not 0.30000000000000004.
  const round = (value: number) => clamp(Number((Math.round(value / step) * step).toPrecision(12)));
  return {
    min,
    max,
    round,
    position: (value) => (value - min) / (max - min),
    valueAt: (position) => round(min + position * (max - min)),
    nudged: (value, direction, large) => round(value + direction * step * (large ? 10 : 1)),
  };
}

function keyed(event: KeyboardEvent, range: Range, nudged: Slider["nudged"]): number | null {
  const large = event.shiftKey || event.key.startsWith("Page");
  switch (event.key) {
    case "ArrowRight":
    case "ArrowUp":
    case "PageUp":
      return nudged(1, large);
    case "ArrowLeft":
    case "ArrowDown":
    case "PageDown":
      return nudged(-1, large);
    case "Home":
      return range.min;
    case "End":
      return range.max;
    default:
      return null;
  }
}

/** A value from the link: what is no number is refused, what is out of range is clamped, and said. */
function readValue(options: SliderOptions, range: Range, text: string): Reading<number> {
  const value = numberFrom(options.key, options, text);
  if (value >= options.min && value <= options.max) return { value };
  const kept = range.round(value);
  return {
    value: kept,
    notice: `${options.key} must be in ${interval(options)}: ${text.slice(0, 40)}; ${formatShort(kept)} is taken instead.`,
  };
}

/** A typed value keeps all its digits. */
function strictValue(options: SliderOptions, text: string): number {
  const value = numberFrom(options.name, options, text);
  if (value < options.min || value > options.max) {
    throw new RangeError(`${options.name} must be in ${interval(options)}: ${text}`);
  }
  return value;
}

function numberFrom(name: string, { whole = false }: SliderOptions, text: string): number {
  const value = readNumber(text);
  const shown = text.slice(0, 40);
  if (Number.isNaN(value)) throw new RangeError(`${name} must be a number: ${shown}`);
  if (whole && !Number.isInteger(value)) throw new RangeError(`${name} must be a whole number: ${shown}`);
  return value;
}

function interval({ min, max }: SliderOptions): string {
  return `[${formatShort(min)}, ${formatShort(max)}]`;
}

/** Three digits, or as many as it takes not to look like an end of the range: 0.9995 is not 1. */
function formatWithin({ min, max }: SliderOptions, value: number): string {
  for (let digits = 3; digits < 12; digits++) {
    const text = formatShort(value, digits);
    const looksLikeEnd = [min, max].some((end) => end !== value && formatShort(end, digits) === text);
    if (!looksLikeEnd) return text;
  }
  return String(value);
}

function symbolClass(symbol: string | undefined): string {
  return { κ: "p-kappa", β: "p-beta", η: "p-eta" }[symbol ?? ""] ?? "";
}

function symbolOf(symbol: string | undefined): (HTMLElement | string)[] {
  return symbol ? [element("span", { className: `math ${symbolClass(symbol)}` }, symbol), " "] : [];
}
