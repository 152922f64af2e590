/**
 * A worker of the mutation run: gets a mutant and a claim, answers with the clause of the claim's contract that notices it, {claim, clause, message}, or
 * null. It loads the modules of the library into functions of its own, since a change must reach every module, and no import can be taken back.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const requirePackage = createRequire(import.meta.url);
const unchanged = new Map();

/** What a module of the project makes of its text: a function of require and exports. */
function compile(source) {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2023,
      esModuleInterop: true,
    },
  });
  return new Function("require", "exports", outputText);
}

/** A `require` for paths from the root, in which one file may read differently. */
function loader(file, source) {
  const changed = file && compile(source);
  const loaded = new Map();
  const load = (path) => {
    if (loaded.has(path)) return loaded.get(path);
    if (!unchanged.has(path)) unchanged.set(path, compile(readFileSync(join(root, path), "utf8")));
    const exports = {};
    loaded.set(path, exports);
    const requireFrom = (name) =>
      name.startsWith(".") ? load(join(dirname(path), name)) : requirePackage(name);
    (path === file ? changed : unchanged.get(path))(requireFrom, exports);
    return exports;
  };
  return load;
}

/** Runs the contract of one claim until a clause throws; what cannot even be loaded is noticed as well. */
function judge({ file, start, end, text }, claim) {
  const [paper, name] = claim.replace(/^lib\/theorems\/|\.ts$/g, "").split("/");
  let clause = "it can be loaded";
  try {
    const source = file && readFileSync(join(root, file), "utf8");
    const load = loader(file, file && source.slice(0, start) + text + source.slice(end));
    const { contract } = load("test/theorems/contract.ts");
    const theorem = { ...load(`lib/theorems/${paper}/${name}.ts`) };
    for (const { name: next, check } of contract(paper, name, theorem)) {
      clause = next;
      check();
    }
  } catch (error) {
    return { claim: `${paper}/${name}`, clause, message: error.message };
  }
  return null;
}

parentPort.on("message", ({ mutant, claim }) => parentPort.postMessage(judge(mutant, claim)));
