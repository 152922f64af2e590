import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { atlas } from "../../lib/atlas/atlas.ts";
import type { PaperKey } from "../../lib/theorems/references.ts";
import { root } from "../support/notebook-files.ts";

const numbered = (kind: string, ...numbers: readonly (number | string)[]) =>
  numbers.map((n) => `${kind} ${n}`);
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** What each paper numbers, read off its text: not from the atlas. */
const printed: Readonly<Record<PaperKey, readonly string[]>> = {
  "wang-2021": [
    ...numbered("Theorem", 1, 2, 3, 4, 9, 11, 12, 13, 14, 27),
    ...numbered("Lemma", ...range(5, 8), ...range(15, 26)),
    ...numbered("Corollary", 10),
    ...numbered("Figure", 1, 2),
    ...numbered("Table", 1, 2),
    "Algorithms 1 and 2",
  ],
  "wang-2020": [
    ...numbered("Theorem", 1, 2),
    ...numbered("Lemma", ...range(1, 9)),
    ...numbered("Figure", 1, 2),
  ],
  "bu-2021": [
    ...numbered("Theorem", 1, 2, 3),
    ...numbered("Lemma", ...range(4, 9)),
    ...numbered("Fact", "2.1", "2.2"),
  ],
  "liu-2022": [
    ...numbered("Theorem", 1, 2),
    ...numbered("Lemma", ...range(1, 6)),
    ...numbered("Figure", 1, 2, 3, 4),
    ...numbered("Table", 1),
  ],
  "zou-2020": [
    ...numbered("Theorem", "3.1", "3.6", "3.8"),
    ...numbered("Proposition", "3.3"),
    ...numbered("Corollary", "3.4", "3.7", "3.9"),
    ...numbered("Lemma", "A.1", "A.2", "B.1", "B.2", "B.3"),
    ...numbered("Figure", 1),
  ],
};

const papers = Object.keys(printed) as PaperKey[];

/** The ids of all theorem files. */
const files = papers.flatMap((paper) =>
  readdirSync(join(root, "lib/theorems", paper)).map((file) => `${paper}/${file.replace(/\.ts$/, "")}`),
);

it("every theorem file has a place on the map", () => {
  const placed = new Set(papers.flatMap((paper) => atlas[paper].flatMap(({ statements }) => statements)));
  expect(files.filter((id) => !placed.has(id))).toEqual([]);
});

describe.each(papers)("%s", (paper) => {
  const items = atlas[paper];
  const numbers = items.map(({ number }) => number);

  it("nothing that it numbers is missing, and nothing stands twice", () => {
    expect(printed[paper].filter((number) => !numbers.includes(number))).toEqual([]);
    expect(numbers.filter((number, i) => numbers.indexOf(number) < i)).toEqual([]);
  });

  it("every item has a statement, a notebook or a reason", () => {
    const bare = items.filter(({ statements, notebook, note }) => !statements.length && !notebook && !note);
    expect(bare.map(({ number }) => number)).toEqual([]);
  });

  it("every statement and every notebook that it names exists", () => {
    expect(items.flatMap(({ statements }) => statements).filter((id) => !files.includes(id))).toEqual([]);
    const notebooks = items.flatMap(({ notebook }) => notebook ?? []);
    expect(notebooks.filter((name) => !existsSync(join(root, `notebooks/${name}.html`)))).toEqual([]);
  });

  it("every arrow ends at an item, and none runs in a circle", () => {
    expect(items.flatMap(({ uses }) => uses).filter((number) => !numbers.includes(number))).toEqual([]);
    // Peeled from below: what rests only on what is already placed; a circle would be left over.
    const placed = new Set<string>();
    let left = items;
    for (let before = Infinity; left.length < before;) {
      before = left.length;
      for (const { number, uses } of left) if (uses.every((use) => placed.has(use))) placed.add(number);
      left = left.filter(({ number }) => !placed.has(number));
    }
    expect(left.map(({ number }) => number)).toEqual([]);
  });
});
