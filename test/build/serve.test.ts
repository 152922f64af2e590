import { writeFile } from "node:fs/promises";
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
  let builds = 0;
  const build = async () => {
    builds += 1;
    if (builds === 2) throw new BuildError(["notebooks/x.html:1:2: wrong"]);
    await writeFile(join(outdir, "index.html"), `<!doctype html>\n<html lang="en">build ${builds}</html>\n`);
  };
  const { url, close } = await serve({ build, folders: [folder], outdir, port: 0 });
  onTestFinished(close);
  const page = async () => (await fetch(url)).text();
  expect(await page()).toContain("<html data-serve");
  const news = (await fetch(`${url}events`)).body!.pipeThrough(new TextDecoderStream()).getReader();
  await news.read();
  await writeFile(join(folder, "a.ts"), "1");
  expect((await news.read()).value).toBe('event: broken\ndata: "notebooks/x.html:1:2: wrong"\n\n');
  expect(await page()).toContain("build 1");
  await writeFile(join(folder, "a.ts"), "2");
  expect((await news.read()).value).toBe('event: built\ndata: ""\n\n');
  expect(await page()).toContain("build 3");
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
