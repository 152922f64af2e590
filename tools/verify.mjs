// npm run verify [-- <id>] [--trials N] [--seed S] [--json]: judges every theorem at its cases and at random samples.
// Prints one row for each claim; exit status 1 when a verdict is not the expected one, 2 for arguments that make no sense.
// npm run verify [-- <id>] --at 'kappa=50&beta=.9' [--json]: judges each claim once, at the state that a link of the notebook on
// quadratics holds; exit status 1 when a claim that is not #printed is violated.
import { readFileSync, readdirSync } from "node:fs";
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
  const tools = [
    `export { check } from "./lib/theorems/check.ts";`,
    `export { judge, judgePrinted } from "./lib/theorems/theorem.ts";`,
    `export { quadraticDefaults, quadraticState } from "./lib/theorems/quadratic-link.ts";`,
    `export { decodeImages } from "./lib/problems/images.ts";`,
  ];
  const contents = [...imports, list, ...tools].join("\n");
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
    at: { type: "string" },
    trials: { type: "string" },
    seed: { type: "string" },
    json: { type: "boolean", default: false },
  };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length > 1) throw new RangeError(`at most one id can be given: ${positionals.join(" ")}`);
  const { at, trials, seed, json } = values;
  if (at !== undefined && (trials ?? seed) !== undefined)
    throw new RangeError(
      "--trials and --seed draw random samples, and --at judges one state; the state's seed is in its query",
    );
  return {
    id: positionals[0],
    at,
    trials: whole("trials", trials ?? "200", 1),
    seed: whole("seed", seed ?? "1", 0),
    json,
  };
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

const number = (x) => (x === null ? "–" : x.toPrecision(6));

function checkTable(rows) {
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
  return aligned(
    ["", "claim", "number", "kind", "verdict", "expected", "slack", "rate", "violated", "worst"],
    cells,
  );
}

function stateTable(rows) {
  const cells = rows.map((row) => [
    row.id,
    row.number,
    row.kind,
    row.verdict,
    number(row.slack),
    row.at === null ? "–" : String(row.at),
    number(row.rateSlack),
    row.hypotheses.map(({ name, status }) => `${name}: ${status}`).join(", "),
  ]);
  return aligned(["claim", "number", "kind", "verdict", "slack", "at", "rate", "hypotheses"], cells);
}

function aligned(head, lines) {
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column].length)));
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The state that the query of a link holds, and the keys that say nothing of it. */
function readState({ quadraticState, quadraticDefaults, decodeImages }, query) {
  const pairs = new URLSearchParams(query);
  const others = [...new Set(pairs.keys())].filter((key) => !Object.hasOwn(quadraticDefaults, key));
  const file =
    pairs.get("spectrum") === "fashion-mnist" ? readFileSync(`${root}data/fashion-mnist.bin`) : null;
  return {
    state: quadraticState(pairs, file ? decodeImages(Uint8Array.from(file).buffer) : undefined),
    others,
  };
}

/** The rows of a theorem at a state: its claim, and what is printed where that differs. */
function judgeAt({ judge, judgePrinted }, theorem, state) {
  const parameters = theorem.at(state);
  const { id, paper, number, kind } = theorem.statement;
  const row = (suffix, judgement) => {
    const { verdict, slack, at, rateSlack, boundHolds, hypotheses, reason } = judgement;
    return {
      id: id + suffix,
      paper,
      number,
      kind,
      verdict,
      slack,
      at,
      rateSlack,
      boundHolds,
      hypotheses,
      reason,
    };
  };
  const printed = judgePrinted(theorem, parameters);
  return [row("", judge(theorem, parameters)), ...(printed ? [row("#printed", printed)] : [])];
}

function verifyState(library, theorems, query, isChosen) {
  const { state, others } = readState(library, query);
  const placed = theorems.filter(({ at }) => at);
  if (placed.length === 0) throw new RangeError(`${theorems[0].statement.id} has no parameters at a state`);
  if (others.length > 0)
    console.error(`passed over, since they say nothing of the state: ${others.join(", ")}`);
  const rows = placed.flatMap((theorem) => judgeAt(library, theorem, state)).filter(isChosen);
  const broken = rows.filter(({ id, verdict }) => verdict === "violated" && !id.endsWith("#printed"));
  for (const row of broken) console.error(`${row.id}: violated at ${row.at}; ${row.reason}`);
  return { rows, text: stateTable(rows), sound: broken.length === 0 };
}

function verifySamples({ check }, theorems, options, isChosen) {
  const rows = theorems.flatMap((theorem) => check(theorem, options)).filter(isChosen);
  const surprises = rows.filter(({ verdict, expected }) => verdict !== expected);
  for (const row of surprises) console.error(`${row.id}: ${row.reason}`);
  return { rows, text: checkTable(rows), sound: surprises.length === 0 };
}

try {
  const { id, at, json, ...options } = readArguments();
  const library = await loadTheorems();
  const theorems = chosen(library.theorems, id);
  const isChosen = (row) => !id?.includes("#") || row.id === id;
  const { rows, text, sound } =
    at === undefined
      ? verifySamples(library, theorems, options, isChosen)
      : verifyState(library, theorems, at, isChosen);
  console.log(json ? JSON.stringify(rows, null, 2) : text);
  process.exitCode = sound ? 0 : 1;
} catch (error) {
  console.error(`verify: ${error.message}`);
  process.exitCode = 2;
}
