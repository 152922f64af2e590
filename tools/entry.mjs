/** Writes the module of a notebook's page, and finds places in it back in the notebook. */
import { INDENT, positionOf } from "./notebook.mjs";

/** Where the definitions of builtins are, if not in page/builtins.ts. */
const BUILTIN_MODULES = { Plot: "plot.ts" };

/**
 * The source of the page's entry module, in TypeScript (imports stand in it as in the notebook), and
 * `locate(line, column)`: the place in the notebook's file {line, column} of a place in the module, counted from
 * 1, or null. `assets` maps the names of files that cells use to addresses relative to the page.
 */
export function entryModule({ imports, definitions, builtins }, assets) {
  const lines = [
    `import { start as __start } from "page:start.ts";`,
    ...builtins.map(
      (name) => `import { ${name} as __${name} } from "page:${BUILTIN_MODULES[name] ?? "builtins.ts"}";`,
    ),
  ];
  const origins = new Map();
  for (const { cell, start, text } of imports) {
    const at = positionOf(cell, start);
    text.split("\n").forEach((line, i) => {
      lines.push(line);
      origins.set(lines.length, { line: at.line + i, shift: i === 0 ? at.column - 1 : INDENT });
    });
  }
  lines.push(
    "__start([",
    ...definitions.map(definitionSource),
    "], {",
    `  imports: { ${imports.flatMap(({ names }) => names).join(", ")} },`,
    `  builtins: { ${builtins.map((name) => `${name}: __${name}`).join(", ")} },`,
    `  files: ${JSON.stringify(assets)},`,
    "});",
  );
  const locate = (line, column) => {
    const origin = origins.get(line);
    return origin ? { line: origin.line, column: column + origin.shift } : null;
  };
  return { source: lines.join("\n"), locate };
}

function definitionSource({ body, ...rest }) {
  return `${JSON.stringify(rest).slice(0, -1)}, "body": ${body}\n},`;
}
