/**
 * Building the site: from nothing (`node build.mjs` in a new process), and again after an edit, as `npm start` does it
 * (the same builder, what has changed is written). The edits are made in a copy of the project, which shares its packages.
 */
import { spawn } from "node:child_process";
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { row } from "./support/statistics.mjs";

export const title = "Building the site";

const root = fileURLToPath(new URL("..", import.meta.url));
const PARTS = ["build.mjs", "package.json", "tools", "page", "lib", "figures", "cells", "notebooks", "data"];
const COLD_RUNS = 5;
const EDITS = 9;

/** Edits that end up in the site; each is made EDITS times, with another number. */
const CHANGES = {
  "a file of lib": (copy, i) =>
    appendFile(join(copy, "lib/methods/method.ts"), `\n(globalThis as { edit?: number }).edit = ${i};\n`),
  "a notebook": (copy, i) =>
    replaceIn(join(copy, "notebooks/01-quadratic.html"), /<title>.*<\/title>/, `<title>Edit ${i}</title>`),
  "the style sheet": (copy, i) => appendFile(join(copy, "page/style.css"), `\n.edit { order: ${i}; }\n`),
};

export async function measure() {
  const copy = await mkdtemp(join(tmpdir(), "accelerando-copy-"));
  try {
    for (const part of PARTS) await cp(join(root, part), join(copy, part), { recursive: true });
    await symlink(join(root, "node_modules"), join(copy, "node_modules"), "junction");
    const cold = [];
    for (let i = 0; i < COLD_RUNS; i++) cold.push(await coldBuild(copy));
    return [row("cold: node build.mjs", "s", cold, { goal: { most: 5 } }), ...(await rebuilds(copy))];
  } finally {
    await rm(copy, { recursive: true });
  }
}

async function coldBuild(copy) {
  const begin = performance.now();
  const child = spawn(process.execPath, ["build.mjs", "--out", "site"], { cwd: copy, stdio: "ignore" });
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (status !== 0) throw new Error("the build failed");
  return (performance.now() - begin) / 1000;
}

async function rebuilds(copy) {
  const { createBuilder, listNotebooks, writeSite } = await import(
    pathToFileURL(join(copy, "build.mjs")).href
  );
  const builder = createBuilder();
  const build = async () => {
    const begin = performance.now();
    const files = await builder.build(await listNotebooks());
    await writeSite("site", files);
    return (performance.now() - begin) / 1000;
  };
  const rows = [];
  await build();
  for (const [what, change] of Object.entries(CHANGES)) {
    const times = [];
    for (let i = 1; i <= EDITS; i++) {
      await change(copy, i);
      times.push(await build());
    }
    rows.push(row(`again, after an edit of ${what}`, "s", times, { goal: { most: 0.5 } }));
  }
  await builder.dispose();
  return rows;
}

async function replaceIn(file, pattern, text) {
  await writeFile(file, (await readFile(file, "utf8")).replace(pattern, text));
}
