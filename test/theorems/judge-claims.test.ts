import { expect, it } from "vitest";
import { judgeClaims, type Claim, type JudgedClaims } from "../../lib/theorems/judge-claims.ts";
import { judgeOverSeeds } from "../../lib/theorems/over-seeds.ts";
import { judgeBoth, type Judged } from "../../lib/theorems/theorem.ts";
import * as lemma3 from "../../lib/theorems/wang-2020/lemma-3.ts";
import * as lemma21 from "../../lib/theorems/wang-2021/lemma-21.ts";

const claims: readonly Claim[] = [
  {
    theorem: lemma3 as unknown as Judged<object>,
    parameters: lemma3.statement.cases[0]!.parameters,
    seeds: null,
  },
  {
    theorem: lemma21 as unknown as Judged<object>,
    parameters: lemma21.statement.cases[0]!.parameters,
    seeds: 3,
  },
];

async function run(signal = { aborted: false }) {
  const told: JudgedClaims[] = [];
  const states = judgeClaims(claims, signal);
  for (;;) {
    const { done, value } = await states.next();
    if (done) return { told, result: value };
    told.push(value);
  }
}

it("judges one claim after the other, each as by itself", async () => {
  const { told, result } = await run();
  expect(result.judged).toEqual([
    judgeBoth(claims[0]!.theorem, claims[0]!.parameters),
    judgeOverSeeds(claims[1]!.theorem, claims[1]!.parameters, 3),
  ]);
  // Before each claim, and after each seed but the last.
  expect(told.map(({ judged, counts }) => [judged.length, counts?.held ?? null])).toEqual([
    [0, null],
    [1, null],
    [1, 1],
    [1, 2],
  ]);
});

it("leaves out the claim that it was on when it is asked to end", async () => {
  expect((await run({ aborted: true })).result.judged).toHaveLength(1);
});
