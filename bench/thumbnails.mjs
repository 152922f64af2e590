/**
 * The thumbnails of the map: how long each theorem's first case takes, and what is printed at its counterexample; once as a page has it, before anything is
 * compiled, and the quickest of some more. They share a thread with nothing but what the machine does besides, so that the time is that of the processor.
 */
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { importTypeScript } from "../tools/import-typescript.mjs";
import { row } from "./support/statistics.mjs";

export const title = "The thumbnails of the map";

const root = fileURLToPath(new URL("../", import.meta.url));

/** A thumbnail takes at most so long (ms). */
const GOAL = { most: 20 };
const ROUNDS = 5;
/** So many of the slowest have a row of their own. */
const SHOWN = 8;

export async function measure() {
  const { thumbnail } = await importTypeScript("lib/theorems/thumbnail.ts");
  const times = [];
  for (const id of await ids()) {
    const theorem = await importTypeScript(`lib/theorems/${id}.ts`);
    const samples = Array.from({ length: ROUNDS }, () => timeOf(() => thumbnail(theorem)));
    times.push({ id, first: samples[0], least: Math.min(...samples) });
  }
  const slowest = times.toSorted((a, b) => b.least - a.least).slice(0, SHOWN);
  const all = (pick) => [times.reduce((sum, time) => sum + pick(time), 0)];
  return [
    row(
      `all ${times.length}, as a page has them`,
      "ms",
      all(({ first }) => first),
    ),
    row(
      `all ${times.length}, at their quickest`,
      "ms",
      all(({ least }) => least),
    ),
    ...slowest.map(({ id, least }) => row(id, "ms", [least], { goal: GOAL })),
  ];
}

async function ids() {
  const folders = await readdir(`${root}lib/theorems`, { withFileTypes: true });
  const papers = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const files = await Promise.all(papers.map((paper) => readdir(`${root}lib/theorems/${paper}`)));
  return papers.flatMap((paper, i) => files[i].map((file) => `${paper}/${file.replace(/\.ts$/, "")}`));
}

/** The time of the processor that an act takes (ms). */
function timeOf(act) {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
