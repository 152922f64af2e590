import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Row } from "../lib/theorems/check.ts";
import { quadraticState } from "../lib/theorems/quadratic-link.ts";
import { judge } from "../lib/theorems/theorem.ts";
import * as theorem12 from "../lib/theorems/wang-2021/theorem-12.ts";

const tool = fileURLToPath(new URL("../tools/verify.mjs", import.meta.url));

function verify(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [tool, ...args], { encoding: "utf8" });
}

it("verify --json prints a row for each claim, all as expected, and nothing else", () => {
  const { status, stdout, stderr } = verify("--json");
  expect([status, stderr]).toEqual([0, ""]);
  const rows = JSON.parse(stdout) as Row[];
  const verdicts = Object.fromEntries(rows.map((row) => [row.id, row.verdict]));
  expect(verdicts).toMatchObject({
    "wang-2021/theorem-12": "holds",
    "wang-2021/theorem-12#printed": "violated",
    "wang-2021/theorem-12-rate": "holds",
    "wang-2021/corollary-10": "holds",
  });
  for (const row of rows) {
    for (const key of ["id", "paper", "number", "kind", "expected", "verdict", "slack", "rateSlack", "worst"])
      expect(row).toHaveProperty(key);
    expect(row.verdict).toBe(row.expected);
    if (row.slack === null || row.rateSlack === null) expect(row.reason).toMatch(/\S/);
    expect(row.trials).toBe(200);
  }
});

it("verify <id> prints the rows of one theorem, or the one asked for", () => {
  const theorem = verify("wang-2021/theorem-12", "--trials", "5", "--seed", "3", "--json");
  expect((JSON.parse(theorem.stdout) as Row[]).map(({ id, trials }) => [id, trials])).toEqual([
    ["wang-2021/theorem-12", 5],
    ["wang-2021/theorem-12#printed", 5],
  ]);
  const printed = verify("wang-2021/theorem-12#printed", "--trials", "5", "--json");
  expect((JSON.parse(printed.stdout) as Row[]).map(({ id }) => id)).toEqual(["wang-2021/theorem-12#printed"]);
});

it("verify --full draws 100 000 samples of a claim in closed form, searches it, and sums up", () => {
  const { status, stdout, stderr } = verify("wang-2021/corollary-10", "--full");
  expect([status, stderr]).toEqual([0, ""]);
  // Every sample of this statement satisfies the hypotheses.
  expect(stdout).toMatch(/ 0\/100000 +holds 1\.549\d+ 0\/\d+ /);
  expect(stdout).toMatch(/\nclaims \(1\): 100,000 samples within the hypotheses, 0 violate; /);
});

it("verify judges a claim in probability over seeds, and says how often it held", () => {
  const { status, stdout, stderr } = verify("wang-2021/lemma-21", "--trials", "5", "--seeds", "300");
  expect([status, stderr]).toEqual([0, ""]);
  const [head, row] = stdout.trimEnd().split("\n");
  expect(row!.slice(head!.indexOf("seeds"))).toMatch(/^300 of 300, 98\.8–100\.0 % /);
  const { seeds } = (JSON.parse(verify("wang-2021/lemma-21", "--trials", "5", "--json").stdout) as Row[])[0]!;
  expect(seeds).toMatchObject({ held: 100, violated: 0, of: 100 });
  // No other claim has the column.
  expect(verify("wang-2021/corollary-10", "--trials", "5").stdout).not.toContain("seeds");
});

it("verify --thumbnail judges the first case, and what is printed at its counterexample; nothing else goes with it", () => {
  const { status, stdout } = verify("wang-2021/momentum-condition", "--thumbnail", "--json");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([
    { id: "wang-2021/momentum-condition", verdict: "holds", from: "κ = 100 at the setting of (19)" },
    { id: "wang-2021/momentum-condition#printed", verdict: "violated", expected: "violated" },
  ]);
  expect(verify("--thumbnail", "--trials", "5")).toMatchObject({ status: 2, stdout: "" });
});

