/**
 * Renders Markdown, HTML and TeX cells at build, so that their prose can be read without script. Every `${…}`
 * becomes a hole, an element that the page fills and keeps up to date by itself; a formula without live parts,
 * ${tex`…`}, is rendered here and leaves no hole.
 */
import { parseTemplate } from "@observablehq/notebook-kit";
import { JSDOM } from "jsdom";
import MarkdownIt from "markdown-it";
import { errorAt } from "./notebook.mjs";
import { locate } from "./gate.mjs";
import { renderTex } from "./tex.mjs";

const { document, NodeFilter } = new JSDOM().window;
const markdown = new MarkdownIt({ html: true });

/** Stands for hole k until the markup around it is parsed; brackets, since Markdown has to see punctuation. */
const placeholder = (k) => `⦃${k}⦄`;
const PLACEHOLDER = /⦃(\d+)⦄/;

/** The static html of a cell and its holes: {html, holes: [{index, source, offset}]}. */
export function renderProse(file, cell) {
  const template = parse(file, cell);
  const holes = template.expressions.map((expression, index) => ({
    index,
    offset: template.quasis[index].end + 2,
    source: cell.value.slice(template.quasis[index].end + 2, template.quasis[index + 1].start - 1),
    formula: literalFormula(expression),
  }));
  if (cell.mode === "tex") return renderFormula(file, cell, holes);
  const html = renderMarkup(file, cell, template, holes);
  return { html, holes: holes.filter((hole) => !hole.formula) };
}

function parse(file, cell) {
  try {
    return parseTemplate(cell.value);
  } catch (error) {
    const { offset, text } = locate(error, cell.value);
    throw errorAt(file, cell, offset, text);
  }
}

/** A TeX cell: at build where nothing in it is live, else the whole cell is one hole. */
function renderFormula(file, cell, holes) {
  if (holes.length > 0) {
    return { html: `<div class="hole" data-hole="0"></div>`, holes: [{ index: 0, source: null, offset: 0 }] };
  }
  return {
    html: texOrError(file, cell, { offset: 0, formula: { source: cell.value, display: true } }),
    holes,
  };
}

function renderMarkup(file, cell, template, holes) {
  const text = template.quasis
    .map((quasi, k) => cell.value.slice(quasi.start, quasi.end) + (quasi.tail ? "" : placeholder(k)))
    .join("")
    .replaceAll("\\${", "${");
  const root = document.createElement("template");
  root.innerHTML = cell.mode === "md" ? markdown.render(text) : text;
  const open = new Set(holes);
  for (let node; (node = nextPlaceholder(root.content));) {
    const index = Number(PLACEHOLDER.exec(node.data)[1]);
    open.delete(holes[index]);
    putHole(node, index, holes[index].formula && texOrError(file, cell, holes[index]));
  }
  for (const { offset } of open) {
    throw errorAt(file, cell, offset, "a hole ${…} may stand in text only, not in an attribute or a comment");
  }
  return root.innerHTML;
}

function nextPlaceholder(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (PLACEHOLDER.test(walker.currentNode.data)) return walker.currentNode;
  return null;
}

/**
 * Replaces the first placeholder of a text by its formula, if it has one, else by a hole: in running text a span
 * with an ellipsis until it is filled; a paragraph that holds nothing else becomes the hole, since what fills it may
 * be a figure.
 */
function putHole(text, index, formula) {
  const place = text.splitText(PLACEHOLDER.exec(text.data).index);
  place.splitText(placeholder(index).length);
  if (formula) {
    const fragment = document.createElement("template");
    fragment.innerHTML = formula;
    return place.replaceWith(fragment.content);
  }
  const paragraph = place.parentNode;
  const alone = paragraph.nodeName === "P" && paragraph.textContent.trim() === place.data;
  const hole = document.createElement(alone ? "div" : "span");
  hole.className = "hole";
  hole.dataset.hole = String(index);
  hole.textContent = alone ? "" : "…";
  (alone ? paragraph : place).replaceWith(hole);
}

/** {source, display} of an expression that is just tex`…` or tex.block`…` with nothing to fill in, else null. */
function literalFormula({ type, tag, quasi }) {
  if (type !== "TaggedTemplateExpression" || quasi.expressions.length > 0) return null;
  const source = quasi.quasis[0].value.raw;
  if (tag.type === "Identifier" && tag.name === "tex") return { source, display: false };
  const isBlock =
    tag.type === "MemberExpression" && tag.object.name === "tex" && tag.property.name === "block";
  return isBlock ? { source, display: true } : null;
}

function texOrError(file, cell, { offset, formula }) {
  try {
    return renderTex(formula.source, formula.display);
  } catch (error) {
    throw errorAt(file, cell, offset, error.message);
  }
}
