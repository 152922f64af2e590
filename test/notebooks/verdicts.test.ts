import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { quadraticState } from "../../lib/theorems/quadratic-link.ts";
import { judgeBoth, type Theorem } from "../../lib/theorems/theorem.ts";
import { openPage } from "../support/browser.ts";
import { follow } from "../support/follow.ts";

const files = import.meta.glob<Theorem<unknown>>("/lib/theorems/wang-2021/*.ts", { eager: true });
const theorems = new Map(Object.values(files).map((theorem) => [theorem.statement.id, theorem]));

/** States of the controls: every shape and start, settings inside, on the edge of, and outside the theorems. */
const states = [
  "",
  ...["uniform", "clustered", "two-point", "yours"].map((spectrum) => `spectrum=${spectrum}`),
  ...["rest", "random"].map((start) => `start=${start}&seed=5`),
  ...[1, 1.5, 4, 37, 1000, 1e6].map((kappa) => `kappa=${kappa}`),
  ...[0, 0.3, 0.81, 0.8101, 0.95, 0.999, 1].map((beta) => `beta=${beta}`),
  ...[0.01, 0.5, 2, 3.305785123966942, 3.8, 4].map((eta) => `eta=${eta}`),
  "kappa=4&eta=4&beta=.25&spectrum=two-point",
  "kappa=1&eta=2.5&beta=.5",
  "kappa=9&eta=2.25&beta=.25&modes=3",
  "kappa=50&eta=1.7&beta=.4&spectrum=uniform&start=random",
  "kappa=300&eta=3&beta=.9&spectrum=clustered&start=rest&modes=60",
  "spectrum=yours&eigenvalues=3,3,3",
];

/** What a page says of a theorem: verdict, slack and the verdict of the statement as printed. */
interface Shown {
  readonly id: string;
  readonly verdict: string;
  readonly slack: string;
  readonly printed: string;
}

function verdictsIn(page: Page): Promise<Shown[]> {
  return page.$$eval("section[data-theorem]", (sections) =>
    sections.map((section) => {
      const { theorem, verdict, slack, printedVerdict } = (section as HTMLElement).dataset;
      return { id: theorem!, verdict: verdict!, slack: slack!, printed: printedVerdict ?? "" };
    }),
  );
}

/** What a page says of a theorem and should not. */
function contradiction({ id, verdict, slack, printed }: Shown, query: string): string | null {
  const theorem = theorems.get(id)!;
  const { judgement, printed: asPrinted } = judgeBoth(
    theorem,
    theorem.at!(quadraticState(new URLSearchParams(query))),
  );
  const expected = `${id} ${judgement.verdict} ${asPrinted?.verdict ?? ""}`;
  const found = `${id} ${verdict} ${printed}`;
  if (found !== expected) return `${found}, not ${expected}`;
  if (judgement.slack === null) return slack === "" ? null : `${id} has a slack, ${slack}`;
  // The slack of an equality is its tolerance over a rounding error, which no two machines share.
  if (theorem.statement.kind === "equality") return slack === "" ? `${id} has no slack` : null;
  // The browser's sine and exponential may differ from Node's in the last digit, and t of them add up.
  const isSame = Math.abs(Number(slack) - judgement.slack) <= 1e-9 * judgement.slack;
  return isSame ? null : `${id} has slack ${slack}, not ${judgement.slack}`;
}

it("verdicts and slacks in the page are those of the library, over a grid of states", async () => {
  const { page } = await openPage("01-quadratic.html");
  expect((await verdictsIn(page)).length).toBeGreaterThan(10);
  for (const query of states) {
    await follow(page, `?${query}`);
    const contradictions = async () =>
      (await verdictsIn(page)).map((shown) => contradiction(shown, query)).filter(Boolean);
    await expect.poll(contradictions, { message: query, timeout: 20_000 }).toEqual([]);
  }
});

it.each(["", "kappa=1&eta=2.5&beta=.5", "beta=0.3"])(
  "npm run verify --at %j says the same",
  async (query) => {
    const { page } = await openPage(`01-quadratic.html?${query}`);
    const shown = (await verdictsIn(page)).find(({ id }) => id === "wang-2021/theorem-12")!;
    const { stdout } = await promisify(execFile)(process.execPath, [
      "tools/verify.mjs",
      "wang-2021/theorem-12",
      "--at",
      query,
      "--json",
    ]);
    const rows = JSON.parse(stdout) as { id: string; verdict: string; slack: number | null }[];
    const row = rows.find(({ id }) => id === "wang-2021/theorem-12")!;
    expect(row.verdict).toBe(shown.verdict);
    // The last digit, as above.
    if (row.slack !== null) expect(row.slack / Number(shown.slack)).toBeCloseTo(1, 9);
  },
);