it("verify prints an aligned table for people", () => {
  const { status, stdout } = verify("--trials", "5");
  const lines = stdout.trimEnd().split("\n");
  expect(status).toBe(0);
  const column = lines[0]!.indexOf("verdict");
  for (const line of lines.slice(1)) expect(line.slice(column)).toMatch(/^(holds|unspecified|violated) /);
});

interface StateRow {
  readonly id: string;
  readonly verdict: string;
  readonly slack: number | null;
  readonly at: number | null;
  readonly rateSlack: number | null;
  readonly hypotheses: readonly { readonly status: string }[];
}

it("verify --at judges every claim at the state of a link, as the library does", () => {
  const { status, stdout, stderr } = verify("--at", "kappa=50&beta=.9", "--json");
  expect([status, stderr]).toEqual([0, ""]);
  const rows = JSON.parse(stdout) as StateRow[];
  const state = quadraticState(new URLSearchParams("kappa=50&beta=.9"));
  const { verdict, slack, at, rateSlack } = judge(theorem12, theorem12.at(state));
  expect(rows.find(({ id }) => id === "wang-2021/theorem-12")).toMatchObject({
    verdict,
    slack,
    at,
    rateSlack,
  });
  expect(rows.find(({ id }) => id === "wang-2021/theorem-12#printed")).toMatchObject({ verdict: "violated" });
  for (const { hypotheses } of rows) expect(hypotheses.length).toBeGreaterThan(0);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

it("verify <id> --at prints the rows of one claim, passes over keys of the page, and knows an outside state", () => {
  const one = verify("wang-2021/theorem-12", "--at", "?beta=0.25&eta=4&spectrum=two-point&axes=plain");
  expect([one.status, one.stderr]).toEqual([0, "passed over, since they say nothing of the state: axes\n"]);
  const lines = one.stdout.trimEnd().split("\n");
  expect(lines.map((line) => line.split(/ +/)[0])).toEqual([
    "claim",
    "wang-2021/theorem-12",
    "wang-2021/theorem-12#printed",
  ]);
  expect(lines[1]).toContain("outside");
  expect(lines[1]).toContain("every mode rings: fails");
  // What is printed may be violated: that is known, and no failure.
  const printed = verify("wang-2021/theorem-12#printed", "--at", "", "--json");
  expect(printed.status).toBe(0);
  expect((JSON.parse(printed.stdout) as StateRow[]).map(({ verdict }) => verdict)).toEqual(["violated"]);
});

it("verify --at reads the images for the spectrum of Fashion-MNIST", () => {
  const { status, stdout } = verify(
    "wang-2021/corollary-10",
    "--at",
    "spectrum=fashion-mnist&modes=10",
    "--json",
  );
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as StateRow[]).map(({ verdict }) => verdict)).toEqual(["holds"]);
});

it.each([
  [["wang-2021/theorem-99"], "no claim has this id: wang-2021/theorem-99"],
  [["wang-2021/corollary-10#printed"], "no claim has this id: wang-2021/corollary-10#printed"],
  [["--trials", "many"], "--trials must be a whole number of at least 1: many"],
  [["--seeds", "0"], "--seeds must be a whole number of at least 1: 0"],
  [["--trials", "0"], "--trials must be a whole number of at least 1: 0"],
  [["--seed", "-1.5"], "--seed"],
  [["--nonsense"], "--nonsense"],
  [["--full", "--trials", "5"], "--full says how many samples there are, and --at and --trials say so too"],
  [["--at", "beta=2"], "verify: beta must be a number in [0, 1]: 2"],
  [["--at", "", "--trials", "5"], "--trials and --seed draw random samples"],
  [["a", "b"], "at most one id can be given: a b"],
])("verify %j fails with exit status 2 and says why", (args, message) => {
  const { status, stdout, stderr } = verify(...args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
});
