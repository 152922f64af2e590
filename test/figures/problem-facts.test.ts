import { expect, it } from "vitest";
import { formatCount } from "../../figures/number-format.ts";
import { problemFacts, type ProblemFacts } from "../../figures/problem-facts.ts";

const facts: ProblemFacts = {
  kind: "least-squares",
  rowsGiven: 100,
  rowsTaken: 100,
  seed: 3,
  dimension: 4,
  constant: [],
  idleDirections: 0,
  zeroRows: 0,
  repeatedRows: 0,
};

it.each<[string, Partial<ProblemFacts>, string]>([
  ["everything is used", {}, "100 rows of 4 features."],
  [
    "a part is drawn",
    { rowsGiven: 1e6, rowsTaken: 2000 },
    `2000 rows of 4 features, drawn from ${formatCount(1e6)} with seed 3.`,
  ],
  ["one constant", { constant: ["bias"] }, "100 rows of 4 features. Left out, since constant: bias."],
  [
    "many constants",
    { constant: ["a", "b", "c", "d", "e"] },
    "100 rows of 4 features. Left out, since constant: a, b, c and 2 more.",
  ],
  [
    "one direction idle",
    { idleDirections: 1 },
    "100 rows of 4 features. 1 direction of the weights is not determined by the data, and no method here enters it: κ is that of the others.",
  ],
  [
    "rows that a network does not see",
    { kind: "relu", zeroRows: 2, repeatedRows: 1 },
    "100 rows of 4 features. 2 rows of zeros have no direction, and a network does not see them. 1 row in the direction of an earlier one is left out: no network without a bias can tell the two apart.",
  ],
  ["a spectrum", { kind: "spectrum" }, "It starts with the same share of every eigenvector."],
])("%s", (_, change, text) => {
  expect(problemFacts({ ...facts, ...change })).toBe(text);
});
