import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { BuildError } from "../../build.mjs";
import { serve } from "../../tools/serve.mjs";
import { root, temporaryFolder } from "../support/notebook-files.ts";

it("serve builds again after a change, tells open pages, and survives a build that fails", async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => void vi.restoreAllMocks());
  const folder = join(root, await temporaryFolder());
  const outdir = join(root, await temporaryFolder());
  const source = join(folder, "a.ts");
  await writeFile(source, "first");
  const build = async () => {
    const text = await readFile(source, "utf8");
    // A build may come while the file is being written, and then once more.
    if (text === "") return;
    if (text === "wrong") throw new BuildError(["notebooks/x.html:1:2: wrong"]);
    await writeFile(join(outdir, "index.html"), `<!doctype html>\n<html lang="en">${text} build</html>\n`);
  };
  const { url, close } = await serve({ build, folders: [folder], outdir, port: 0 });
  onTestFinished(close);
  const page = async () => (await fetch(url)).text();
  expect(await page()).toContain("<html data-serve");
  const news = (await fetch(`${url}events`)).body!.pipeThrough(new TextDecoderStream()).getReader();
  await news.read();
  const told = async (event: string) => {
    while (!(await news.read()).value?.includes(event));
  };
  await writeFile(source, "wrong");
  await told('event: broken\ndata: "notebooks/x.html:1:2: wrong"\n\n');
  expect(await page()).toContain("first build");
  await writeFile(source, "last");
  do await told('event: built\ndata: ""\n\n');
  while (!(await page()).includes("last build"));
});

it("serve answers addresses that mean nothing, and keeps inside its folder", async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  onTestFinished(() => void vi.restoreAllMocks());
  const outdir = join(root, await temporaryFolder());
  const { url, close } = await serve({ build: async () => {}, folders: [], outdir, port: 0 });
  onTestFinished(close);
  for (const path of ["%E0%A4%A", "no.html", "..%2F..%2F..%2Fpackage.json"]) {
    expect((await fetch(url + path)).status, path).toBe(404);
  }
});
