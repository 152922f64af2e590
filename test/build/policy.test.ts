import { readFile, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { buildSite, listNotebooks } from "../../build.mjs";
import { policyFor } from "../../tools/policy.mjs";
import { openPage } from "../support/browser.ts";
import { root, temporaryFolder } from "../support/notebook-files.ts";

/** The directives of a policy: {name: sources}. */
function directives(policy: string): Record<string, string[]> {
  const entries = policy.split("; ").map((directive) => directive.split(" "));
  return Object.fromEntries(entries.map(([name, ...sources]) => [name, sources]));
}

it("no kind of page allows eval, another origin, or any inline script", () => {
  for (const kind of ["page", "edit", "single", "embed", "api", "redirect"] as const) {
    const { "script-src": scripts = [], ...rest } = directives(policyFor(kind));
    expect(rest["default-src"], kind).toEqual(["'none'"]);
    expect(rest["base-uri"], kind).toEqual(["'none'"]);
    expect(rest["form-action"], kind).toEqual(["'none'"]);
    expect(scripts, kind).not.toContain("'unsafe-inline'");
    const all = [...scripts, ...Object.values(rest).flat()];
    expect(
      all.filter((source) => !/^('self'|'none'|'unsafe-inline'|data:|blob:)$/.test(source)),
      kind,
    ).toEqual([]);
  }
});

it("an inline script is allowed by its hash alone", () => {
  // SHA-256 of the empty text (FIPS 180-4 examples), in base64.
  expect(directives(policyFor("embed", [""]))["script-src"]).toEqual([
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  ]);
});

it("every page of the site carries its policy before anything that it rules", async () => {
  const folder = inject("folder");
  const files = await readdir(folder, { recursive: true });
  const pages = files.filter((name) => name.endsWith(".html"));
  for (const notebook of await listNotebooks()) expect(pages).toContain(basename(notebook));
  for (const file of pages) {
    const html = await readFile(join(folder, file), "utf8");
    const start = html.search(/<(link|script|style|title)\b/);
    expect(html.slice(0, start), file).toContain(`http-equiv="Content-Security-Policy"`);
  }
});

/** Adds what an injection would add, and waits until each had its chance. */
async function injectScripts(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "globalThis.__hit = 'script'";
    const image = document.createElement("div");
    image.innerHTML = `<img src="data:," onerror="globalThis.__hit = 'handler'">`;
    document.body.append(script, image);
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

it("an injected script, handler or eval does not run", async () => {
  const { page, messages } = await openPage("tiny.html");
  expect(messages).toEqual([]);
  await injectScripts(page);
  expect(await page.evaluate("globalThis.__hit")).toBeUndefined();
  const evaluated = await page.evaluate(async () => {
    // In a task of the page: at once, the browser's own protocol may evaluate where a page may not.
    await new Promise((resolve) => setTimeout(resolve));
    try {
      return String(Function("return 1")());
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(evaluated).toBe("EvalError");
  const reached = page.evaluate(() => fetch("https://example.com/").then(String, (error) => String(error)));
  expect(await reached).toContain("TypeError");
  expect(messages.filter((text) => text.includes("Content Security Policy")).length).toBeGreaterThan(2);
});

it("the front door is the map; a site without one leads to its first notebook", async () => {
  const { page } = await openPage("", { script: false });
  expect(await page.locator("h1").textContent()).toContain("five settings");
  const folder = await temporaryFolder();
  await buildSite({ notebooks: ["test/fixtures/tiny.html"], outdir: folder });
  const html = await readFile(join(root, folder, "index.html"), "utf8");
  expect(html).toContain(`content="0; url=tiny.html"`);
});
