/** Types of the packages of Observable that ship none, as far as the page uses them. */

declare module "@observablehq/runtime" {
  export interface Variable {
    define(name: string | null, inputs: readonly string[], definition: unknown): Variable;
    delete(): void;
    /** Called when it has no value but an error, before those that use it learn of it. */
    _rejected(error: unknown): void;
  }
  export interface Observer {
    pending?(): void;
    fulfilled?(value: unknown, name: string | null): void;
    rejected?(error: unknown, name: string | null): void;
    readonly _node?: Element;
  }
  export interface Module {
    define(name: string | null, inputs: readonly string[], definition: unknown): Variable;
    redefine(name: string, definition: unknown): Variable;
    redefine(name: string, inputs: readonly string[], definition: unknown): Variable;
    variable(observer?: Observer | boolean): Variable;
    value(name: string): Promise<unknown>;
  }
  export class Runtime {
    constructor(builtins?: Readonly<Record<string, () => unknown>>);
    module(): Module;
    dispose(): void;
  }
  /** An error that comes from an input; `input` is its name. */
  export class RuntimeError extends Error {
    readonly input?: string;
  }
}

declare module "observable:runtime/define.js" {
  import type { Module, Observer, Variable } from "@observablehq/runtime";
  export interface DisplayState {
    readonly root: Element;
    readonly expanded: unknown[];
    variables: Variable[];
    autoclear?: boolean;
  }
  export interface Definition {
    readonly id: number;
    readonly inputs: readonly string[];
    readonly outputs: readonly string[];
    readonly autodisplay: boolean;
    readonly body: (...inputs: never[]) => unknown;
  }
  export function define<D extends Definition>(
    main: Module,
    state: DisplayState,
    definition: D,
    observer: (state: DisplayState, definition: D) => Observer,
  ): void;
}

declare module "observable:runtime/display.js" {
  import type { DisplayState } from "observable:runtime/define.js";
  export function display(state: DisplayState, value: unknown): void;
  export function clear(state: DisplayState): void;
}

declare module "observable:runtime/stdlib/generators/index.js" {
  type Notify<T> = (value: T) => T;
  export function dark(): AsyncGenerator<boolean>;
  export function input<T>(element: Element & { value: T }): AsyncGenerator<T>;
  export function now(): AsyncGenerator<number>;
  export function observe<T>(initialize: (notify: Notify<T>) => (() => void) | void): AsyncGenerator<T>;
  export function queue<T>(initialize: (notify: Notify<T>) => (() => void) | void): AsyncGenerator<T>;
  export function width(target: Element): AsyncGenerator<number>;
}

declare module "observable:runtime/stdlib/mutable.js" {
  export function Mutable<T>(value: T): AsyncGenerator<T> & { value: T };
}

declare module "observable:javascript/template.js" {
  interface Span {
    readonly start: number;
    readonly end: number;
  }
  export interface TemplateExpression extends Span {
    readonly type: string;
    readonly name?: string;
    readonly tag?: TemplateExpression;
    readonly object?: TemplateExpression;
    readonly property?: TemplateExpression;
    readonly quasi?: Template;
  }
  export interface Template extends Span {
    readonly quasis: readonly (Span & { readonly tail: boolean; readonly value: { readonly raw: string } })[];
    readonly expressions: readonly TemplateExpression[];
  }
  export function parseTemplate(input: string): Template;
  /** A cell of prose as one template literal of JavaScript. */
  export function transpileTemplate(cell: { readonly mode: string; readonly value: string }): string;
}

declare module "observable:javascript/parse.js" {
  import type { Node } from "acorn";
  /** Throws a SyntaxError, also for what is no mistake of grammar, as an assignment to another cell's variable. */
  export function parseJavaScript(input: string): { readonly body: Node };
}

declare module "observable:javascript/transpile.js" {
  export function transpileJavaScript(input: string): {
    /** The source of a function. */
    readonly body: string;
    readonly inputs: string[];
    readonly outputs: string[];
    readonly autodisplay: boolean;
  };
}

declare module "observable:lib/serialize.js" {
  export interface Cell {
    readonly id: number;
    readonly mode: string;
    readonly hidden: boolean;
    value: string;
  }
  export interface Notebook {
    readonly title: string;
    readonly cells: readonly Cell[];
  }
  export function deserialize(text: string): Notebook;
  export function serialize(notebook: Notebook): string;
}
