import type { Choice } from "./choice.ts";
import { element } from "./element.ts";

/** A choice and the value that a word gives it. */
type Chosen = readonly [control: Pick<Choice<never>, "set"> & HTMLElement, value: string];

/** A word of the prose that makes choices: what it names is then what the page shows. Where one of them cannot be made, neither can the word. */
export function choosingWord(text: string, chosen: readonly Chosen[]): HTMLElement {
  const choose = () => {
    for (const [control, value] of chosen) control.set(value as never);
  };
  const disabled = chosen.some(([control]) => control.querySelector("button:disabled"));
  return element("button", { type: "button", className: "word", disabled, onclick: choose }, text);
}
