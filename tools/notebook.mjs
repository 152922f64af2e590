/** Reads Observable Notebook 2.0 files and knows where in the file each cell stands. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "@observablehq/notebook-kit";
import { JSDOM } from "jsdom";

const root = fileURLToPath(new URL("..", import.meta.url));
const { window } = new JSDOM();

/** The modes of cells that a notebook here may have. */
const MODES = new Set(["ts", "md", "html", "tex"]);

/** Spaces that the format puts before every line of a cell. */
export const INDENT = 4;

/** A mistake in a notebook; its message begins with file:line:column, both counted from 1. */
export class NotebookError extends Error {
  constructor(file, line, column, text) {
    super(`${file}:${line}:${column}: ${text}`);
    Object.assign(this, { name: "NotebookError", file, line, column });
  }
}

/** The file as the format writes it. */
export function canonical(source) {
  const notebook = deserialize(source, { parser: new window.DOMParser() });
  return serialize(notebook, { document: window.document });
}

/**
 * The notebook in a file of the project, named relative to its root: {file, source, title, cells}. Every cell has, besides what the kit gives it
 * (id, mode, value, hidden, …), `line`: the number of the line of the file on which its first line stands.
 * The positions rest on serialize(deserialize(file)) === file: a file for which this fails is an error.
 */
export async function readNotebook(file) {
  return parseNotebook(file, await readFile(resolve(root, file), "utf8"));
}

/** The same, for a text at hand. */
export function parseNotebook(file, source) {
  checkRoundTrip(file, source);
  const { title, cells } = deserialize(source, { parser: new window.DOMParser() });
  const lines = cellLines(source);
  for (const [index, cell] of cells.entries()) {
    cell.line = lines[index];
    if (!MODES.has(cell.mode)) {
      const text = `a cell here is TypeScript, Markdown, HTML or TeX, not ${cell.mode}`;
      throw new NotebookError(file, cell.line - 1, 3, text);
    }
  }
  return { file, source, title, cells };
}

/** The place in the file of an offset in a cell's value. */
export function positionOf(cell, offset) {
  const before = cell.value.slice(0, offset).split("\n");
  return { line: cell.line + before.length - 1, column: before.at(-1).length + INDENT + 1 };
}

/** An error at an offset in a cell's value. */
export function errorAt(file, cell, offset, text) {
  const { line, column } = positionOf(cell, offset);
  return new NotebookError(file, line, column, text);
}

function checkRoundTrip(file, source) {
  const expected = canonical(source);
  if (source === expected) return;
  const lines = source.split("\n");
  const wanted = expected.split("\n");
  const index = lines.findIndex((line, i) => line !== wanted[i]);
  const line = index < 0 ? lines.length : index + 1;
  const text = `not as the format writes it; expected ${JSON.stringify(wanted[line - 1] ?? "the end of the file")}`;
  throw new NotebookError(file, line, 1, `${text} (npm run format repairs this)`);
}

/** Where the cells begin: their tags are indented by two spaces, all that cells hold by four. */
function cellLines(source) {
  return source.split("\n").flatMap((line, index) => (line.startsWith("  <script ") ? [index + 2] : []));
}
