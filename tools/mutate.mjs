/**
 * npm run mutate [-- <id>] [--seed S] [--share 0.2] [--json]: puts slips of the hand into the formulas of the claims, one at a time (wrong signs,
 * factors, indices, roots, see mutate-operators.mjs), and asks whether the contract of theorem files notices: by an independent value, the verdict of
 * a case, the looseness, what is printed, a random instance. test/mutation/survivors.json lists what nothing notices, with the
 * reason: "equivalent" where no value changes but for rounding, "accepted" where what changes is no formula. Exit status 1 when fewer than 95 % of those
 * that are not equivalent are noticed, in all or, of a whole run, in a file with survivors that are not listed, or when the list says what is not so; 2 for arguments that
 * make no sense, or a contract that fails without any slip.
 */
import { readFileSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { importTypeScript } from "./import-typescript.mjs";
import { idOf, mutantsOf, openProgram } from "./mutate-claims.mjs";
import { complaints, isEnough, table, tally } from "./mutate-report.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Milliseconds after which the contract of a claim is taken for a loop that never ends, and the mutant killed. */
const TIME_LIMIT = 60_000;

/** Every lib/theorems/<paper>/<statement>.ts. */
function theoremFiles() {
  return readdirSync(`${root}lib/theorems`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(`${root}lib/theorems/${name}`).map((file) => `lib/theorems/${name}/${file}`),
    )
    .filter((file) => file.endsWith(".ts"))
    .sort();
}

function readArguments() {
  const options = {
    seed: { type: "string", default: "1" },
    share: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length > 1) throw new RangeError(`at most one id can be given: ${positionals.join(" ")}`);
  const [seed, share] = [Number(values.seed), Number(values.share)];
  if (!(Number.isSafeInteger(seed) && seed >= 0))
    throw new RangeError(`--seed must be a whole number of at least 0: ${values.seed}`);
  if (!(share > 0 && share <= 1)) throw new RangeError(`--share must be in (0, 1]: ${values.share}`);
  return { id: positionals[0], seed, share, json: values.json };
}

/** The mutants of one theorem or of all, or the share of them that the seed says. */
async function chosen(mutants, { id, seed, share }) {
  const { seededRandom } = await importTypeScript("lib/random.ts");
  const random = seededRandom(seed);
  const known = theoremFiles().map(idOf);
  if (id !== undefined && !known.includes(id))
    throw new RangeError(`no theorem has this id: ${id}\nknown: ${known.join(", ")}`);
  return mutants
    .filter(() => random() < share)
    .filter(({ claims }) => id === undefined || claims.map(idOf).includes(id));
}

/** What becomes of each mutant: the clause that notices it, or null; `done` is told how many are through. */
async function judgeAll(mutants, done) {
  const outcomes = new Array(mutants.length);
  let [next, through] = [0, 0];
  const work = async () => {
    let judge = openWorker();
    try {
      while (next < mutants.length) {
        const i = next++;
        outcomes[i] = await firstNotice(mutants[i], judge.ask);
        if (outcomes[i]?.clause === LOOPS) judge = openWorker();
        done(++through);
      }
    } finally {
      next = mutants.length; // where one worker breaks, the others stop
      await judge.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), mutants.length) }, work));
  return outcomes;
}

/** Asks the claims of a mutant one after the other. */
async function firstNotice(mutant, ask) {
  for (const claim of mutant.claims) {
    const outcome = await ask({ mutant, claim });
    if (outcome) return outcome;
  }
  return null;
}

const LOOPS = "it ends in time";

function openWorker() {
  const worker = new Worker(new URL("mutate-worker.mjs", import.meta.url));
  let [answer, fail] = [];
  worker.on("message", (outcome) => answer(outcome));
  worker.on("error", (error) => fail(error));
  const ask = async (question) => {
    const answered = new Promise((resolve, reject) => ([answer, fail] = [resolve, reject]));
    const timer = setTimeout(() => {
      worker.terminate();
      answer({ claim: idOf(question.claim), clause: LOOPS });
    }, TIME_LIMIT);
    worker.postMessage(question);
    return answered.finally(() => clearTimeout(timer));
  };
  return { ask, close: () => worker.terminate() };
}

/** Sees first that the contracts hold as things are, without which nothing can be learned. */
async function requireSoundness(files) {
  const whole = files.map((file) => ({ claims: [file] }));
  const [broken] = (await judgeAll(whole, () => {})).filter((outcome) => outcome);
  if (!broken) return;
  const { claim, clause, message } = broken;
  throw new Error(
    `${claim} breaks its contract without any mutation: ${clause}: ${message ?? "it does not"}`,
  );
}

function progress(count) {
  if (!process.stderr.isTTY) return () => {};
  return (through) => process.stderr.write(through < count ? `\r${through} of ${count}` : "\r\x1b[K");
}

try {
  const { json, ...selection } = readArguments();
  const files = theoremFiles();
  const mutants = mutantsOf(openProgram(files), files);
  const selected = await chosen(mutants, selection);
  await requireSoundness(files.filter((file) => selected.some(({ claims }) => claims.includes(file))));
  const outcomes = await judgeAll(selected, progress(selected.length));
  const judged = selected.map((mutant, i) => ({ mutant, outcome: outcomes[i] }));
  const survivors = JSON.parse(readFileSync(`${root}test/mutation/survivors.json`, "utf8"));
  const rows = tally(judged, new Map(survivors.map((entry) => [entry.mutant, entry])));
  const problems = complaints(survivors, mutants, judged);
  if (json) {
    const details = judged.map(({ mutant, outcome }) => ({
      mutant: mutant.id,
      operator: mutant.operator,
      killedBy: outcome,
    }));
    console.log(JSON.stringify({ ...selection, rows, problems, mutants: details }, null, 2));
  } else console.log(table(rows));
  for (const { file, survivors: ids } of rows.slice(0, -1))
    for (const id of ids) console.error(`survives: ${id} (${file})`);
  for (const problem of problems) console.error(problem);
  // Of a share, some files have so few mutants that one of them decides.
  const decisive = selection.share < 1 ? rows.slice(-1) : rows;
  if (problems.length > 0 || !decisive.every(isEnough)) process.exitCode = 1;
} catch (error) {
  console.error(`mutate: ${error.message}`);
  process.exitCode = 2;
}
