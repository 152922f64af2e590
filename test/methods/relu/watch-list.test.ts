import { expect, it } from "vitest";
import { flipThresholds } from "../../../lib/methods/relu/flip-thresholds.ts";
import { SignTable } from "../../../lib/methods/relu/sign-table.ts";
import { surveyDraw, type Survey } from "../../../lib/methods/relu/survey.ts";
import { WatchList } from "../../../lib/methods/relu/watch-list.ts";
import { fillNormal, seededRandom } from "../../../lib/random.ts";
import { randomNet } from "../../support/relu-net.ts";

it("WatchList finds exactly the neurons that flip, while v wanders, and looks at few others", () => {
  const [n, m] = [9, 5000];
  const { data, draw } = randomNet(7, n, 12, m);
  const survey = last(surveyDraw(draw, 0.2));
  const { near } = survey;
  const gone = new Uint8Array(near.size);
  const list = new WatchList(near, gone, n, survey.reach);
  const table = new SignTable(data.gram, n);
  const thresholds = new Float64Array(4 * n);
  const found = new Int32Array(near.size);
  const random = seededRandom(8);
  const v = new Float64Array(n);
  const flipped = new Set<number>();
  for (let step = 0; step < 12; step++) {
    const push = fillNormal(random, new Float64Array(n));
    for (let i = 0; i < n; i++) v[i]! += 0.4 * push[i]!;
    expect(flipThresholds(thresholds, data.gram, v, m)).toBeLessThan(survey.reach);
    list.open(thresholds);
    table.build(v);
    const count = list.collect(table, 1 / Math.sqrt(m), gone, found, 0);
    const here = flipsAt(survey, data.gram, v).filter((place) => !flipped.has(place));
    expect([...found.subarray(0, count)].sort((a, b) => a - b)).toEqual(here);
    for (const place of here) flipped.add(place);
  }
  expect(flipped.size).toBeGreaterThan(100);
  expect(list.size).toBeLessThan(near.size);
});

it("WatchList leaves out those that have gone before", () => {
  const { data, draw } = randomNet(7, 3, 4, 300);
  const survey = last(surveyDraw(draw, 2));
  const gone = new Uint8Array(survey.near.size).fill(1);
  const list = new WatchList(survey.near, gone, 3, survey.reach);
  list.open(new Float64Array(12).fill(2));
  expect(list.size).toBe(0);
  expect(data.count).toBe(3);
});

/** Places of the near neurons of which some z(0) − (a/√m)GDv has another sign than z(0). */
function flipsAt({ near, draw }: Survey, gram: Float64Array, v: Float64Array): number[] {
  const n = v.length;
  return Array.from({ length: near.size }, (_, place) => place).filter((place) => {
    const start = near.preActivations.subarray(place * n, (place + 1) * n);
    return start.some((z, i) => {
      const shift = start.reduce((sum, other, j) => sum + (other >= 0 ? gram[i * n + j]! * v[j]! : 0), 0);
      return z - (near.signs[place]! * shift) / Math.sqrt(draw.width) >= 0 !== z >= 0;
    });
  });
}

function last<R>(generator: Generator<unknown, R, void>): R {
  for (;;) {
    const next = generator.next();
    if (next.done) return next.value;
  }
}
