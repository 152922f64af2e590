import { expect, it } from "vitest";
import { complaints, isEnough, table, tally } from "../../tools/mutate-report.mjs";

const FILE = "lib/theorems/wang-2021/theorem-12.ts";
const noticed = { claim: "wang-2021/theorem-12", clause: "case: one" };

/** Mutants 0 … killed − 1 are noticed, the others are not. */
function judged(count: number, killed: number) {
  return Array.from({ length: count }, (_, i) => ({
    mutant: { id: `m${i}`, file: FILE },
    outcome: i < killed ? noticed : null,
  }));
}

const listed = (verdict: string) => new Map([["m19", { mutant: "m19", verdict, reason: "none" }]]);

it("the score leaves out equivalents, and nothing else", () => {
  const row = (killed: number, verdict: string) => tally(judged(20, killed), listed(verdict))[0];
  expect(row(19, "equivalent")).toMatchObject({ killed: 19, equivalent: 1, survivors: [], score: 1 });
  expect(row(19, "accepted")).toMatchObject({ accepted: 1, survivors: [], score: 19 / 20 });
  expect(row(18, "equivalent")).toMatchObject({ survivors: ["m18"], score: 18 / 19 });
});

it("95 % are enough; in a file also that all survivors are listed", () => {
  const row = { file: "wang-2021/theorem-12", survivors: ["m18"] };
  expect([0.95, 0.949].map((score) => isEnough({ ...row, score }))).toEqual([true, false]);
  expect(isEnough({ ...row, survivors: [], score: 0.5 })).toBe(true);
  expect(isEnough({ file: "all", survivors: [], score: 0.5 })).toBe(false);
});

it("an entry of the list must have a reason, be one of two kinds, match a mutant, and survive", () => {
  const results = judged(2, 1);
  const mutants = results.map(({ mutant }) => mutant);
  const entry = { mutant: "m1", verdict: "equivalent", reason: "it is" };
  expect(complaints([entry], mutants, results)).toEqual([]);
  for (const wrong of [{ reason: "" }, { verdict: "fine" }, { mutant: "m2" }, { mutant: "m0" }])
    expect(complaints([{ ...entry, ...wrong }], mutants, results)).toHaveLength(1);
});

it("the table has a line for each file and for all", () => {
  const lines = table(tally(judged(20, 20), listed("equivalent"))).split("\n");
  expect(lines.map((line: string) => line.split(/ +/)[0])).toEqual(["code", "wang-2021/theorem-12", "all"]);
});
