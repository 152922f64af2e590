/** Compiles a notebook to what its page consists of: imports, definitions for the runtime, static html, files. */
import { transpile } from "@observablehq/notebook-kit";
import { locate, transpileCell } from "./gate.mjs";
import { splitImports } from "./imports.mjs";
import { errorAt } from "./notebook.mjs";
import { renderProse } from "./prose.mjs";

/** What page/builtins.ts offers to cells; `display`, `view`, `invalidation` and `visibility` come with the runtime. */
const BUILTINS = new Set(["Generators", "Mutable", "tex", "Plot", "width", "now", "dark", "FileAttachment"]);

/** Builtins of Notebook Kit that this page does not have: left alone, they would be undefined in the page only. */
const FOREIGN = new Set(
  "Inputs htl html svg md d3 L _ aq dot mermaid DOM Promises Files DatabaseClient Interpreter".split(" "),
);

/**
 * The compiled notebook: {file, ids (of the cells with code), imports: [{text, names, cell, start, specifier}], definitions, html: Map of cell id to static html,
 * builtins, files}. A definition is {id, hole, inputs, outputs, autodisplay, body}, where `body` is the source of
 * a function; `hole` is the index of a hole in prose, null for a cell.
 */
export function compileNotebook({ file, cells }) {
  const parts = cells.map((cell) =>
    cell.mode === "ts" ? compileScript(file, cell) : compileProse(file, cell),
  );
  const definitions = parts.flatMap((part) => part.definitions);
  const imports = parts.flatMap((part) => part.imports);
  const defined = checkNames(file, cells, parts);
  checkCircles(file, cells, parts);
  const free = new Set(definitions.flatMap((d) => d.inputs).filter((name) => !defined.has(name)));
  checkForeign(file, cells, parts, free);
  return {
    file,
    ids: [...new Set([...imports.map(({ cell }) => cell.id), ...definitions.map(({ id }) => id)])],
    imports,
    definitions,
    html: new Map(cells.map((cell, i) => [cell.id, parts[i].html])),
    builtins: [...BUILTINS].filter((name) => free.has(name)),
    files: namedFiles(file, cells, parts),
  };
}

/** A TypeScript cell: its imports are hoisted out, the rest is one definition. */
function compileScript(file, cell) {
  transpileCell(file, cell);
  const { imports, rest } = splitImports(cell.value);
  const late = imports.find(({ afterCode }) => afterCode);
  if (late) throw errorAt(file, cell, late.start, "imports stand at the top of their cell");
  const { body, inputs, outputs, autodisplay, files } = transpileCell(file, { ...cell, value: rest });
  return {
    html: "",
    imports: imports
      .filter(({ type }) => !type)
      .map(({ start, end, names, specifier }) => {
        return { cell, start, text: cell.value.slice(start, end), names, specifier };
      }),
    definitions: rest.trim() ? [{ id: cell.id, hole: null, inputs, outputs, autodisplay, body }] : [],
    files: [...files],
  };
}

/** A cell of prose: its holes are definitions of their own, so that one can fail or change without the others. */
function compileProse(file, cell) {
  if (cell.output) throw errorAt(file, cell, 0, "the output of a cell of prose cannot be named");
  const { html, holes } = renderProse(file, cell);
  const compiled = holes.map((hole) => hole.source && transpileHole(file, cell, hole));
  const whole = transpileCell(file, cell);
  if (cell.hidden) return { html: "", imports: [], definitions: [], files: [] };
  const definitions = holes.map(({ index }, i) => {
    const { body, inputs } = compiled[i] ?? whole;
    return { id: cell.id, hole: index, inputs, outputs: [], autodisplay: true, body };
  });
  return { html, imports: [], definitions, files: [...whole.files] };
}

function transpileHole(file, cell, { source, offset }) {
  try {
    return transpile(source, "js");
  } catch (error) {
    const found = locate(error, source);
    throw errorAt(file, cell, offset + found.offset, found.message);
  }
}

/** The names that a cell defines, imports among them. */
function namesOf({ imports, definitions }) {
  return [...imports.flatMap((d) => d.names), ...definitions.flatMap((d) => d.outputs)];
}

/** All names that cells define; a name defined twice is an error, as it is for the runtime. */
function checkNames(file, cells, parts) {
  const defined = new Set();
  parts.forEach((part, i) => {
    for (const name of namesOf(part)) {
      if (defined.has(name)) throw errorAtName(file, cells[i], name, `${name} is defined more than once`);
      defined.add(name);
    }
  });
  return defined;
}

/**
 * Cells that wait for one another in a circle are an error. An import counts as a part of its cell, as it does in
 * Notebook Kit; here it is hoisted and would hide a circle that the kit stops at.
 */
function checkCircles(file, cells, parts) {
  const home = new Map(parts.flatMap((part, i) => namesOf(part).map((name) => [name, i])));
  const finished = new Set();
  const visit = (index, path) => {
    const begin = path.findIndex((step) => step.index === index);
    if (begin >= 0) {
      const names = path.slice(begin).map(({ name }) => name);
      const text = `circular: the cells of ${names.join(" and ")} need each other`;
      throw errorAtName(file, cells[index], names[0], text);
    }
    if (finished.has(index)) return;
    for (const name of new Set(parts[index].definitions.flatMap((d) => d.inputs))) {
      const next = home.get(name);
      if (next !== undefined && next !== index) visit(next, [...path, { index, name }]);
    }
    finished.add(index);
  };
  parts.forEach((_, index) => visit(index, []));
}

function checkForeign(file, cells, parts, free) {
  parts.forEach(({ definitions }, i) => {
    const name = definitions.flatMap((d) => d.inputs).find((input) => free.has(input) && FOREIGN.has(input));
    if (name) throw errorAtName(file, cells[i], name, `${name} is not a builtin of this page; import it`);
  });
}

/** The files that cells name, in order: [{name, error}], where error(text) is one at the first mention. */
function namedFiles(file, cells, parts) {
  const mentions = parts.flatMap((part, i) => part.files.map((name) => [name, cells[i]])).reverse();
  return [...new Map(mentions)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, cell]) => ({
      name,
      error: (text) => errorAt(file, cell, Math.max(cell.value.indexOf(name) - 1, 0), text),
    }));
}

function errorAtName(file, cell, name, text) {
  const offset = cell.value.search(new RegExp(`(?<![\\w$.])${name.replaceAll("$", "\\$")}(?![\\w$])`));
  return errorAt(file, cell, Math.max(offset, 0), text);
}
