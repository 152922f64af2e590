import { element } from "./element.ts";

/** A view whose value is how often it was pressed. */
export interface Act extends HTMLElement {
  readonly value: number;
}

/** A word that starts something: nothing happens before the reader asks for it. */
export function act(text: string): Act {
  let count = 0;
  const press = () => {
    count++;
    root.dispatchEvent(new Event("input"));
  };
  const root = element(
    "div",
    { className: "actions" },
    element("button", { type: "button", className: "act", onclick: press }, text),
  );
  return Object.defineProperty(root, "value", { get: () => count }) as HTMLElement as Act;
}
