/** Compiles an edited cell in the page to what tools/compile.mjs makes of it at build. */
import { parse, type ImportDeclaration, type Program } from "acorn";
import { parseJavaScript } from "observable:javascript/parse.js";
import { transpileTemplate } from "observable:javascript/template.js";
import { transpileJavaScript } from "observable:javascript/transpile.js";
import type { Cell } from "observable:lib/serialize.js";
import { CellError, locate } from "../cell-error.ts";
import { renderProse, type Hole } from "../prose.ts";
import { guard, type GuardNames } from "./guard.ts";
import { stripTypes } from "./strip-types.ts";

/** One name that a cell imports: what it is called there ("*": all of it) and here. */
export interface ImportedName {
  readonly specifier: string;
  readonly name: string;
  readonly local: string;
  /** Where in the cell it stands. */
  readonly offset: number;
}

/** A definition whose body is still source, and how that calls what guards it. */
export interface CompiledDefinition {
  readonly id: number;
  readonly hole: number | null;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly autodisplay: boolean;
  readonly body: string;
  readonly guards: GuardNames;
}

export interface CompiledCell {
  readonly imports: readonly ImportedName[];
  readonly definitions: readonly CompiledDefinition[];
  /** The static html of a cell of prose. */
  readonly html?: string;
}

/** Compiles a cell. Throws a CellError. */
export function compileCell(cell: Cell): CompiledCell {
  return cell.mode === "ts" ? compileScript(cell) : compileProse(cell);
}

function compileScript({ id, value, hidden }: Cell): CompiledCell {
  const { code, origin } = stripTypes(value);
  try {
    const { imports, rest } = splitImports(code);
    const part = rest.trim() === "" ? null : compilePart(rest);
    return {
      imports: imports.map((each) => ({ ...each, offset: origin(each.offset) })),
      definitions: part ? [{ id, hole: null, ...part, autodisplay: part.autodisplay && !hidden }] : [],
    };
  } catch (error) {
    const { message, offset } = cellError(error, code);
    throw new CellError(message, origin(offset));
  }
}

function compileProse(cell: Cell): CompiledCell {
  const { html, holes } = renderProse(document, cell);
  if (cell.hidden) return { imports: [], definitions: [], html: "" };
  const definitions = holes.map((hole) => ({
    id: cell.id,
    hole: hole.index,
    ...compileHole(cell, hole),
    outputs: [],
    autodisplay: true,
  }));
  return { imports: [], definitions, html };
}

function compileHole(cell: Cell, { source, offset }: Hole) {
  const code = source ?? transpileTemplate(cell);
  try {
    return compilePart(code);
  } catch (error) {
    const found = cellError(error, code);
    throw new CellError(found.message, offset + found.offset);
  }
}

/** Guarded code as a function of its inputs; what guards it is among them for now. */
function compilePart(code: string) {
  const guards = { tick: freeName("tick", code), load: freeName("load", code) };
  const { body, inputs, outputs, autodisplay } = transpileJavaScript(
    guard(code, parseJavaScript(code).body, guards),
  );
  return { body, inputs, outputs, autodisplay, guards };
}

function freeName(name: string, code: string): string {
  return code.includes(name) ? freeName(`_${name}`, code) : name;
}

/** The names that a cell imports, and the cell with its imports made blank. */
function splitImports(code: string): { imports: readonly ImportedName[]; rest: string } {
  const body = statementsOf(code);
  const declarations = body.filter((node) => node.type === "ImportDeclaration");
  const late = declarations.find((node, i) => node !== body[i]);
  if (late) throw new CellError("imports stand at the top of their cell", late.start);
  const rest = declarations.reduce((text, { start, end }) => {
    return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
  }, code);
  return { imports: declarations.flatMap(importedNames), rest };
}

/** None for what is not a program: an expression, or a mistake, which is found again. */
function statementsOf(code: string): Program["body"] {
  try {
    return parse(code, { ecmaVersion: "latest", sourceType: "module" }).body;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [];
  }
}

function importedNames({ specifiers, source, start }: ImportDeclaration): readonly ImportedName[] {
  const specifier = String(source.value);
  if (specifiers.length === 0) return [{ specifier, name: "*", local: "", offset: start }];
  return specifiers.map((node) => {
    const local = node.local.name;
    if (node.type === "ImportNamespaceSpecifier") return { specifier, name: "*", local, offset: node.start };
    if (node.type === "ImportDefaultSpecifier")
      return { specifier, name: "default", local, offset: node.start };
    const { imported } = node;
    const name = imported.type === "Identifier" ? imported.name : String(imported.value);
    return { specifier, name, local, offset: node.start };
  });
}

function cellError(error: unknown, source: string): CellError {
  if (error instanceof CellError) return error;
  if (error instanceof SyntaxError) return locate(error, source);
  throw error;
}
