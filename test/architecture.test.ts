import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { importGraph, modules, parse, type Import } from "./support/import-graph.ts";
import { root } from "./support/notebook-files.ts";

/** The folders of what the site is made of; that of workers comes with the first of them. */
const folders = ["lib", "figures", "cells", "workers", "page"].filter((folder) =>
  existsSync(join(root, folder)),
);
const graph = await importGraph(folders);
const library = await modules("lib");

/**
 * Who may import whom: a module is ruled by the longest path here that it lies under, and may import what lies under
 * one of the paths given. "types" in front: only types may come along. Packages are named as such.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  lib: ["types lib/random.ts"],
  "lib/spectra": ["lib/random.ts", "lib/norm.ts", "lib/typed-number.ts", "lib/spectra", "ml-matrix"],
  "lib/problems": [
    "lib/random.ts",
    "lib/norm.ts",
    "lib/typed-number.ts",
    "lib/problems",
    "ml-matrix",
    "d3-dsv",
  ],
  "lib/methods": ["lib/random.ts", "lib/norm.ts", "types lib/problems", "lib/methods"],
  "lib/methods/relu": [
    "lib/random.ts",
    "lib/norm.ts",
    "lib/problems",
    "types lib/methods",
    "lib/methods/relu",
  ],
  "lib/flows": ["lib/random.ts", "lib/norm.ts", "types lib/problems", "lib/flows", "odex"],
  "lib/theorems": ["lib"],
  "lib/atlas": ["lib/atlas", "lib/methods", "lib/flows", "types lib/theorems"],
  "lib/advice": [
    "lib/random.ts",
    "lib/norm.ts",
    "lib/spectra",
    "lib/problems",
    "lib/methods",
    "lib/code",
    "lib/advice",
  ],
  "lib/search": ["lib", "minimize-powell"],
  "lib/code": ["lib/code"],
  figures: ["types lib", "figures", "@observablehq/plot", "@dagrejs/dagre"],
  cells: [
    "types lib",
    "figures",
    "cells",
    "page/link.ts",
    "page/tex.ts",
    "page/embed-snippet.ts",
    "page/carried-state.ts",
    "page/carried.ts",
    "page/whole-page.ts",
    "types page/link-text.ts",
    "types page/worker.ts",
  ],
  workers: ["types lib", "types workers/entries", "page/worker.ts"],
  "workers/entries": ["lib", "page/expose.ts"],
  page: ["page", "@observablehq", "observable:", "katex", "uqr", "@lezer/javascript", "markdown-it"],
  "page/editor": ["page", "observable:", "@codemirror", "acorn", "acorn-walk", "sucrase"],
  notebooks: ["lib", "figures", "cells", "workers"],
};

function under(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(":") ? folder : `${folder}/`);
}

function isAllowed({ from, to, types }: Import): boolean {
  const rulers = Object.keys(MAY_IMPORT).filter((folder) => under(from, folder));
  const ruler = rulers.sort((a, b) => b.length - a.length)[0]!;
  return MAY_IMPORT[ruler]!.some((target) => {
    const path = target.replace("types ", "");
    return under(to, path) && (types || path === target);
  });
}

const describe = ({ from, to }: Import) => `${from} imports ${to}`;

it("imports follow the arrows", () => {
  expect(graph.filter((arrow) => !isAllowed(arrow)).map(describe)).toEqual([]);
});

it("the page's side of a worker never takes along what runs inside", () => {
  const inside = graph.filter(({ to }) => under(to, "workers/entries") || to === "page/expose.ts");
  expect(inside.filter(({ from, types }) => !types && !under(from, "workers/entries")).map(describe)).toEqual(
    [],
  );
});

it("no theorem imports from another paper", () => {
  const paper = (path: string) => /^lib\/theorems\/([^/]+)\//.exec(path)?.[1];
  const crossing = graph.filter(({ from, to }) => paper(from) && paper(to) && paper(from) !== paper(to));
  expect(crossing.map(describe)).toEqual([]);
});

it("relative imports name a file that exists, with its extension", () => {
  const local = graph.filter(({ to }) => /^(lib|figures|cells|workers|page|notebooks|data)\//.test(to));
  expect(local.filter(({ to }) => !existsSync(join(root, to))).map(describe)).toEqual([]);
});

it("no module of the library imports itself by way of others", () => {
  const reaches = (start: string) => {
    const seen = new Set<string>();
    const queue = [start];
    for (const file of queue) {
      const next = graph.filter(({ from, to, types }) => from === file && !types && !seen.has(to));
      for (const { to } of next) seen.add(to);
      queue.push(...next.map(({ to }) => to));
    }
    return seen;
  };
  expect(library.filter((file) => reaches(file).has(file))).toEqual([]);
});

it("a file is named for the thing in it", async () => {
  const files = (await Promise.all([...folders, "test"].map(modules))).flat();
  const vague = /^(index|utils?|helpers?|common|misc)\.ts$/;
  expect(files.filter((file) => vague.test(basename(file)))).toEqual([]);
});

it("no module only passes on what others export", async () => {
  const files = (await Promise.all(folders.map(modules))).flat();
  const trees = await Promise.all(files.filter((file) => !file.endsWith(".d.ts")).map(parse));
  const passesOn = (node: ts.Statement) => ts.isExportDeclaration(node) && node.moduleSpecifier;
  expect(trees.filter((tree) => tree.statements.some(passesOn)).map((tree) => tree.fileName)).toEqual([]);
});

it("every module of the library has its test; theorems have the contract test, and papers that of the atlas", async () => {
  const missing = library.filter((file) => {
    const test = file.replace(/^lib\//, "test/").replace(/\.ts$/, ".test.ts");
    return !/^lib\/(theorems|atlas)\/|\.d\.ts$/.test(file) && !existsSync(join(root, test));
  });
  const trees = await Promise.all(missing.map(parse));
  expect(trees.filter(hasCode).map((tree) => tree.fileName)).toEqual([]);
});

/** Whether a module holds more than types and imports. */
function hasCode(tree: ts.SourceFile): boolean {
  const isSilent = (node: ts.Statement) =>
    ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
  return !tree.statements.every(isSilent);
}
