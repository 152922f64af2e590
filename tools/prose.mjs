/** The page's own renderProse, for use at build: its document is jsdom's, and a mistake has its place in the file. */
import { JSDOM } from "jsdom";
import { errorAt } from "./notebook.mjs";
import { pageModule } from "./page-module.mjs";

const { document } = new JSDOM().window;
const page = await pageModule("prose.ts");

const rendered = new Map();

/** The static html of a cell of prose and its holes: {html, holes: [{index, source, offset}]}; remembered by its text. */
export function renderProse(file, cell) {
  const key = JSON.stringify([cell.mode, cell.value]);
  if (!rendered.has(key)) rendered.set(key, attempt(file, cell));
  return rendered.get(key);
}

function attempt(file, cell) {
  try {
    return page.renderProse(document, cell);
  } catch (error) {
    if (error.name !== "CellError") throw error;
    throw errorAt(file, cell, error.offset, error.message);
  }
}
