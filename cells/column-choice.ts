import { linked } from "../page/link.ts";
import { element, freshId } from "./element.ts";

/** A choice among the columns of a table that may change; a view: `value`, from 1, or 0 for the last column, and `input` events. */
export interface ColumnChoice extends HTMLElement {
  readonly value: number;
  /** The names of the columns that there are now. */
  offer(names: readonly string[]): void;
}

/** A longer table is no table of ours. */
const MOST = 2001;

/** Which column of a table holds something; the last one at first. Its value lives in the link, which may fix it. */
export function columnChoice({ key, name }: { readonly key: string; readonly name: string }): ColumnChoice {
  const state = linked<number>({
    key,
    initial: 0,
    read(text) {
      const value = Number(text);
      if (!(Number.isInteger(value) && value >= 0 && value <= MOST))
        throw new RangeError(`${key} must be a whole number in [0, ${MOST}]: ${text.slice(0, 40)}`);
      return { value };
    },
    write: String,
    restore: (asked) => assign(asked),
  });
  let value = state.opening;
  let offered: readonly string[] = [];
  const id = freshId(key);
  const list = element("select", { id, disabled: !state.held });
  const root = element("div", { className: "column-choice" }, element("label", { htmlFor: id }, name), list);
  const show = () => (list.value = String(value || offered.length));
  const assign = (next: number): void => {
    value = next;
    show();
    root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  list.addEventListener("input", (event) => event.stopPropagation());
  list.addEventListener("change", () => {
    const chosen = Number(list.value);
    assign(chosen === offered.length ? 0 : chosen);
    state.keep(value);
  });
  const offer = (names: readonly string[]) => {
    if (names.join("\n") === offered.join("\n")) return;
    offered = names;
    list.replaceChildren(...names.map((each, k) => element("option", { value: String(k + 1) }, each)));
    show();
  };
  return Object.defineProperties(Object.assign(root, { offer }), {
    value: { get: () => value },
  }) as unknown as ColumnChoice;
}
