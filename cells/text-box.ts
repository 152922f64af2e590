import { carriedText } from "../page/carried.ts";
import { linked } from "../page/link.ts";
import { complaint } from "./complaint.ts";
import { element, freshId } from "./element.ts";

export interface TextBoxOptions<T> {
  /** The key in the link. */
  readonly key: string;
  /** What is asked for: "Your eigenvalues". */
  readonly name: string;
  readonly text: string;
  /** Makes the value of a text; throws a RangeError, whose message is shown, where it cannot. */
  read(text: string): T;
}

/** A text with a meaning; a view: `value` and `input` events. */
export interface TextBox<T> extends HTMLElement {
  readonly value: T;
  /** The text that stands in the box. */
  readonly text: string;
  /** Whether the reader may change it. */
  readonly held: boolean;
}

/** Longer texts work, but would make a link that no one can send. */
const LONGEST_IN_LINK = 1500;

/** A box for a pasted text. What cannot be read is said beneath it, and the last good value stays. */
export function textBox<T>({ key, name, text: initial, read }: TextBoxOptions<T>): TextBox<T> {
  const state = linked({
    key,
    initial,
    read: (text) => (read(text), { value: text }),
    write: (text: string) => text,
    restore: (text) => {
      area.value = text;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  const opening = carriedText(key) ?? state.opening;
  let value = read(opening);
  const id = freshId(key);
  const area = element("textarea", {
    id,
    value: opening,
    spellcheck: false,
    rows: 2,
    readOnly: !state.held,
  });
  const problem = complaint();
  const reason = element("p", { className: "field-reason", hidden: true });
  const root = element(
    "div",
    { className: "text-box" },
    element("label", { htmlFor: id }, name),
    area,
    problem,
    reason,
  );

  const complain = (message: string) => {
    problem.show(message && `${message}. The last good numbers are still in use.`);
    area.setAttribute("aria-invalid", String(message !== ""));
  };
  area.addEventListener("input", (event) => {
    try {
      value = read(area.value);
      complain("");
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      complain(error.message);
      event.stopPropagation();
    }
  });
  area.addEventListener("change", () => {
    if (!problem.hidden) return;
    const fits = area.value.length <= LONGEST_IN_LINK;
    reason.textContent = fits ? "" : "This is too long for a link, which keeps what it had.";
    reason.hidden = fits;
    if (fits) state.keep(area.value);
  });
  return Object.defineProperties(root, {
    value: { get: () => value },
    text: { get: () => area.value },
    held: { value: state.held },
  }) as unknown as TextBox<T>;
}
