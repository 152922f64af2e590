/**
 * The gate: every cell goes through Notebook Kit's own transpile, since the same file has to run there. What the
 * kit refuses is an error at its place in the notebook's file.
 */
import { SourceMap } from "node:module";
import { transpile } from "@observablehq/notebook-kit";
import ts from "typescript";
import { errorAt } from "./notebook.mjs";

const COMPILER_OPTIONS = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.Preserve,
  verbatimModuleSyntax: true,
};

const accepted = new Map();

/** What the kit makes of a cell ({body, inputs, outputs, autodisplay, files, …}); remembered by the cell's text. */
export function transpileCell(file, cell) {
  const { mode, value, hidden } = cell;
  const key = JSON.stringify([mode, value, hidden]);
  if (!accepted.has(key)) accepted.set(key, attempt(file, cell));
  return accepted.get(key);
}

function attempt(file, cell) {
  try {
    return transpile(cell);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { offset, text } =
      cell.mode === "ts" ? locateInTypeScript(error, cell.value) : locate(error, cell.value);
    throw errorAt(file, cell, offset, text);
  }
}

/** Where in its source a syntax error of the kit lies, and what it says without the position. */
export function locate(error, source) {
  const [, text, line, column] = /^(.*?)(?: \((\d+):(\d+)\))?$/s.exec(error.message);
  return { text, offset: line ? offsetOf(source, Number(line), Number(column)) : 0 };
}

/**
 * TypeScript's own diagnostics know their place; acorn's tokenizer, through which the kit sends the raw source,
 * reports places in it as well (`loc`); the kit's other complaints are about the JavaScript that TypeScript made,
 * and are followed back through its source map.
 */
function locateInTypeScript(error, source) {
  const { diagnostics, sourceMapText } = ts.transpileModule(source, {
    compilerOptions: { ...COMPILER_OPTIONS, sourceMap: true },
    reportDiagnostics: true,
  });
  if (diagnostics.length > 0) {
    const { start, messageText } = diagnostics[0];
    return { offset: start, text: ts.flattenDiagnosticMessageText(messageText, "\n") };
  }
  const { text } = locate(error, source);
  const [, line, column] = /\((\d+):(\d+)\)$/.exec(error.message) ?? [];
  if (!line || error.loc) return locate(error, source);
  const entry = new SourceMap(JSON.parse(sourceMapText)).findEntry(Number(line) - 1, Number(column));
  return { text, offset: offsetOf(source, (entry.originalLine ?? 0) + 1, entry.originalColumn ?? 0) };
}

function offsetOf(source, line, column) {
  const lines = source.split("\n");
  return lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, column);
}
