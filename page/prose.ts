/**
 * Renders Markdown, HTML and TeX cells: at build, so that their prose can be read without script, and when they are
 * edited. Every `${…}` becomes a hole, an element that the page fills and keeps up to date by itself; a formula
 * without live parts, ${tex`…`}, is rendered with the prose and leaves no hole.
 */
import { parseTemplate, type Template, type TemplateExpression } from "observable:javascript/template.js";
import MarkdownIt from "markdown-it";
import { CellError, locate } from "./cell-error.ts";
import { renderTex } from "./tex.ts";

export interface ProseCell {
  readonly mode: string;
  readonly value: string;
}

/** One `${…}` of a cell: its source (null: that of the whole cell) and where it begins. */
export interface Hole {
  readonly index: number;
  readonly source: string | null;
  readonly offset: number;
}

interface Formula {
  readonly source: string;
  readonly display: boolean;
}

interface OpenHole extends Hole {
  readonly formula: Formula | null;
}

const markdown = new MarkdownIt({ html: true });

/** Stands for hole k until the markup around it is parsed; brackets, since Markdown has to see punctuation. */
const placeholder = (k: number) => `⦃${k}⦄`;
const PLACEHOLDER = /⦃(\d+)⦄/;

/** NodeFilter.SHOW_TEXT, which Node does not have. */
const SHOW_TEXT = 4;

/** The static html of a cell and its holes. Throws a CellError. */
export function renderProse(document: Document, cell: ProseCell): { html: string; holes: readonly Hole[] } {
  const template = parse(cell);
  const holes = template.expressions.map((expression, index): OpenHole => {
    const offset = template.quasis[index]!.end + 2;
    const source = cell.value.slice(offset, template.quasis[index + 1]!.start - 1);
    return { index, offset, source, formula: literalFormula(expression) };
  });
  if (cell.mode === "tex") return renderFormula(cell, holes);
  const html = renderMarkup(document, cell, template, holes);
  return { html, holes: holes.filter((hole) => !hole.formula) };
}

function parse(cell: ProseCell): Template {
  try {
    return parseTemplate(cell.value);
  } catch (error) {
    throw locate(error as SyntaxError, cell.value);
  }
}

/** A TeX cell: as it is where nothing in it is live, else the whole cell is one hole. */
function renderFormula(cell: ProseCell, holes: readonly OpenHole[]) {
  if (holes.length > 0) {
    return { html: `<div class="hole" data-hole="0"></div>`, holes: [{ index: 0, source: null, offset: 0 }] };
  }
  return { html: texOrError({ source: cell.value, display: true }, 0), holes };
}

function renderMarkup(document: Document, cell: ProseCell, template: Template, holes: readonly OpenHole[]) {
  const text = template.quasis
    .map((quasi, k) => cell.value.slice(quasi.start, quasi.end) + (quasi.tail ? "" : placeholder(k)))
    .join("")
    .replaceAll("\\${", "${");
  const root = document.createElement("template");
  root.innerHTML = cell.mode === "md" ? markdown.render(text) : text;
  const open = new Set(holes);
  for (let node; (node = nextPlaceholder(document, root.content));) {
    const hole = holes[Number(PLACEHOLDER.exec(node.data)![1])]!;
    open.delete(hole);
    putHole(document, node, hole);
  }
  for (const { offset } of open) {
    throw new CellError("a hole ${…} may stand in text only, not in an attribute or a comment", offset);
  }
  return root.innerHTML;
}

function nextPlaceholder(document: Document, root: Node): Text | null {
  const walker = document.createTreeWalker(root, SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (PLACEHOLDER.test(text.data)) return text;
  }
  return null;
}

/**
 * Replaces the first placeholder of a text by its formula, if it has one, else by a hole: in running text a span
 * with an ellipsis until it is filled; a paragraph that holds nothing else becomes the hole, since what fills it may
 * be a figure.
 */
function putHole(document: Document, text: Text, { index, offset, formula }: OpenHole): void {
  const place = text.splitText(PLACEHOLDER.exec(text.data)!.index);
  place.splitText(placeholder(index).length);
  if (formula) {
    const fragment = document.createElement("template");
    fragment.innerHTML = texOrError(formula, offset);
    return place.replaceWith(fragment.content);
  }
  const paragraph = place.parentNode as Element;
  const alone = paragraph.nodeName === "P" && paragraph.textContent!.trim() === place.data;
  const hole = document.createElement(alone ? "div" : "span");
  hole.className = "hole";
  hole.dataset["hole"] = String(index);
  hole.textContent = alone ? "" : "…";
  (alone ? paragraph : place).replaceWith(hole);
}

/** The formula of an expression that is just tex`…` or tex.block`…` with nothing to fill in, else null. */
function literalFormula({ type, tag, quasi }: TemplateExpression): Formula | null {
  if (type !== "TaggedTemplateExpression" || !tag || !quasi || quasi.expressions.length > 0) return null;
  const source = quasi.quasis[0]!.value.raw;
  if (tag.type === "Identifier" && tag.name === "tex") return { source, display: false };
  const isBlock =
    tag.type === "MemberExpression" && tag.object?.name === "tex" && tag.property?.name === "block";
  return isBlock ? { source, display: true } : null;
}

function texOrError({ source, display }: Formula, offset: number): string {
  try {
    return renderTex(source, display);
  } catch (error) {
    throw new CellError((error as Error).message, offset);
  }
}
