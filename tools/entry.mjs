/** Writes the module of a notebook's page, and finds places in it back in the notebook. */
import { INDENT, positionOf } from "./notebook.mjs";

/** Where the definitions of builtins are, if not in page/builtins.ts. */
const BUILTIN_MODULES = { Plot: "plot.ts" };

/** What an editable page loads when a cell is edited. */
const EDITABLE = [
  `    editable: {`,
  `      editor: () => import("page:editor/editing.ts"),`,
  `      modules: () => import("notebook-modules:"),`,
  `    },`,
];

/** All that page/builtins.ts and the like offer, since an edited cell may name any of it. */
const ALL_BUILTINS = ["Generators", "Mutable", "tex", "Plot", "width", "now", "dark", "FileAttachment"];

/**
 * The source of the page's entry module, in TypeScript (imports stand in it as in the notebook), and
 * `locate(line, column)`: the place in the notebook's file {line, column} of a place in the module, counted from
 * 1, or null. `assets` maps the names of files that cells use to addresses relative to the page. `links` says
 * where the notebook can be edited, `editPage`, or where it is as published, `publishedPage`; cells can be edited
 * in the page itself if it is `editable`. A page that is `embedded` shows one theorem, and no source.
 */
export function entryModule(
  { file, ids, imports, definitions, builtins },
  assets,
  { editable = false, embedded = false, links = {} } = {},
) {
  const offered = editable ? ALL_BUILTINS : builtins;
  const lines = [
    `import { start as __start } from "page:${embedded ? "embed.ts" : "start.ts"}";`,
    ...offered.map(
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
    ...ids.map((id) => cellSource(id, imports, definitions)),
    "], {",
    `  builtins: { ${offered.map((name) => `${name}: __${name}`).join(", ")} },`,
    `  files: ${JSON.stringify(assets)},`,
    ...(embedded ? [] : sourceLines(file, links, editable)),
    "});",
  );
  const locate = (line, column) => {
    const origin = origins.get(line);
    return origin ? { line: origin.line, column: column + origin.shift } : null;
  };
  return { source: lines.join("\n"), locate };
}

/** What the page knows of its notebook's source. */
function sourceLines(file, links, editable) {
  return [
    `  source: {`,
    `    file: ${JSON.stringify(file)},`,
    `    load: () => import("notebook-file:${file}"),`,
    ...Object.entries(links).map(([name, address]) => `    ${name}: ${JSON.stringify(address)},`),
    ...(editable ? EDITABLE : []),
    `  },`,
  ];
}

function cellSource(id, imports, definitions) {
  const names = imports.filter(({ cell }) => cell.id === id).flatMap(({ names }) => names);
  const own = definitions.filter((definition) => definition.id === id).map(definitionSource);
  return `{ id: ${id}, imports: { ${names.join(", ")} }, definitions: [\n${own.join("\n")}\n] },`;
}

function definitionSource({ body, ...rest }) {
  return `${JSON.stringify(rest).slice(0, -1)}, "body": ${body}\n},`;
}
