import { readNumber } from "./read-number.ts";
import { linked } from "../page/link.ts";
import { element } from "./element.ts";
import type { Slider } from "./slider.ts";

export interface PinOptions {
  /** The key in the link. */
  readonly key: string;
  /** The sliders whose values are kept. */
  readonly sliders: readonly Slider[];
}

/** Values of some sliders that a reader wants to keep in sight; a view: `value` (null: nothing is pinned). */
export interface Pin extends HTMLElement {
  readonly value: readonly number[] | null;
}

/** “Pin this curve”: keeps the present values of some sliders, to compare with; once more lets them go. */
export function pin({ key, sliders }: PinOptions): Pin {
  const state = linked<readonly number[] | null>({
    key,
    initial: null,
    read: (text) => ({ value: readValues(key, sliders, text) }),
    write: (values) => values?.join(",") ?? "",
    restore: (values) => assign(values),
  });
  let value = state.opening;
  const button = element("button", { type: "button", className: "quiet", disabled: !state.held });
  const show = () => {
    button.textContent = value ? "Unpin" : "Pin this curve";
    button.setAttribute("aria-pressed", String(value !== null));
  };
  const assign = (next: readonly number[] | null): void => {
    value = next;
    show();
    root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  button.addEventListener("click", () => {
    assign(value ? null : sliders.map((slider) => slider.value));
    state.keep(value);
  });
  show();
  const root = element("span", { className: "pin" }, button);
  return Object.defineProperties(root, { value: { get: () => value } }) as unknown as Pin;
}

function readValues(key: string, sliders: readonly Slider[], text: string): readonly number[] {
  const values = text.split(",").map(readNumber);
  const fits =
    values.length === sliders.length && sliders.every(({ min, max }, i) => isWithin(values[i], min, max));
  if (!fits) throw new RangeError(`${key} must be ${sliders.length} numbers in range: ${text.slice(0, 40)}`);
  return values;
}

function isWithin(value: number | undefined, min: number, max: number): boolean {
  return value !== undefined && value >= min && value <= max;
}
