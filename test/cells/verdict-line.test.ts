// @vitest-environment jsdom
import type { DOMWindow } from "jsdom";
import { expect, it } from "vitest";
import { theoremCell } from "../../cells/theorem-cell.ts";
import { verdictLine, type Polling } from "../../cells/verdict-line.ts";
import { judgeOverSeeds } from "../../lib/theorems/over-seeds.ts";
import { references } from "../../lib/theorems/references.ts";
import type { Judgement, SeedCounts } from "../../lib/theorems/theorem.ts";
import { pretendLayout } from "../support/layout.ts";
import * as lemma21 from "../../lib/theorems/wang-2021/lemma-21.ts";

const five = lemma21.statement.cases.find(({ name }) => name.startsWith("five data"))!.parameters;
const held = judgeOverSeeds(lemma21, five, 300).judgement;

function text(judgement: Judgement | Polling): string {
  return verdictLine(judgement, null)
    .map((node) => node.textContent)
    .join("")
    .replaceAll("\u00a0", " ");
}

function polled(
  counts: Partial<SeedCounts>,
  interval: [number, number],
  promised: number,
  givenAway: number,
): Judgement {
  return {
    ...held,
    seeds: { held: 300, violated: 0, outside: 0, of: 300, ...counts, interval, promised, givenAway },
  };
}

it("says in how many seeds a claim in probability held, with the interval and what is claimed", () => {
  // 1 − 5e^{−10}; 0.025^{1/300} = 0.9878.
  expect(text(held)).toMatch(
    /^Holds\. Held in 300 of 300 seeds, 95 % interval 98\.8–100 %; claimed, at least 99\.98 %\. Slack \d\.\d\d at the tightest seed\.$/,
  );
});

it("says how many seeds the claim gives away, and does not round to certainty", () => {
  expect(text(polled({ held: 280, violated: 20 }, [0.89912, 0.95888], 0.9, 30))).toContain(
    "Held in 280 of 300 seeds, 95 % interval 89.9–95.9 %; claimed, at least 90 %. Slack",
  );
  expect(text(polled({ held: 280, violated: 20 }, [0.89912, 0.95888], 0.9, 30))).toMatch(
    /tightest seed but 30\.$/,
  );
  expect(text(polled({ held: 299, violated: 1 }, [0.98157, 0.99991561], 0.95, 15))).toContain(
    "98.2–99.992 %",
  );
  const { seeds } = held;
  expect(text({ ...held, verdict: "violated", seeds: { ...seeds!, held: 9, violated: 291 } })).toMatch(
    /^Violated\. Held in 9 of 300 seeds, .* please report it, with the link to this state\.$/,
  );
});

it("counts while it runs", () => {
  const seeds = { held: 118, violated: 2, outside: 0, of: 300 };
  const running: Polling = { verdict: "running", hypotheses: held.hypotheses, seeds };
  expect(text(running)).toBe("Running. 120 of 300 seeds, held in 118.");
  pretendLayout(window as unknown as DOMWindow);
  const cell = theoremCell(lemma21, references["wang-2021"]);
  cell.show({ judgement: running });
  expect([cell.dataset.verdict, cell.dataset.slack]).toEqual(["running", "120"]);
  cell.show({ judgement: held });
  expect([cell.dataset.verdict, cell.dataset.slack]).toEqual(["holds", String(held.slack)]);
});

it("says of a claim outside its hypotheses what happens at the first seed", () => {
  const wide = { ...five, radius: 1 };
  expect(text(judgeOverSeeds(lemma21, wide, 5).judgement)).toMatch(
    /fails\. The bound happens to hold all the same, at the first seed\.$/,
  );
});
