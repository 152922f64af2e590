/** Writes the notebooks as their format writes them. */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { listNotebooks } from "../build.mjs";
import { canonical } from "./notebook.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

for (const file of await listNotebooks()) {
  const source = await readFile(root + file, "utf8");
  if (canonical(source) !== source) await writeFile(root + file, canonical(source));
}
