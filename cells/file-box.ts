import { formatCount } from "../figures/number-format.ts";
import { carriedText } from "../page/carried.ts";
import { element, freshId } from "./element.ts";
import type { TextBox } from "./text-box.ts";

export interface FileBoxOptions {
  /** The name under which a report brings its text along. */
  readonly key: string;
  /** What is asked for: "a file with your table". */
  readonly name: string;
  /** Which files are offered: ".csv,.tsv,.txt". */
  readonly accept: string;
  /** The box for the same as a pasted text: a new text there takes the place of the file. */
  readonly box: TextBox<unknown>;
}

/** A place for a reader's file; a view: `value`, null without a file, and `input` events. */
export interface FileBox extends HTMLElement {
  readonly value: File | null;
}

/**
 * Takes a file that is chosen or dropped, and lets go of it again. It is read in the page and sent nowhere; no link holds it, a report does. Where a link does not let its reader hold the
 * text box, none can be chosen.
 */
export function fileBox({ key, name, accept, box }: FileBoxOptions): FileBox {
  let file: File | null = null;
  let textBeside = box.text;
  const id = freshId(key);
  const field = element("input", { type: "file", id, accept, disabled: !box.held, className: "spoken" });
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
    textBeside = box.text;
    if (!next) field.value = "";
    said.textContent = next ? `${next.name}, ${sizeOf(next)}` : "or drop it here; it stays on your machine";
    away.hidden = next === null;
    root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const take = (files: FileList | null | undefined) => {
    const [first] = files ?? [];
    if (first && box.held) assign(first);
  };
  field.addEventListener("input", (event) => event.stopPropagation());
  field.addEventListener("change", () => take(field.files));
  box.addEventListener("input", () => {
    if (file && box.text !== textBeside) assign(null);
  });
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
