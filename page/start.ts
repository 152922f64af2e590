import { Runtime, RuntimeError, type Module, type Observer } from "@observablehq/runtime";
import { define, type Definition, type DisplayState } from "observable:runtime/define.js";
import { clear, display } from "observable:runtime/display.js";
import { registerFiles } from "./files.ts";
import { showInHole } from "./hole.ts";
import { mountShell, notebookSettled } from "./shell.ts";
import { showFailure } from "./failure.ts";

/** A cell of TypeScript (hole: null) or one `${…}` of a cell of prose, as the build compiled it. */
export interface CellDefinition extends Definition {
  readonly hole: number | null;
}

export interface StartOptions {
  /** The values that cells import, by the names that they give them. */
  readonly imports: Readonly<Record<string, unknown>>;
  /** The definitions of the builtins that the notebook names. */
  readonly builtins: Readonly<Record<string, () => unknown>>;
  /** The addresses of the files that the notebook names. */
  readonly files: Readonly<Record<string, string>>;
}

/** The running notebook, as tests see it: `globalThis.notebook`. */
export interface RunningNotebook {
  readonly runtime: Runtime;
  readonly main: Module;
  /** The value of a variable of the notebook, once it is computed. */
  value(name: string): Promise<unknown>;
  /** Resolves when every cell and hole has shown a value or an error; those that wait to be seen do not count. */
  readonly settled: Promise<void>;
}

/** Runs the cells in the page that the build made for them. */
export function start(definitions: readonly CellDefinition[], options: StartOptions): RunningNotebook {
  registerFiles(options.files);
  mountShell();
  const runtime = new Runtime(options.builtins);
  const main = runtime.module();
  for (const [name, value] of Object.entries(options.imports)) main.define(name, [], () => value);
  const { settled, arrive } = arrivals(definitions.filter(({ inputs }) => !inputs.includes("visibility")));
  for (const definition of definitions) {
    const state: DisplayState = { root: rootOf(definition), expanded: [], variables: [] };
    const { observer, fail } = observe(state, definition, arrive);
    define(main, state, definition, () => observer);
    // A promise or generator that a cell names fails on its own, after the cell.
    for (const output of state.variables.slice(1)) output._rejected = (error) => fail(error);
  }
  void settled.then(notebookSettled);
  const notebook = { runtime, main, value: (name: string) => main.value(name), settled };
  return Object.assign(globalThis, { notebook }).notebook;
}

/** The element in which a cell or a hole shows its value. */
function rootOf({ id, hole }: CellDefinition): Element {
  const cell = document.getElementById(`cell-${id}`);
  const root = hole === null ? cell : cell?.querySelector(`[data-hole="${hole}"]`);
  if (!root) throw new Error(`the page has no place for cell ${id}`);
  return root;
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
  const show = (error: unknown) => {
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
