import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { buildSite, createBuilder } from "../../build.mjs";
import { notebookSource, root, temporaryFolder } from "../support/notebook-files.ts";

const CREATE = `export const create = () => new Worker(new URL("./entry.ts", import.meta.url), { type: "module" });\n`;

/** A notebook with a worker, whose source is given, in a folder of the test. */
async function writeWorker(source: string) {
  const folder = await temporaryFolder();
  const entry = join(root, folder, "entry.ts");
  await writeFile(entry, source);
  await writeFile(join(root, folder, "create.ts"), CREATE);
  const cell = 'import {create} from "./create.ts";\n\nconst worker = create();';
  await writeFile(join(root, folder, "page.html"), notebookSource([["text/x-typescript", cell]]));
  return { folder, entry, notebook: `${folder}/page.html` };
}

it("a worker is a file of its own, which is made anew when its source changes", async () => {
  const { entry, notebook } = await writeWorker("postMessage(1);");
  const builder = createBuilder();
  onTestFinished(() => builder.dispose());
  const build = async () => {
    const files: [string, Uint8Array][] = await builder.build([notebook]);
    const [path, code] = files.find(([path]) => path.startsWith("assets/entry-"))!;
    const page = files.find(([path]) => /^assets\/page-.*\.js$/.test(path))![1];
    expect(Buffer.from(page).toString()).toContain(path.replace("assets/", "./"));
    return { path, code: Buffer.from(code).toString() };
  };
  const before = await build();
  expect(before.code).toContain("postMessage(1)");
  await writeFile(entry, "postMessage(2);");
  const after = await build();
  expect(after.code).toContain("postMessage(2)");
  expect(after.path).not.toBe(before.path);
});

it("what is wrong in a worker is named with its place", async () => {
  const { folder, notebook } = await writeWorker(
    'import { tripled } from "../doubled.ts";\n\npostMessage(tripled);',
  );
  await expect(buildSite({ notebooks: [notebook], outdir: await temporaryFolder() })).rejects.toThrow(
    `${folder}/entry.ts:1:10: No matching export in "test/fixtures/doubled.ts" for import "tripled"`,
  );
});

it("a worker that does not exist is named at the page that asks for it", async () => {
  const { folder, notebook } = await writeWorker("");
  await writeFile(join(root, folder, "create.ts"), CREATE.replace("entry", "nowhere"));
  await expect(buildSite({ notebooks: [notebook], outdir: await temporaryFolder() })).rejects.toThrow(
    `Could not resolve`,
  );
});
