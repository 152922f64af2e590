import { linked } from "../page/link.ts";
import { element, freshId } from "./element.ts";

/** Words that are looked for; a view: `value` and `input` events. */
export interface SearchBox extends HTMLElement {
  readonly value: string;
}

/** A longer text finds nothing more. */
const LONGEST = 80;

/** A field for words to look for, which live in the link. */
export function searchBox({ key, name }: { readonly key: string; readonly name: string }): SearchBox {
  const state = linked({
    key,
    initial: "",
    read: (text) => ({ value: text.slice(0, LONGEST) }),
    write: (text: string) => text,
    restore: (text) => {
      field.value = text;
      root.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  const id = freshId(key);
  const field = element("input", {
    type: "search",
    id,
    value: state.opening,
    maxLength: LONGEST,
    spellcheck: false,
    readOnly: !state.held,
  });
  field.addEventListener("change", () => state.keep(field.value));
  const root = element("div", { className: "search-box" }, element("label", { htmlFor: id }, name), field);
  return Object.defineProperties(root, { value: { get: () => field.value } }) as unknown as SearchBox;
}
