/**
 * The source of the cells: a quiet line under each, which opens. Nothing of it is in the page until a reader asks.
 * Where cells can be edited, the source opens in an editor, which is loaded then.
 */
import { deserialize, type Cell } from "observable:lib/serialize.js";
import type { Editing } from "./editor/editing.ts";
import { marksOf } from "./marks.ts";
import type { CellCode, RunningNotebook } from "./start.ts";

/** What a page knows about its notebook's source. */
export interface SourceAccess {
  /** The path of the notebook's file in the project. */
  readonly file: string;
  /** The text of the file. */
  load(): Promise<{ readonly default: string }>;
  /** The address of the page in which cells can be edited, from a page for readers. */
  readonly editPage?: string;
  /** The address of the page for readers, from the page for editing. */
  readonly publishedPage?: string;
  /** Where cells can be edited: the editor, and what edited cells may import, by path. */
  readonly editable?: {
    editor(): Promise<typeof import("./editor/editing.ts")>;
    modules(): Promise<{ readonly modules: ReadonlyMap<string, object> }>;
  };
}

let mounted: Promise<void> | null = null;

/** Shows the source of the cells, or hides it again; the button tells which. */
export async function toggleSource(
  button: HTMLButtonElement,
  access: SourceAccess,
  codes: readonly CellCode[],
  notebook: RunningNotebook,
): Promise<void> {
  const root = document.documentElement;
  const isShown = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(isShown));
  root.toggleAttribute("data-source", isShown);
  await (mounted ??= mountSources(access, codes, notebook));
}

async function mountSources(
  access: SourceAccess,
  codes: readonly CellCode[],
  notebook: RunningNotebook,
): Promise<void> {
  const file = deserialize((await access.load()).default);
  const { editable } = access;
  let editing: Promise<Editing> | null = null;
  const edit = editable
    ? () =>
        (editing ??= editable
          .editor()
          .then(({ startEditing }) => startEditing(file, access, codes, notebook)))
    : null;
  for (const cell of file.cells) {
    const line = sourceLine(cell, access, namesIn(codes, cell), edit);
    placeAfter(document.getElementById(`cell-${cell.id}`), line);
  }
  if (access.publishedPage) await edit?.();
  openAsked();
}

/** The line of a cell; what it opens is made when it is first opened. */
function sourceLine(
  cell: Cell,
  access: SourceAccess,
  names: readonly string[],
  edit: (() => Promise<Editing>) | null,
): HTMLElement {
  const summary = Object.assign(document.createElement("summary"), {
    className: "quiet",
    textContent: sourceTitle(cell, names),
  });
  const details = Object.assign(document.createElement("details"), {
    className: "cell-source",
    id: `source-${cell.id}`,
  });
  details.append(summary);
  const fill = async () => {
    if (edit) (await edit()).open(cell, details);
    else details.append(sourceText(cell, summary.textContent), ...editLink(cell, access));
  };
  details.addEventListener("toggle", () => void fill(), { once: true });
  return details;
}

function sourceTitle({ mode }: Cell, names: readonly string[]): string {
  if (mode !== "ts") return "Source of this text";
  const few = names.slice(0, 3).join(", ");
  return `Source of ${names.length === 0 ? "this cell" : names.length > 3 ? `${few}, …` : few}`;
}

function namesIn(codes: readonly CellCode[], { id }: Cell): readonly string[] {
  const code = codes.find((candidate) => candidate.id === id);
  return code?.definitions.flatMap(({ outputs }) => outputs) ?? [];
}

/** After the cell and the notes that stand beside it. */
function placeAfter(cell: Element | null, line: HTMLElement): void {
  let last = cell;
  while (last?.nextElementSibling?.matches(".cell:has(> .note), .cell-source"))
    last = last.nextElementSibling;
  last?.after(line);
}

/** The source with what stands out in it. */
function sourceText({ mode, value }: Cell, name: string): HTMLElement {
  const code = document.createElement("code");
  let at = 0;
  for (const mark of marksOf(mode, value)) {
    const span = document.createElement("span");
    span.className = mark.name;
    span.textContent = value.slice(mark.from, mark.to);
    code.append(value.slice(at, mark.from), span);
    at = mark.to;
  }
  code.append(value.slice(at));
  const block = Object.assign(document.createElement("pre"), {
    className: mode === "ts" ? "code" : "code prose",
    tabIndex: 0,
  });
  block.setAttribute("role", "region");
  block.setAttribute("aria-label", name);
  block.append(code);
  return block;
}

/** Leads to the same cell, in the same state, where it can be edited. */
function editLink({ id }: Cell, { editPage }: SourceAccess): readonly HTMLElement[] {
  if (!editPage) return [];
  const link = Object.assign(document.createElement("a"), {
    className: "quiet",
    textContent: "Edit this cell",
  });
  const follow = () => (link.href = `${editPage}${location.search}#source-${id}`);
  follow();
  // What the link has to say changes with the controls.
  for (const type of ["focus", "pointerdown"]) link.addEventListener(type, follow);
  const acts = Object.assign(document.createElement("p"), { className: "code-acts" });
  acts.append(link);
  return [acts];
}

/** Opens the source that the address names. */
function openAsked(): void {
  const asked = /^#source-\d+$/.test(location.hash) && document.querySelector(location.hash);
  if (!(asked instanceof HTMLDetailsElement)) return;
  asked.open = true;
  asked.scrollIntoView({ block: "center" });
  asked.querySelector("summary")?.focus({ preventScroll: true });
}
