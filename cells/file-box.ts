import { formatCount } from "../figures/number-format.ts";
import { carriedText } from "../page/carried.ts";
import { linked } from "../page/link.ts";
import { element, freshId } from "./element.ts";

export interface FileBoxOptions {
  /** The name under which a link may show it. */
  readonly key: string;
  /** What is asked for: "a file with your table". */
  readonly name: string;
  /** Which files are offered: ".csv,.tsv,.txt". */
  readonly accept: string;
}

/** A place for a reader's file; a view: `value`, null without a file, and `input` events. */
export interface FileBox extends HTMLElement {
  readonly value: File | null;
}

/**
 * Takes a file that is chosen or dropped, and lets go of it again. It is read in the page and sent nowhere; no link holds it, a report does; where a link shows other controls only, none can be chosen.
 */
export function fileBox({ key, name, accept }: FileBoxOptions): FileBox {
  const state = linked({
    key,
    initial: "",
    read() {
      throw new RangeError(`${key} must be chosen on the page: a link holds no file`);
    },
    write: (text: string) => text,
    restore: () => assign(null),
  });
  let file: File | null = null;
  const id = freshId(key);
  const field = element("input", { type: "file", id, accept, disabled: !state.held, className: "spoken" });
  const said = element("span", { className: "file-name" });
  const away = element(
    "button",
    { type: "button", className: "word", hidden: true, onclick: () => assign(null) },
    "leave it",
  );
  const root = element(
    "div",
    { className: "file-box" },
    element("label", { htmlFor: id, className: "word" }, `Choose ${name}`),
    field,
    said,
    away,
  );
  const assign = (next: File | null): void => {
    file = next;
    if (!next) field.value = "";
    said.textContent = next ? `${next.name}, ${sizeOf(next)}` : "or drop it here; it stays on your machine";
    away.hidden = next === null;
    root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const take = (files: FileList | null | undefined) => {
    const [first] = files ?? [];
    if (first && state.held) assign(first);
  };
  field.addEventListener("input", (event) => event.stopPropagation());
  field.addEventListener("change", () => take(field.files));
  for (const kind of ["dragenter", "dragover"])
    root.addEventListener(kind, (event) => {
      event.preventDefault();
      root.dataset.over = "";
    });
  root.addEventListener("dragleave", () => delete root.dataset.over);
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    delete root.dataset.over;
    take(event.dataTransfer?.files);
  });
  const brought = carriedText(key);
  assign(brought === null ? null : new File([brought], "the table of the report"));
  return Object.defineProperties(root, { value: { get: () => file } }) as unknown as FileBox;
}

function sizeOf({ size }: File): string {
  return size < 1e6 ? `${formatCount(Math.max(1, size / 1e3))} kB` : `${formatCount(size / 1e6)} MB`;
}
