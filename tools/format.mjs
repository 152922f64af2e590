/** Writes the notebooks as their format writes them. */
import { readFile, writeFile } from "node:fs/promises";
import { listNotebooks } from "../build.mjs";
import { canonical } from "./notebook.mjs";

for (const file of await listNotebooks()) {
  const source = await readFile(file, "utf8");
  if (canonical(source) !== source) await writeFile(file, canonical(source));
}
