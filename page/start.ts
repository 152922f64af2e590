import { Runtime, RuntimeError, type Module, type Observer, type Variable } from "@observablehq/runtime";
import { define, type Definition, type DisplayState } from "observable:runtime/define.js";
import { clear, display } from "observable:runtime/display.js";
import { registerFiles } from "./files.ts";
import { showInHole } from "./hole.ts";
import { readState, writeState } from "./link.ts";
import { mountShell, notebookSettled, quietButton } from "./shell.ts";
import type { SourceAccess } from "./source.ts";
import { showFailure } from "./failure.ts";

/** A cell of TypeScript (hole: null) or one `${…}` of a cell of prose, as the build compiled it. */
export interface CellDefinition extends Definition {
  readonly hole: number | null;
}

/** What is in a cell: the values that it imports, by the names that it gives them, and what it defines. */
export interface CellCode {
  readonly id: number;
  readonly imports: Readonly<Record<string, unknown>>;
  readonly definitions: readonly CellDefinition[];
}

export interface StartOptions {
  /** The definitions of the builtins that the notebook names. */
  readonly builtins: Readonly<Record<string, () => unknown>>;
  /** The addresses of the files that the notebook names. */
  readonly files: Readonly<Record<string, string>>;
  /** The file of the notebook, for readers who want to see or to edit the source. */
  readonly source?: SourceAccess;
}

/** The running notebook, as tests see it: `globalThis.notebook`. */
export interface RunningNotebook {
  readonly runtime: Runtime;
  readonly main: Module;
  /** The value of a variable of the notebook, once it is computed. */
  value(name: string): Promise<unknown>;
  /** Puts other code into a cell, and for a cell of prose other html; what depends on the cell follows. */
  redefine(cell: CellCode, html?: string): void;
  /** What the controls would hold with some query, and what would be said; and the query that holds their values. */
  readonly readLink: typeof readState;
  readonly writeLink: typeof writeState;
  /** Resolves when every cell and hole has shown a value or an error; those that wait to be seen do not count. */
  readonly settled: Promise<void>;
}

/** Runs the cells in the page that the build made for them. */
export function start(cells: readonly CellCode[], options: StartOptions): RunningNotebook {
  const { builtins, files, source } = options;
  registerFiles(files);
  const sourceButton = quietButton("Source", () => void showSource());
  mountShell(source ? [sourceButton] : []);
  const runtime = new Runtime(builtins);
  const main = runtime.module();
  const definitions = cells.flatMap((cell) => cell.definitions);
  const { settled, arrive } = arrivals(definitions.filter(({ inputs }) => !inputs.includes("visibility")));
  const running = new Map<number, readonly DefinedCell[]>();
  const run = ({ id, imports, definitions }: CellCode) => {
    const values = Object.entries(imports).map(([name, value]) => main.define(name, [], () => value));
    running.set(id, [{ variables: values }, ...definitions.map((each) => defineIn(main, each, arrive))]);
  };
  const redefine = (cell: CellCode, html?: string) => {
    for (const part of running.get(cell.id) ?? []) remove(part);
    if (html !== undefined) cellElement(cell.id).innerHTML = html;
    run(cell);
  };
  cells.forEach(run);
  void settled.then(notebookSettled);
  const value = (name: string) => main.value(name);
  const notebook = { runtime, main, value, redefine, readLink: readState, writeLink: writeState, settled };
  const showSource = async () => {
    const { toggleSource } = await import("./source.ts");
    if (source) await toggleSource(sourceButton, source, cells, notebook);
  };
  if (source?.publishedPage) void showSource();
  return Object.assign(globalThis, { notebook }).notebook;
}

/** What a part of a cell has put into the runtime. */
interface DefinedCell {
  variables: readonly Variable[];
}

function defineIn(
  main: Module,
  definition: CellDefinition,
  arrive: (definition: CellDefinition) => void,
): DefinedCell {
  const state: DisplayState = { root: rootOf(definition), expanded: [], variables: [] };
  const { observer, fail } = observe(state, definition, arrive);
  define(main, state, definition, () => observer);
  // A promise or generator that a cell names fails on its own, after the cell.
  for (const output of state.variables.slice(1)) output._rejected = (error) => fail(error);
  return state;
}

/** Takes a part of a cell out of the runtime; what it still has to say is not heard, nor what it displays shown. */
function remove(part: DefinedCell): void {
  const { variables } = part;
  part.variables = [];
  for (const variable of variables) variable.delete();
}

/** The element in which a cell or a hole shows its value. */
function rootOf({ id, hole }: CellDefinition): Element {
  const cell = cellElement(id);
  const root = hole === null ? cell : cell.querySelector(`[data-hole="${hole}"]`);
  if (!root) throw new Error(`the page has no place for a part of cell ${id}`);
  return root;
}

function cellElement(id: number): Element {
  const cell = document.getElementById(`cell-${id}`);
  if (!cell) throw new Error(`the page has no place for cell ${id}`);
  return cell;
}

/** A promise that resolves when each of the things awaited has arrived once. */
function arrivals<T>(awaited: readonly T[]) {
  const missing = new Set(awaited);
  let resolve: () => void;
  const settled = new Promise<void>((done) => (resolve = done));
  const arrive = (thing: T) => {
    missing.delete(thing);
    if (missing.size === 0) resolve();
  };
  if (missing.size === 0) resolve!();
  return { settled, arrive };
}

/** Shows what becomes of a cell, in its own root; `fail` is for its names, of which the cell tells only errors. */
function observe(
  state: DisplayState,
  definition: CellDefinition,
  arrive: (definition: CellDefinition) => void,
): { observer: Observer; fail(error: unknown): void } {
  let failed = false;
  const isGone = () => state.variables.length === 0;
  const show = (error: unknown) => {
    if (isGone()) return;
    failed = true;
    clear(state);
    showFailure(state.root, error, error instanceof RuntimeError ? error.input : undefined);
  };
  const observer: Observer = {
    _node: state.root,
    pending() {
      if (failed) clear(state);
      failed = false;
    },
    fulfilled(value) {
      if (isGone()) return arrive(definition);
      if (definition.autodisplay) showValue(state, definition, value);
      else if (state.autoclear) clear(state);
      arrive(definition);
    },
    rejected(error) {
      show(error);
      arrive(definition);
    },
  };
  const fail = (error: unknown) => {
    // That the cell itself failed, it has said.
    if (!(error instanceof RuntimeError)) show(error);
  };
  return { observer, fail };
}

function showValue(state: DisplayState, { hole }: CellDefinition, value: unknown): void {
  if (hole !== null) return showInHole(state.root, value);
  if (value === state.root.lastChild && state.root.childNodes.length === 1) return;
  clear(state);
  display(state, value);
}
