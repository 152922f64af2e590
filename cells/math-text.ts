import { renderTex } from "../page/tex.ts";

/** Text with formulas between dollar signs, as nodes: `mathText("at most $4\\sqrt{κ}$")`. */
export function mathText(source: string): Node[] {
  return source.split("$").map((piece, i) => (i % 2 === 0 ? document.createTextNode(piece) : formula(piece)));
}

/** A formula; set in the line, or in display style. */
export function formula(tex: string, display = false): HTMLElement {
  const span = document.createElement("span");
  // KaTeX escapes what it is given; the formula comes from our own files, never from a link.
  span.innerHTML = renderTex(tex, display);
  return span;
}
