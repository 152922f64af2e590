import { describe, expect, it } from "vitest";
import { judge, type Theorem } from "../../lib/theorems/theorem.ts";
import { thumbnail } from "../../lib/theorems/thumbnail.ts";
import * as momentumCondition from "../../lib/theorems/wang-2021/momentum-condition.ts";
import * as theorem1 from "../../lib/theorems/wang-2021/theorem-1.ts";

const files = import.meta.glob<Theorem<unknown>>("/lib/theorems/*/*.ts", { eager: true });

describe.each(Object.values(files).map((theorem) => [theorem.statement.id, theorem] as const))(
  "%s",
  (_, theorem) => {
    it("has a thumbnail within its hypotheses, which gets its verdict; what is printed is violated", () => {
      const { verdict, expected, printed } = thumbnail(theorem);
      expect(["holds", "unspecified"]).toContain(verdict);
      expect(verdict).toBe(expected);
      expect(printed?.verdict).toBe(theorem.printed && "violated");
    });
  },
);

it("verdict and slack are those of the whole run, the picture a few of its steps with both ends", () => {
  const whole = judge(theorem1, theorem1.statement.cases[0]!.parameters);
  const { slack, at, claim, measured } = thumbnail(theorem1);
  expect([slack, at]).toEqual([whole.slack, whole.at]);
  expect(whole.claim.length).toBeGreaterThan(48);
  expect([claim.length, measured.length]).toEqual([48, 48]);
  expect([claim[0], claim[47]]).toEqual([whole.claim[0], whole.claim.at(-1)]);
  expect([measured[0], measured[47]]).toEqual([whole.measured[0], whole.measured.at(-1)]);
});

it("what is printed is judged at its counterexample, which it names", () => {
  const { printed, from } = thumbnail(momentumCondition);
  expect(printed!.from).toBe(momentumCondition.printed.counterexample.name);
  expect(from).toBe(momentumCondition.statement.cases[0]!.name);
});
