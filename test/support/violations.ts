import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds in a page, or within what a selector names, against WCAG 2.1 A and AA. */
export async function violations(page: Page, within = "html"): Promise<string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe);
  return page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
    // Most elements of a page are the boxes of its formulas, which are hidden from those who listen: for the while, their text stands for them, in its colour.
    const boxes = [...document.querySelectorAll(".katex-html")].map((box) => ({
      box,
      parts: [...box.childNodes],
    }));
    for (const { box } of boxes) box.replaceChildren(box.textContent ?? "");
    const { violations } = await axe.run(selector, { runOnly: { type: "tag", values: tags } });
    for (const { box, parts } of boxes) box.replaceChildren(...parts);
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  }, within);
}
