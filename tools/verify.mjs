// npm run verify [-- <id>] [--trials N] [--seed S] [--seeds M] [--json]: judges every theorem at its cases and at random samples; a claim
// in probability over M seeds at its cases (100, with --full 300), and over 20 at a sample.
// Prints one row for each claim; exit status 1 when a verdict is not the expected one, 2 for arguments that make no sense.
// npm run verify [-- <id>] --at 'kappa=50&beta=.9' [--json]: judges each claim once, at the state that a link of the notebook on
// quadratics holds; exit status 1 when a claim that is not #printed is violated.
// npm run verify -- [<id>] --full [--seed S] [--seeds M] [--json]: as the first, with 100 000 samples for each claim of which an instance takes less
// than 5 ms, else 100, and a search for the instance that is nearest to the edge or across; takes an hour or more. A claim that
// the search breaks is an error, and so is one as printed that it does not.
// npm run verify -- [<id>] --thumbnail [--json]: judges each claim once, at its first case, and what is printed at its counterexample: what the map shows.
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
    `export { judgeBoth } from "./lib/theorems/theorem.ts";`,
    `export { judgeOverSeeds } from "./lib/theorems/over-seeds.ts";`,
    `export { thumbnail } from "./lib/theorems/thumbnail.ts";`,
    `export { search } from "./lib/search/search.ts";`,
    `export { seededRandom } from "./lib/random.ts";`,
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
    seeds: { type: "string" },
    full: { type: "boolean", default: false },
    thumbnail: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length > 1) throw new RangeError(`at most one id can be given: ${positionals.join(" ")}`);
  const { at, trials, seed, seeds, full, thumbnail, json } = values;
  if (thumbnail && (full || (at ?? trials ?? seed ?? seeds) !== undefined))
    throw new RangeError(
      "--thumbnail judges each claim at its first case, and nothing else can be asked of it",
    );
  if (full && (at ?? trials) !== undefined)
    throw new RangeError("--full says how many samples there are, and --at and --trials say so too");
  if (at !== undefined && (trials ?? seed ?? seeds) !== undefined)
    throw new RangeError(
      "--trials and --seed draw random samples, --seeds judges over seeds, and --at judges one state; the state's seed is in its query",
    );
  return {
    id: positionals[0],
    at,
    full,
    thumbnail,
    trials: whole("trials", trials ?? "200", 1),
    seed: whole("seed", seed ?? "1", 0),
    seeds: whole("seeds", seeds ?? (full ? "300" : "100"), 1),
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

/** The parts of a table that some rows have something to say in: their heads, and their cells for a row. */
function extraColumns(rows) {
  const columns = [
    ["seeds", ({ seeds }) => seeds && seedsCell(seeds)],
    ["search", ({ search }) => search && searchCell(search)],
  ].filter(([, cell]) => rows.some(cell));
  return {
    head: columns.map(([name]) => name),
    cells: (row) => columns.map(([, cell]) => cell(row) || "–"),
  };
}

function checkTable(rows) {
  const extra = extraColumns(rows);
  const cells = rows.map((row) => [
    isAsExpected(row) ? "✓" : "✗",
    row.id,
    row.number,
    row.kind,
    row.verdict,
    row.expected,
    number(row.slack),
    number(row.rateSlack),
    `${row.violated}/${row.admissible}`,
    ...extra.cells(row),
    row.worst?.from ?? "–",
  ]);
  const head = ["", "claim", "number", "kind", "verdict", "expected", "slack", "rate", "violated"];
  return aligned([...head, ...extra.head, "worst"], cells);
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
function judgeAt({ judgeBoth }, theorem, state) {
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
  const { judgement, printed } = judgeBoth(theorem, parameters);
  return [row("", judgement), ...(printed ? [row("#printed", printed)] : [])];
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

/** How thorough --full is with claims in closed form, and with those of which an instance takes longer. */
const THOROUGH = { trials: 100_000, restarts: 40, evaluations: 20_000 };
const SPARING = { trials: 100, restarts: 4, evaluations: 400 };
/** The border between them, in milliseconds of the processor's time for an instance in the middle, which other work beside does not change. */
const CHEAP = 5;

function effortFor({ judgeOverSeeds, seededRandom }, theorem, seed) {
  const random = seededRandom(seed);
  const times = Array.from({ length: 51 }, () => {
    const parameters = theorem.statement.sample(random);
    const begun = process.cpuUsage();
    judgeOverSeeds(theorem, parameters, 20);
    return process.cpuUsage(begun).user / 1000;
  });
  return times.sort((a, b) => a - b)[25] < CHEAP ? THOROUGH : SPARING;
}

/** The rows of a theorem with many samples, each with what the search comes to. */
async function checkFully(library, theorem, { seed, seeds }) {
  const { trials, ...effort } = effortFor(library, theorem, seed);
  const rows = [];
  for (const row of library.check(theorem, { trials, seed, seeds })) {
    const printed = row.id.endsWith("#printed");
    const steps = library.search(theorem, { ...effort, seed, printed });
    let step = await steps.next();
    while (!step.done) step = await steps.next();
    const { best, ...counts } = step.value;
    rows.push({
      ...row,
      search: { ...counts, verdict: best?.verdict ?? "outside", slack: best?.slack ?? null },
    });
  }
  return rows;
}

/** The rows of what the map shows of a theorem. */
function thumbnailRows({ thumbnail }, theorem) {
  const { id, number, kind, printed, ...claim } = thumbnail(theorem);
  const row = (id, { expected, verdict, slack, at, reason, from }) => {
    return { id, paper: theorem.statement.paper, number, kind, expected, verdict, slack, at, reason, from };
  };
  return [row(id, claim), ...(printed ? [row(`${id}#printed`, printed)] : [])];
}

function thumbnailTable(rows) {
  const cells = rows.map((row) => [
    isAsExpected(row) ? "✓" : "✗",
    row.id,
    row.number,
    row.kind,
    row.verdict,
    number(row.slack),
    row.at === null ? "–" : String(row.at),
    row.from,
  ]);
  return aligned(["", "claim", "number", "kind", "verdict", "slack", "at", "case"], cells);
}

function verifyThumbnails(library, theorems, isChosen) {
  const rows = theorems.flatMap((theorem) => thumbnailRows(library, theorem)).filter(isChosen);
  const surprises = rows.filter((row) => !isAsExpected(row));
  for (const { id, expected, verdict } of surprises)
    console.error(`${id}: expected ${expected}, got ${verdict}`);
  return { rows, text: thumbnailTable(rows), sound: surprises.length === 0 };
}

/** How often the claim held at the decisive instance, and the 95 % interval of its probability. */
function seedsCell({ held, violated, interval }) {
  const [lower, upper] = interval.map((p) => (100 * p).toFixed(1));
  return `${held} of ${held + violated}, ${lower}–${upper} %`;
}

function searchCell({ verdict, slack, violations, admissible }) {
  return `${verdict} ${number(slack)} ${violations}/${admissible}`;
}

/** Whether a row has its verdict, and the search comes to the same. */
function isAsExpected({ verdict, expected, search }) {
  return verdict === expected && (!search || (search.verdict === "violated") === (expected === "violated"));
}

async function verifySamples(library, theorems, { full, ...options }, isChosen) {
  const rows = [];
  for (const [k, theorem] of theorems.entries()) {
    if (full && process.stderr.isTTY)
      console.error(`${k + 1} of ${theorems.length}: ${theorem.statement.id}`);
    rows.push(...(full ? await checkFully(library, theorem, options) : library.check(theorem, options)));
  }
  const shown = rows.filter(isChosen);
  const surprises = shown.filter((row) => !isAsExpected(row));
  for (const { id, verdict, expected, reason, search } of surprises)
    console.error(
      verdict === expected
        ? `${id}: expected ${expected}, the search found ${search.verdict}`
        : `${id}: ${reason}`,
    );
  const text = checkTable(shown) + (full ? `\n${summary(shown)}` : "");
  return { rows: shown, text, sound: surprises.length === 0 };
}

/** What was looked at, in all, and what was found. */
function summary(rows) {
  const total = (chosen, count) => chosen.reduce((sum, row) => sum + count(row), 0).toLocaleString("en");
  const [printed, claims] = [true, false].map((is) =>
    rows.filter(({ id }) => id.endsWith("#printed") === is),
  );
  const said = (chosen) =>
    `${total(chosen, (row) => row.admissible)} samples within the hypotheses, ` +
    `${total(chosen, (row) => row.violated)} violate; ${total(chosen, (row) => row.search.admissible)} instances ` +
    `of the search, ${total(chosen, (row) => row.search.violations)} violate`;
  return `claims (${claims.length}): ${said(claims)}\nas printed (${printed.length}): ${said(printed)}`;
}

try {
  const { id, at, json, thumbnail, ...options } = readArguments();
  const library = await loadTheorems();
  const theorems = chosen(library.theorems, id);
  const isChosen = (row) => !id?.includes("#") || row.id === id;
  const { rows, text, sound } = thumbnail
    ? verifyThumbnails(library, theorems, isChosen)
    : at === undefined
      ? await verifySamples(library, theorems, options, isChosen)
      : verifyState(library, theorems, at, isChosen);
  console.log(json ? JSON.stringify(rows, null, 2) : text);
  process.exitCode = sound ? 0 : 1;
} catch (error) {
  console.error(`verify: ${error.message}`);
  process.exitCode = 2;
}
