import { linked } from "../page/link.ts";
import { element } from "./element.ts";
import { mathText } from "./math-text.ts";

export interface ChoiceOptions<T extends string> {
  /** The key in the link. */
  readonly key: string;
  /** What is chosen: "Spectrum". */
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly value: T;
}

/** A choice among a few words; a view: `value` and `input` events. */
export interface Choice<T extends string> extends HTMLElement {
  readonly value: T;
  set(value: T): void;
}

/** Words of which one is chosen, as buttons in a named group; its value lives in the link, which may fix it. */
export function choice<T extends string>({
  key,
  name,
  options,
  value: initial,
}: ChoiceOptions<T>): Choice<T> {
  const values = options.map((option) => option.value);
  const state = linked<T>({
    key,
    initial,
    read(text) {
      const value = values.find((candidate) => candidate === text);
      if (value === undefined)
        throw new RangeError(`${key} must be one of ${values.join(", ")}: ${text.slice(0, 40)}`);
      return { value };
    },
    write: (value) => value,
    restore: (value) => assign(value),
  });
  let value = state.opening;
  const buttons = options.map((option) => {
    const button = element(
      "button",
      { type: "button", className: "word", disabled: !state.held, onclick: () => set(option.value) },
      ...mathText(option.name),
    );
    return { button, value: option.value };
  });
  const show = () => {
    for (const option of buttons) option.button.setAttribute("aria-pressed", String(option.value === value));
  };
  const root = element(
    "div",
    { className: "choice", attributes: { role: "group", "aria-label": name } },
    element("span", { className: "choice-name" }, name),
    ...buttons.map(({ button }) => button),
  );
  const assign = (next: T): void => {
    value = next;
    show();
    root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const set = (next: T) => {
    assign(next);
    state.keep(next);
  };
  show();
  return Object.defineProperties(Object.assign(root, { set }), {
    value: { get: () => value },
  }) as unknown as Choice<T>;
}
