/** The page's own renderProse, for use at build: its document is jsdom's, and a mistake has its place in the file. */
import { JSDOM } from "jsdom";
import { errorAt } from "./notebook.mjs";
import { pageModule } from "./page-module.mjs";

const { document } = new JSDOM().window;
const page = await pageModule("prose.ts");

/** The static html of a cell of prose and its holes: {html, holes: [{index, source, offset}]}. */
export function renderProse(file, cell) {
  try {
    return page.renderProse(document, cell);
  } catch (error) {
    if (error.name !== "CellError") throw error;
    throw errorAt(file, cell, error.offset, error.message);
  }
}
