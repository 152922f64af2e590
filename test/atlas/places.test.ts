import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { listNotebooks } from "../../build.mjs";
import { placeOf, theoremCells } from "../../lib/atlas/places.ts";
import { root } from "../support/notebook-files.ts";

const notebooks = (await listNotebooks()).map((file) => basename(file, ".html"));

/** The ids of the statements that the source of a notebook makes theorem cells of, in its order. */
function cellsIn(notebook: string): string[] {
  const source = readFileSync(join(root, `notebooks/${notebook}.html`), "utf8");
  const modules = new Map(
    [...source.matchAll(/import \* as (\w+) from "\.\.\/lib\/theorems\/([\w-]+\/[\w-]+)\.ts"/g)].map(
      (found) => [found[1], found[2]!],
    ),
  );
  return [...source.matchAll(/theoremCell\((\w+)/g)].map((found) => modules.get(found[1]) ?? `? ${found[1]}`);
}

describe.each(notebooks)("%s", (notebook) => {
  it("has the theorem cells that the map leads to, and no others", () => {
    expect(cellsIn(notebook)).toEqual(theoremCells[notebook] ?? []);
  });
});

it("no place is in a notebook that does not exist", () => {
  expect(Object.keys(theoremCells).filter((name) => !notebooks.includes(name))).toEqual([]);
});

it("an item lives where its first statement with a cell does, else in the notebook that it names, else nowhere", () => {
  const statements = ["wang-2021/none", "wang-2021/theorem-12"];
  expect(placeOf({ statements, notebook: "04-relu" })).toEqual({
    notebook: "01-quadratic",
    statement: "wang-2021/theorem-12",
  });
  expect(placeOf({ statements: [], notebook: "04-relu" })).toEqual({ notebook: "04-relu", statement: null });
  expect(placeOf({ statements: ["wang-2021/none"] })).toBeNull();
});
