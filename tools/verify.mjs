// npm run verify [-- <id>] [--trials N] [--seed S] [--json]: judges every theorem at its cases and at random samples.
// Prints one row for each claim; exit status 1 when a verdict is not the expected one, 2 for arguments that make no sense.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Every lib/theorems/<paper>/<statement>.ts: the folder is the registry. */
function theoremFiles() {
  return readdirSync(`${root}lib/theorems`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(`${root}lib/theorems/${name}`).map((file) => `${name}/${file}`))
    .filter((file) => file.endsWith(".ts"))
    .sort((a, b) => (a.slice(0, -3) < b.slice(0, -3) ? -1 : 1)); // without ".ts", so that theorem-12 comes before theorem-12-rate
}

async function loadTheorems() {
  const imports = theoremFiles().map((file, i) => `import * as t${i} from "./lib/theorems/${file}";`);
  const list = `export const theorems = [${imports.map((_, i) => `t${i}`)}];`;
  const contents = [...imports, list, `export { check } from "./lib/theorems/check.ts";`].join("\n");
  const options = { stdin: { contents, resolveDir: root }, bundle: true, format: "esm", write: false };
  const { outputFiles } = await build(options);
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

function whole(name, text, least) {
  const value = Number(text);
  if (text !== "" && Number.isSafeInteger(value) && value >= least) return value;
  throw new RangeError(`--${name} must be a whole number of at least ${least}: ${text}`);
}

function readArguments() {
  const options = {
    trials: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length > 1) throw new RangeError(`at most one id can be given: ${positionals.join(" ")}`);
  const { trials, seed, json } = values;
  return { id: positionals[0], trials: whole("trials", trials, 1), seed: whole("seed", seed, 0), json };
}

function chosen(theorems, id) {
  if (id === undefined) return theorems;
  const found = theorems.filter(({ statement, printed }) => idsOf(statement, printed).includes(id));
  if (found.length > 0) return found;
  const known = theorems.flatMap(({ statement, printed }) => idsOf(statement, printed));
  throw new RangeError(`no claim has this id: ${id}\nknown: ${known.join(", ")}`);
}

function idsOf({ id }, printed) {
  return printed ? [id, `${id}#printed`] : [id];
}

function table(rows) {
  const number = (x) => (x === null ? "–" : x.toPrecision(6));
  const cells = rows.map((row) => [
    row.verdict === row.expected ? "✓" : "✗",
    row.id,
    row.number,
    row.kind,
    row.verdict,
    row.expected,
    number(row.slack),
    number(row.rateSlack),
    `${row.violated}/${row.admissible}`,
    row.worst?.from ?? "–",
  ]);
  cells.unshift(["", "claim", "number", "kind", "verdict", "expected", "slack", "rate", "violated", "worst"]);
  const widths = cells[0].map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

try {
  const { id, trials, seed, json } = readArguments();
  const { theorems, check } = await loadTheorems();
  const rows = chosen(theorems, id)
    .flatMap((theorem) => check(theorem, { trials, seed }))
    .filter((row) => !id?.includes("#") || row.id === id);
  console.log(json ? JSON.stringify(rows, null, 2) : table(rows));
  for (const row of rows) if (row.verdict !== row.expected) console.error(`${row.id}: ${row.reason}`);
  process.exitCode = rows.every((row) => row.verdict === row.expected) ? 0 : 1;
} catch (error) {
  console.error(`verify: ${error.message}`);
  process.exitCode = 2;
}
