import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { mutantsOf, openProgram } from "../../tools/mutate-claims.mjs";
import { root } from "../support/notebook-files.ts";

/** A theorem of which the claim reaches a function for each operator, and some code that it does not reach. */
const FILE = "lib/theorems/wang-2021/imagined.ts";
const SOURCE = `
import { norm } from "../../norm.ts";
import { h } from "../../methods/heavy-ball-constant.ts";
import type { Series } from "../theorem.ts";

interface Ends { readonly smallest: number; readonly largest: number; readonly momentum: number }

const TABLE = [8];
const UNUSED = [16];

export function claim(p: Ends): Series {
  const parts = [signs, factors, quotients, indices, steps, powers, extrema, cases].map((part) => part(p));
  return Float64Array.of(...parts, TABLE[0]!, norm(Float64Array.of(h(p.momentum, p.largest))));
}

export function measure({ smallest }: Ends): Series { return Float64Array.of(smallest + 32); }

export const printed = { claim: ({ largest }: Ends): Series => Float64Array.of(largest / 64), counterexample: UNUSED };

function signs({ momentum }: Ends): number { let x = momentum; x = -x + momentum; return x; }
function factors({ momentum }: Ends): number { const x = momentum * momentum * norm(Float64Array.of()); return x; }
function quotients({ momentum }: Ends): number { const x = momentum / TABLE.length; return x; }
function indices({ smallest, largest }: Ends): number { let x = 3; x = TABLE[x]! + product(smallest, largest); return x; }
function product(a: number, b: number): number { const x = [a, b]; return x.length; }
function steps(): number { const x = Float64Array.from(TABLE, (y, t) => y ** t); return x.length; }
function powers({ momentum }: Ends): number { let x = momentum ** 2; x = Math.sqrt(x); x = Math.SQRT2; return x; }
function extrema({ smallest, largest }: Ends): number { const x = Math.min(smallest, largest); return x; }
function cases({ momentum }: Ends): number { let x = momentum; x = x > 0 ? x : NaN; return x; }
`;

interface Mutant {
  readonly id: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly operator: string;
  readonly claims: readonly string[];
}

function mutantsIn(source: string): Mutant[] {
  const host = ts.createCompilerHost({});
  const { fileExists, readFile } = host;
  const path = join(root, FILE);
  host.fileExists = (file) => file === path || fileExists(file);
  host.readFile = (file) => (file === path ? source : readFile(file));
  const program = openProgram([FILE], {
    ...host,
    getSourceFile: (file: string, version: ts.ScriptTarget) =>
      ts.createSourceFile(file, host.readFile(file)!, version),
  });
  return mutantsOf(program, [FILE]) as Mutant[];
}

const mutants = mutantsIn(SOURCE);

/** The changes of one operator in one function, in the order of the alphabet. */
function changes(operator: string, name: string): string[] {
  const start = `${FILE} ${name}: `;
  return mutants
    .filter((mutant) => mutant.operator === operator && mutant.id.startsWith(start))
    .map(({ id }) => id.slice(start.length));
}

/** What the parser has to say, which it notes on the tree. */
function syntaxErrors(source: string): readonly unknown[] {
  const tree: { parseDiagnostics?: readonly unknown[] } = ts.createSourceFile(
    FILE,
    source,
    ts.ScriptTarget.ES2023,
  ) as object;
  return tree.parseDiagnostics!;
}

describe("operators", () => {
  it("sign: between terms, and in front", () => {
    expect(changes("sign", "signs")).toEqual(["-x + momentum → -x - momentum", "-x → x"]);
  });

  it("factor: dropped and doubled, in a product and a quotient, and what is returned", () => {
    const [two, three] = ["momentum * momentum", "momentum * momentum * norm(Float64Array.of())"];
    expect(changes("factor", "factors")).toEqual(
      [
        `${three} → 2 * ${three}`,
        `${three} → ${two}`,
        `${three} → norm(Float64Array.of())`,
        `${two} → 2 * ${two}`,
        `${two} → momentum`,
        "x → -(x)",
        "x → 2 * (x)",
      ].sort(),
    );
    expect(changes("factor", "quotients")).toEqual([
      "momentum / TABLE.length → momentum",
      "momentum / TABLE.length → momentum / (2 * TABLE.length)",
      "x → -(x)",
      "x → 2 * (x)",
    ]);
  });

  it("index: the neighbour, the other of a pair, arguments exchanged, the step before", () => {
    expect(changes("index", "indices")).toEqual([
      "TABLE[x] → TABLE[x + 1]",
      "TABLE[x] → TABLE[x - 1]",
      "largest → smallest",
      "largest → smallest: largest",
      "product(smallest, largest) → product(largest, smallest)",
      "smallest → largest",
      "smallest → largest: smallest",
    ]);
    expect(changes("index", "steps")).toEqual(["t → t - 1"]);
  });

  it("power: roots and squares dropped", () => {
    expect(changes("power", "powers")).toEqual([
      "Math.SQRT2 → 2",
      "Math.sqrt(x) → x",
      "momentum ** 2 → momentum",
    ]);
  });

  it("extremum: min and max, whose arguments are not exchanged", () => {
    expect(changes("extremum", "extrema")).toEqual(["Math.min → Math.max"]);
    expect(changes("index", "extrema").filter((change) => change.startsWith("Math"))).toEqual([]);
  });

  it("condition: the border, the other side, the other case", () => {
    expect(changes("condition", "cases")).toEqual([
      "x > 0 ? x : NaN → NaN",
      "x > 0 ? x : NaN → x",
      "x > 0 → x < 0",
      "x > 0 → x >= 0",
    ]);
  });

  it("constant: 0, 1 and others", () => {
    expect(changes("constant", "cases")).toEqual(["0 → 1"]);
    expect(changes("constant", "powers")).toEqual(["2 → 1", "2 → 3"]);
    expect(changes("constant", "TABLE")).toEqual(["8 → 4", "8 → 9"]);
  });

  it("each mutant is a program that differs from the source in one place", () => {
    for (const { file, start, end, text } of mutants.filter((mutant) => mutant.file === FILE)) {
      expect(file).toBe(FILE);
      expect(syntaxErrors(SOURCE.slice(0, start) + text + SOURCE.slice(end))).toEqual([]);
      expect(SOURCE.slice(start, end)).not.toBe(text);
    }
  });
});

describe("the code of a claim", () => {
  it("is what claim and printed.claim reach, also in other files of formulas", () => {
    expect(changes("factor", "printed.claim")).toContain("largest / 64 → largest");
    expect(mutants.map(({ file }) => file)).toContain("lib/methods/heavy-ball-constant.ts");
    for (const { claims } of mutants) expect(claims).toEqual([FILE]);
  });

  it("is neither the measurement, nor types, nor cases, nor a norm", () => {
    const files = new Set(mutants.map(({ file }) => file));
    expect([...files].sort()).toEqual(["lib/methods/heavy-ball-constant.ts", FILE]);
    for (const { id } of mutants) expect(id).not.toMatch(/ (measure|UNUSED|Ends|counterexample): /);
  });
});

it("a change that stands twice in a function has two ids, and no id depends on the place in the file", () => {
  const twice = SOURCE.replace("x = -x + momentum;", "x = -x + momentum; x = -x + momentum;");
  const ids = mutantsIn(`// a line more\n${twice}`).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(mutants.map(({ id }) => id)));
  expect(ids).toContain(`${FILE} signs: -x → x (2)`);
});
