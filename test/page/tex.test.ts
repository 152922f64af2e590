import { expect, it } from "vitest";
import { renderTex } from "../../page/tex.ts";

/** The spans of letters in the html of a formula: [classes, style, text]. */
function letters(source: string): string[][] {
  const html = renderTex(source, false);
  const spans = html.matchAll(/<span class="mord mathnormal([^"]*)"(?: style="([^"]*)")?>([^<]*)<\/span>/g);
  return Array.from(spans, ([, classes, style, text]) => [classes!.trim(), style ?? "", text!]);
}

it("renderTex marks κ, β and η", () => {
  expect(letters("\\kappa")).toEqual([["p-kappa", "", "κ"]]);
  expect(letters("\\beta")[0]).toEqual(["p-beta", expect.stringMatching(/^margin-right/), "β"]);
  expect(letters("\\eta\\lambda").map(([name, , text]) => [name, text])).toEqual([
    ["p-eta", "η"],
    ["", "λ"],
  ]);
});

it("renderTex parts letters that KaTeX has joined, and leaves the style with the last", () => {
  const spans = letters("x\\kappa\\kappa\\beta");
  expect(spans.map(([, , text]) => text).join("")).toBe("xκκβ");
  expect(spans.filter(([name]) => name === "p-kappa").length).toBe(2);
  expect(spans.filter(([, style]) => style).map(([, , text]) => text)).toEqual(["β"]);
});

it("renderTex carries MathML, and throws for TeX that it cannot read", () => {
  expect(renderTex("x", true)).toMatch(/katex-display.*<math /s);
  expect(() => renderTex("\\frac{1}", false)).toThrow("KaTeX parse error");
});
