/**
 * The gate: every cell goes through Notebook Kit's own transpile, since the same file has to run there. What the
 * kit refuses is an error at its place in the notebook's file.
 */
import { SourceMap } from "node:module";
import { transpile } from "@observablehq/notebook-kit";
import ts from "typescript";
import { errorAt } from "./notebook.mjs";
import { pageModule } from "./page-module.mjs";

export const { locate, offsetOf } = await pageModule("cell-error.ts");

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
    const { offset, message } =
      cell.mode === "ts" ? locateInTypeScript(error, cell.value) : locate(error, cell.value);
    throw errorAt(file, cell, offset, message);
  }
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
    return { offset: start, message: ts.flattenDiagnosticMessageText(messageText, "\n") };
  }
  const [, line, column] = /\((\d+):(\d+)\)$/.exec(error.message) ?? [];
  if (!line || error.loc) return locate(error, source);
  const entry = new SourceMap(JSON.parse(sourceMapText)).findEntry(Number(line) - 1, Number(column));
  const { message } = locate(error, source);
  return { message, offset: offsetOf(source, (entry.originalLine ?? 0) + 1, entry.originalColumn ?? 0) };
}
