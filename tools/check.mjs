/**
 * Checks all that can be checked without running: that notebooks are written as their format writes them, that
 * Notebook Kit's transpile accepts every cell, and the types of the library, the page, the tests and the cells.
 * Prints file:line:column for what it finds; exits with 1 if it finds anything.
 */
import { relative } from "node:path";
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
      const notebook = await readNotebook(relative(process.cwd(), root + file));
      compileNotebook(notebook);
      notebooks.push(notebook);
    } catch (error) {
      if (error.name !== "NotebookError") throw error;
      problems.push(error.message);
    }
  }
  return [...problems, ...checkTypes(notebooks, { modules })];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = await check(await listNotebooks());
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
