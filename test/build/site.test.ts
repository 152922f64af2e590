import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { buildSite, listNotebooks } from "../../build.mjs";
import { canonical } from "../../tools/notebook.mjs";
import { slimFontFaces } from "../../tools/fonts.mjs";
import { notebookSource, root, temporaryFolder, writeNotebook } from "../support/notebook-files.ts";

const TINY = "test/fixtures/tiny.html";
const WORKER = "test/fixtures/worker.html";

/** The contents of all files under a folder, by their paths. */
async function contents(folder: string): Promise<Map<string, string>> {
  const files = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  const entries = paths.map(async (path) => {
    return [path.slice(join(root, folder).length), await readFile(path, "base64")] as const;
  });
  return new Map((await Promise.all(entries)).sort());
}

it("two builds are the same byte for byte", async () => {
  const [first, second] = [await temporaryFolder(), await temporaryFolder()];
  const notebooks = [...(await listNotebooks()), TINY, WORKER];
  await buildSite({ notebooks, outdir: first });
  await buildSite({ notebooks, outdir: second });
  expect(await contents(second)).toEqual(await contents(first));
});

it("addresses in the site are relative and exist", async () => {
  const folder = await temporaryFolder();
  await buildSite({ notebooks: [TINY], outdir: folder });
  const files = await contents(folder);
  const html = await readFile(join(root, folder, "tiny.html"), "utf8");
  const addresses = Array.from(
    html.matchAll(/<(?:link|script)[^>]* (?:src|href)="([^"]*)"/g),
    (match) => match[1]!,
  );
  expect(addresses.length).toBeGreaterThanOrEqual(3);
  for (const address of addresses.filter((a) => !a.startsWith("data:"))) {
    expect(files.has(`/${address}`), address).toBe(true);
  }
});

it("a builtin that no cell names is not in the site", async () => {
  const folder = await temporaryFolder();
  const files: string[] = await buildSite({ notebooks: [TINY], outdir: folder });
  const scripts = files.filter((file) => file.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) {
    expect(await readFile(join(root, folder, script), "utf8"), script).not.toContain("barycentric");
  }
});

it("maps and colour schemes, which no figure draws with, are only in pages whose notebook names Plot", async () => {
  // What each of the two libraries has and no other part of a page.
  const marks = ["extentMajor", "1f77b4ff7f0e"];
  const scriptsOf = async (notebook: string) => {
    const folder = await temporaryFolder();
    const files: string[] = await buildSite({ notebooks: [notebook], outdir: folder });
    const scripts = files.filter((file) => file.endsWith(".js"));
    return (await Promise.all(scripts.map((file) => readFile(join(root, folder, file), "utf8")))).join();
  };
  const named = await writeNotebook(notebookSource([["text/x-typescript", "display(Plot.plot({}));"]]));
  const [figures, whole] = [await scriptsOf("notebooks/01-quadratic.html"), await scriptsOf(named)];
  for (const mark of marks) {
    expect(figures).not.toContain(mark);
    expect(whole).toContain(mark);
  }
});

it("every notebook is written as the format writes it", async () => {
  for (const file of [...(await listNotebooks()), TINY, WORKER]) {
    const source = await readFile(join(root, file), "utf8");
    expect(canonical(source)).toBe(source);
  }
});

it("of font faces, only woff2 and the subsets that we write in are kept", async () => {
  const sheet = await readFile(join(root, "node_modules/@fontsource/source-serif-4/400.css"), "utf8");
  const slim = slimFontFaces(sheet);
  expect(slim.match(/source-serif-4-[a-z-]+-400-normal\.woff2/g)).toEqual([
    "source-serif-4-greek-400-normal.woff2",
    "source-serif-4-latin-ext-400-normal.woff2",
    "source-serif-4-latin-400-normal.woff2",
  ]);
  expect(slim).not.toContain(".woff)");
});
