/**
 * A notebook as one TypeScript module whose lines and columns are those of the notebook's file, so that compiler
 * and linter report places in the notebook. Each cell becomes a function that returns its variables; bodies of
 * functions are checked late, so cells may stand in any order.
 */
import { parseTemplate } from "@observablehq/notebook-kit";
import { transpileCell } from "./gate.mjs";
import { splitImports } from "./imports.mjs";
import { positionOf } from "./notebook.mjs";

/** What page/notebook-globals.d.ts declares for cells. */
const GLOBALS =
  "display view Generators Mutable tex Plot width now dark FileAttachment invalidation visibility";

/** The module. `globals` is the specifier by which it imports page/notebook-globals.d.ts. */
export function virtualModule({ file, source, cells }, globals) {
  const lines = source.split("\n");
  const output = lines.map(() => "");
  const defined = new Set();
  for (const cell of cells) {
    if (cell.mode === "ts") writeScript(file, cell, lines, output, defined);
    else writeHoles(cell, lines, output);
  }
  const free = GLOBALS.split(" ").filter((name) => !defined.has(name));
  output[0] = `import { __cell, ${free.join(", ")} } from ${JSON.stringify(globals)};`;
  return output.join("\n");
}

/** The lines of a script as they are; the function begins after the last import, or on the line of the tag. */
function writeScript(file, cell, lines, output, defined) {
  const { imports, rest } = splitImports(cell.value);
  const { outputs, body } = transpileCell(file, { ...cell, value: rest });
  const imported = imports.flatMap(({ names }) => names);
  for (const name of [...imported, ...outputs]) defined.add(name);
  const variables = outputs.join(", ");
  const first = cell.line - 1;
  const count = cell.value.split("\n").length;
  for (let i = 0; i < count; i++) output[first + i] = lines[first + i];
  const opening = `${variables && `const { ${variables} } = `}__cell(${body.startsWith("async") ? "async " : ""}() => {`;
  if (imports.length === 0) output[first - 1] = `;${opening}`;
  else {
    const { line, column } = positionOf(cell, imports.at(-1).end);
    const text = output[line - 1];
    output[line - 1] = `${text.slice(0, column - 1)} ${opening}${text.slice(column - 1)}`;
  }
  output[first + count] = `; return { ${variables} }; });`;
}

/** Of prose only the expressions of its holes, in a function that nobody calls. */
function writeHoles(cell, lines, output) {
  const { quasis, expressions } = parseTemplate(cell.value);
  const kept = cell.value.replace(/[^\n]/g, " ").split("");
  expressions.forEach((_, k) => {
    const [start, end] = [quasis[k].end + 2, quasis[k + 1].start - 1];
    for (let i = start; i < end; i++) kept[i] = cell.value[i];
    kept[start - 2] = ";";
    kept[start - 1] = "(";
    kept[end] = ")";
  });
  if (expressions.length === 0) return;
  const text = kept.join("").split("\n");
  const first = cell.line - 1;
  text.forEach((line, i) => (output[first + i] = line.trim() ? `    ${line}` : ""));
  output[first - 1] += ";async () => {";
  output[first + text.length] = "};";
}
