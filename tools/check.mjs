/**
 * Checks all that can be checked without running: that notebooks are written as their format writes them, that
 * Notebook Kit's transpile accepts every cell, the types of the library, the page, the tests and the cells, and at
 * the same time (a compiler keeps one core busy) eslint and prettier. Prints file:line:column for what it finds;
 * exits with 1 if it finds anything.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { listNotebooks } from "../build.mjs";
import { compileNotebook } from "./compile.mjs";
import { readNotebook } from "./notebook.mjs";
import { checkTypes } from "./types.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The problems of some notebooks and, with `modules`, of everything that is written in TypeScript. */
export async function check(notebookFiles, { modules = true } = {}) {
  const problems = [];
  const notebooks = [];
  for (const file of notebookFiles) {
    try {
      const notebook = await readNotebook(file);
      compileNotebook(notebook);
      notebooks.push(notebook);
    } catch (error) {
      if (error.name !== "NotebookError") throw error;
      problems.push(error.message);
    }
  }
  return [...problems, ...checkTypes(notebooks, { modules })];
}

/** Runs a command of an installed package; resolves to whether it succeeded. What it has to say is printed. */
function run(command, ...args) {
  const child = spawn(process.execPath, [root + command, ...args], { cwd: root, stdio: "inherit" });
  return new Promise((resolve) => child.on("close", (code) => resolve(code === 0)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const linted = run("node_modules/eslint/bin/eslint.js", ".");
  const formatted = run("node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", ".");
  const problems = await check(await listNotebooks());
  for (const problem of problems) console.error(problem);
  if (problems.length > 0 || !(await linted) || !(await formatted)) process.exitCode = 1;
}
