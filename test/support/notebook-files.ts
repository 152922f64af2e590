import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A folder beside the fixtures, for the length of a test; its path is relative to the root. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(root, "test/fixtures/tmp-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return relative(root, folder);
}

/** A notebook of cells [type, source], as the format writes it. */
export function notebookSource(cells: readonly (readonly [type: string, source: string])[]): string {
  const scripts = cells.map(([type, source], i) => {
    const lines = source.split("\n").map((line) => (line ? `    ${line}` : ""));
    return `  <script id="${i + 1}" type="${type}">\n${lines.join("\n")}\n  </script>\n`;
  });
  return `<!doctype html>\n<notebook theme="air">\n  <title>Test</title>\n${scripts.join("")}</notebook>\n`;
}

/** Writes a notebook into a folder of the test and returns its path, relative to the root. */
export async function writeNotebook(source: string): Promise<string> {
  const file = join(await temporaryFolder(), "bad.html");
  await writeFile(join(root, file), source);
  return file;
}
