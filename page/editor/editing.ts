/**
 * Editing a notebook in its page. What the reader writes is a draft until it is run; what is run takes the place of
 * the cell, and what depends on it follows. Nothing that was edited runs by itself.
 */
import { deserialize, serialize, type Cell, type Notebook } from "observable:lib/serialize.js";
import { CellError } from "../cell-error.ts";
import type { SourceAccess } from "../source.ts";
import type { CellCode, RunningNotebook } from "../start.ts";
import { cellPanel, type CellPanel } from "./cell-panel.ts";
import { compileCell, type CompiledCell } from "./compile-cell.ts";
import { editingBar } from "./editing-bar.ts";
import { keptEdits } from "./kept-edits.ts";
import { runnableCell } from "./runnable-cell.ts";

export interface Editing {
  /** Puts the editor of a cell into the line that was opened. */
  open(cell: Cell, line: HTMLElement): void;
}

/** A cell as it is published, as it is written now, and as it runs. */
interface EditedCell {
  readonly published: Cell;
  readonly code: CellCode;
  draft: string;
  running: string;
  /** The ids of its headings. */
  readonly headings: readonly string[];
  /** The names that it defines and imports. */
  names: ReadonlySet<string>;
  /** Counts what was run, since an earlier one may be ready later. */
  runs: number;
  panel: CellPanel | null;
}

export function startEditing(
  file: Notebook,
  access: SourceAccess,
  codes: readonly CellCode[],
  notebook: RunningNotebook,
): Editing {
  const cells = new Map(file.cells.map((cell) => [cell.id, editedCell(cell, codes)]));
  const kept = keptEdits(access.file);
  const modules = async () => (await access.editable!.modules()).modules;
  const bar = editingBar({
    publishedPage: access.publishedPage,
    keptCount: kept.read().size,
    resetAll: () => cells.forEach(reset),
    download: () => download(access.file, withDrafts(file, cells)),
    keep: () => keep(),
    openKept,
    forgetKept: kept.clear,
  });

  const drafts = () => {
    const changed = [...cells.values()].filter(({ draft, published }) => draft !== published.value);
    return new Map(changed.map(({ published, draft }) => [published.id, draft]));
  };
  const keep = () => {
    if (bar.keeps() && !kept.write(drafts())) bar.say("This page cannot keep anything here.");
    if (!bar.keeps()) kept.clear();
  };

  function changed(cell: EditedCell): void {
    const { published, draft, running } = cell;
    const isEdited = draft !== published.value || running !== published.value;
    markEdited(published.id, isEdited);
    cell.panel?.setCanReset(isEdited);
    bar.setCount(drafts().size);
    if (bar.keeps()) keep();
  }

  async function run(cell: EditedCell): Promise<void> {
    const { published, draft } = cell;
    const count = ++cell.runs;
    try {
      const compiled = compileCell({ ...published, value: draft });
      checkNames(cell, compiled);
      const code = await runnableCell(published.id, compiled, {
        file: access.file,
        modules,
        stopped: ({ message }) => cell.panel?.say(`Stopped: ${message}.`),
      });
      if (count !== cell.runs) return;
      replace(cell, code, compiled.html);
      cell.running = draft;
      cell.panel?.say(draft === published.value ? "Runs as published." : "Runs as edited.");
      changed(cell);
    } catch (error) {
      if (count !== cell.runs) return;
      if (!(error instanceof CellError)) throw error;
      cell.panel?.fail(error.message, error.offset);
    }
  }

  function reset(cell: EditedCell): void {
    const { published, code, running } = cell;
    cell.runs++;
    if (running !== published.value) replace(cell, code, compileCell(published).html);
    cell.draft = cell.running = published.value;
    cell.panel?.setText(published.value);
    cell.panel?.say("");
    changed(cell);
  }

  function replace(cell: EditedCell, code: CellCode, html?: string): void {
    notebook.redefine(code, html);
    // The contents lead to the headings.
    headingsOf(code.id).forEach((heading, i) => {
      const id = cell.headings[i];
      if (id) heading.id ||= id;
    });
    cell.names = namesOf(code);
  }

  /** A name is one cell's: the runtime would take it from both. */
  function checkNames(cell: EditedCell, { imports, definitions }: CompiledCell): void {
    const names = [...imports.map(({ local }) => local), ...definitions.flatMap(({ outputs }) => outputs)];
    const others = [...cells.values()].filter((other) => other !== cell);
    const taken = names.find((name) => others.some((other) => other.names.has(name)));
    if (taken === undefined) return;
    const place = cell.draft.search(new RegExp(`(?<![\\w$.])${taken.replaceAll("$", "\\$")}(?![\\w$])`));
    throw new CellError(`${taken} is defined in another cell`, Math.max(place, 0));
  }

  function openKept(): void {
    for (const [id, draft] of kept.read()) {
      const cell = cells.get(id);
      if (!cell) continue;
      cell.draft = draft;
      cell.panel?.setText(draft);
      cell.panel?.say("Not run yet.");
      document.getElementById(`source-${id}`)?.setAttribute("open", "");
      changed(cell);
    }
  }

  addEventListener("beforeunload", (event) => {
    if (drafts().size > 0 && !bar.keeps()) event.preventDefault();
  });

  return {
    open({ id }, line) {
      const cell = cells.get(id)!;
      const label = line.querySelector("summary")!.textContent!;
      cell.panel = cellPanel(cell.published, label, cell.draft, {
        run: () => void run(cell),
        reset: () => reset(cell),
        changed(text) {
          if (text === cell.draft) return;
          cell.draft = text;
          cell.panel?.say(text === cell.running ? "" : "Not run yet.");
          changed(cell);
        },
      });
      line.append(cell.panel.element);
      if (cell.draft !== cell.running) cell.panel.say("Not run yet.");
      changed(cell);
    },
  };
}

function editedCell(published: Cell, codes: readonly CellCode[]): EditedCell {
  const { id, value } = published;
  const code = codes.find((candidate) => candidate.id === id) ?? { id, imports: {}, definitions: [] };
  const headings = headingsOf(id).map((heading) => heading.id);
  return {
    published,
    code,
    draft: value,
    running: value,
    headings,
    names: namesOf(code),
    runs: 0,
    panel: null,
  };
}

function headingsOf(id: number): readonly Element[] {
  return [...document.querySelectorAll(`#cell-${id} :is(h1, h2, h3)`)];
}

function namesOf({ imports, definitions }: CellCode): ReadonlySet<string> {
  return new Set([...Object.keys(imports), ...definitions.flatMap(({ outputs }) => outputs)]);
}

/** A cell that is not as published says so, in words and at its edge. */
function markEdited(id: number, isEdited: boolean): void {
  for (const name of ["cell", "source"]) {
    document.getElementById(`${name}-${id}`)?.toggleAttribute("data-edited", isEdited);
  }
  const summary = document.querySelector(`#source-${id} > summary`)!;
  const title = summary.textContent!.replace(/ · edited$/, "");
  const text = isEdited ? `${title} · edited` : title;
  if (summary.textContent !== text) summary.textContent = text;
}

/** The file as the format writes it, with what stands in the editors. */
function withDrafts(file: Notebook, cells: ReadonlyMap<number, EditedCell>): string {
  const edited = file.cells.map((cell) => ({ ...cell, value: cells.get(cell.id)!.draft }));
  return serialize(deserialize(serialize({ ...file, cells: edited })));
}

function download(file: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: "text/html" }));
  Object.assign(document.createElement("a"), { href, download: file.split("/").at(-1)! }).click();
  // The browser has to get hold of it first.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
