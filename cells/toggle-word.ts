import { linked } from "../page/link.ts";
import { element } from "./element.ts";

export interface ToggleWordOptions<T extends string> {
  /** The key in the link. */
  readonly key: string;
  readonly text: string;
  readonly on: T;
  readonly off: T;
  readonly value: T;
}

/** A word of the prose with two states; a view: `value` and `input` events. */
export interface ToggleWord<T extends string> extends HTMLElement {
  readonly value: T;
}

/** “Drawn on square-root axes”: pressed while that is so, and back at a click. Its value lives in the link. */
export function toggleWord<T extends string>({
  key,
  text,
  on,
  off,
  value: initial,
}: ToggleWordOptions<T>): ToggleWord<T> {
  const state = linked<T>({
    key,
    initial,
    read(asked) {
      if (asked !== on && asked !== off)
        throw new RangeError(`${key} must be ${on} or ${off}: ${asked.slice(0, 40)}`);
      return { value: asked === on ? on : off };
    },
    write: (value) => value,
    restore: (value) => assign(value),
  });
  let value = state.opening;
  const word = element("button", { type: "button", className: "word", disabled: !state.held }, text);
  const show = () => word.setAttribute("aria-pressed", String(value === on));
  const assign = (next: T): void => {
    value = next;
    show();
    word.dispatchEvent(new Event("input", { bubbles: true }));
  };
  word.addEventListener("click", () => {
    assign(value === on ? off : on);
    state.keep(value);
  });
  show();
  // A button has a value of its own, which is not ours.
  return Object.defineProperties(word, { value: { get: () => value } }) as unknown as ToggleWord<T>;
}
