/**
 * What a notebook's cell sees without an import, for the type checker; page/builtins.ts and the runtime provide it.
 * `md`, `html` and the like are not here: the page does not offer them.
 */
/** Shows a value in the cell and returns it. */
export function display<T>(value: T): T;

/**
 * Shows an input in the cell. For other cells the name that it is given stands for the input's current value; in
 * the cell itself it is a generator.
 */
export function view<T>(input: Element & { value: T }): AsyncGenerator<T>;

export * as Generators from "observable:runtime/stdlib/generators/index.js";
export * as Plot from "@observablehq/plot";
export { Mutable } from "observable:runtime/stdlib/mutable.js";
export { texElement as tex } from "./tex.ts";
export { fileAttachment as FileAttachment } from "./files.ts";

/** The width of the notebook's column (px). */
export const width: number;
/** The time, every frame (ms). */
export const now: number;
/** Whether the page is dark. */
export const dark: boolean;
/** Resolves when the cell is about to run again. */
export const invalidation: Promise<void>;
/** Resolves when the cell is on the screen. */
export function visibility<T>(value?: T): Promise<T>;

/** What other cells see of a cell's value: promises are awaited, generators give what they last yielded. */
export type Reactive<T> = T extends AsyncGenerator<infer Y> | Generator<infer Y> ? Y : Awaited<T>;

/** A cell: a function that returns its variables, seen from the other cells. */
export function __cell<T>(body: () => T): { [K in keyof Awaited<T>]: Reactive<Awaited<T>[K]> };
