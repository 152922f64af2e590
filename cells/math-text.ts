import { renderTex } from "../page/tex.ts";

/**
 * Text with formulas between dollar signs, as nodes: `mathText("at most $4\\sqrt{κ}$")`. Greek letters in the text
 * stand in the face of formulas too, so that κ has one shape everywhere.
 */
export function mathText(source: string): Node[] {
  // A formula, the text up to the next one, and so on; a comma stays with its formula.
  const [first = "", ...rest] = source.split("$");
  const nodes = withLetters(first);
  for (let i = 0; i < rest.length; i += 2) {
    const [, mark = "", text = ""] = /^([.,;:!?)]*)(.*)$/s.exec(rest[i + 1] ?? "") ?? [];
    nodes.push(together(formula(rest[i] ?? ""), mark), ...withLetters(text));
  }
  return nodes;
}

function together(formula: HTMLElement, mark: string): HTMLElement {
  if (mark) formula.append(mark);
  formula.classList.add("nb");
  return formula;
}

function withLetters(text: string): Node[] {
  return text.split(/([α-ω])/).map((piece, i) => {
    if (i % 2 === 0) return document.createTextNode(piece);
    return Object.assign(document.createElement("span"), { className: "math", textContent: piece });
  });
}

const rendered = new Map<string, HTMLElement>();

/** A formula; set in the line, or in display style. Each is rendered once and copied after that. */
export function formula(tex: string, display = false): HTMLElement {
  const key = `${display}|${tex}`;
  let original = rendered.get(key);
  if (!original) {
    original = document.createElement("span");
    // KaTeX escapes what it is given; the formula comes from our own files, never from a link.
    original.innerHTML = renderTex(tex, display);
    rendered.set(key, original);
  }
  return original.cloneNode(true) as HTMLElement;
}

/**
 * A formula on lines of its own: a line ends after a relation, a sign or a wide space. A piece that is wider than its place
 * scrolls, and then the keyboard can reach it.
 */
export function displayedFormula(tex: string): HTMLElement {
  const place = document.createElement("div");
  place.className = "displayed";
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", "Formula");
  place.append(formula(tex.replace(/\\q?quad\b/g, "$&\\allowbreak "), true));
  const update = () => {
    if (place.scrollWidth > place.clientWidth) place.tabIndex = 0;
    else place.removeAttribute("tabindex");
  };
  new ResizeObserver(update).observe(place);
  // The faces of formulas come late, and are wider than what stood in for them.
  document.fonts?.addEventListener("loadingdone", update);
  return place;
}
