/**
 * npm run bench [-- <name> …] [--json]: runs the benchmarks of bench/, or those named, and prints what was measured, the
 * goal, and whether it was met. Each file exports `title` and `measure()`, which resolves to rows (see
 * bench/support/statistics.mjs). A missed goal is a finding, not a failure: the exit status is 0.
 */
import { readdir } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { parse } from "node:path";
import { parseArgs } from "node:util";

const folder = new URL("../bench/", import.meta.url);

async function benchmarkNames() {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith(".mjs"))
    .map((file) => parse(file).name)
    .sort();
}

function machine() {
  const [one, five] = loadavg().map((load) => load.toFixed(1));
  const [{ model }] = cpus();
  return `${model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, load ${one} (1 min) and ${five} (5 min)`;
}

function printTable(rows) {
  const cells = rows.map((row) => [
    `  ${row.what}`,
    formatted(row.median, row.unit),
    row.samples > 1 ? formatted(row.p95, row.unit) : "",
    row.samples > 1 ? String(row.samples) : "",
    row.goal ? goalText(row) : "",
  ]);
  cells.unshift(["", "median", "p95", "n", "goal"]);
  const widths = cells[0].map((_, i) => Math.max(...cells.map((line) => line[i].length)));
  for (const [i, line] of cells.entries()) {
    const padded = line.map((cell, j) =>
      j === 0 || j === 4 ? cell.padEnd(widths[j]) : cell.padStart(widths[j]),
    );
    console.log(padded.join("  ").trimEnd());
    const note = rows[i - 1]?.note;
    if (note) for (const text of note.split("\n")) console.log(`      ${text}`);
  }
}

function formatted(value, unit) {
  const digits = Math.abs(value) >= 1000 ? 0 : 3;
  return `${digits ? Number(value.toPrecision(digits)) : Math.round(value)} ${unit}`;
}

function goalText({ goal, unit, met, factor }) {
  const [sign, limit] = "most" in goal ? ["≤", goal.most] : ["≥", goal.least];
  const by = Math.max(factor, 1 / factor);
  // Nothing at all is no multiple of the goal.
  const distance = Number.isFinite(by) ? ` by a factor of ${by.toPrecision(3)}` : "";
  return `${sign} ${limit} ${unit} (${goal.of === 0.95 ? "p95" : "median"}): ${met ? "met" : "MISSED"}${distance}`;
}

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false } },
  allowPositionals: true,
});
const known = await benchmarkNames();
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no benchmark has this name: ${unknown.join(", ")}\nknown: ${known.join(", ")}`);
  process.exit(2);
}

const all = [];
for (const name of positionals.length > 0 ? positionals : known) {
  const { title, measure } = await import(new URL(`${name}.mjs`, folder));
  if (!values.json) console.log(`\n${name} · ${title}\n  ${machine()}`);
  const before = machine();
  const rows = await measure();
  if (!values.json) printTable(rows);
  all.push(...rows.map((row) => ({ benchmark: name, ...row, machine: before })));
}
if (values.json) console.log(JSON.stringify(all, null, 2));
