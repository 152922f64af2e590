/** Puts the cells of a notebook into the html of its page. */
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { policyFor } from "./policy.mjs";

const { document } = new JSDOM().window;
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/**
 * The page: page/page.html with its places {{name}} filled. Cells are grouped into sections, of which each begins
 * at a cell that opens with a heading of the first or second level; headings get ids; those of the second level
 * make the contents. `policy` is what the page is allowed; `head` brings style and script, and so may `end`, for a
 * script that has to come last; `offline` is the address of the same page as one file, and `api` that of the library's
 * interface, if there are any.
 */
export function pageHtml(
  template,
  { title, cells, html, head, end = "", offline = null, api = null, policy = policyFor("page") },
) {
  const main = document.createElement("main");
  for (const cell of cells) {
    const div = document.createElement("div");
    Object.assign(div, { className: "cell", id: `cell-${cell.id}`, innerHTML: html.get(cell.id) });
    if (main.childElementCount === 0 || /^H[12]$/.test(div.firstElementChild?.nodeName)) {
      main.append(document.createElement("section"));
    }
    main.lastElementChild.append(div);
  }
  if (main.firstElementChild) main.firstElementChild.className = "opening";
  nameHeadings(main);
  const places = {
    policy,
    version,
    title: escapeHtml(title),
    head,
    end,
    foot: pageFoot(offline, api),
    contents: contentsList(main),
    main: main.innerHTML,
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => places[name]);
}

/**
 * What a page of the site loads at once: its style sheet, its script, and what the script imports. `up` leads from the
 * page to the top of the site.
 */
export function linkedHead({ style, script, preload }, up = "") {
  return [
    `<link rel="stylesheet" href="${up}${style}" />`,
    ...preload.map((href) => `<link rel="modulepreload" href="${up}${href}" />`),
    `<script type="module" src="${up}${script}"></script>`,
  ].join("\n    ");
}

function pageFoot(offline, api) {
  const sentences = [
    offline &&
      `<a href="${offline}" download>Save this notebook as one file</a>, which opens without a network.`,
    api && `<a href="${api}">The library behind it</a> can be used without the pages.`,
  ].filter(Boolean);
  return sentences.length === 0
    ? ""
    : `<footer class="page-foot">
      <p>${sentences.join(" ")}</p>
    </footer>`;
}

/** A page that leads to another: the front door of a site without a notebook `index`. */
export function redirectHtml(href) {
  return `<!doctype html>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policyFor("redirect")}" />
<title>Accelerando</title>
<meta http-equiv="refresh" content="0; url=${href}" />
<a href="${href}">Accelerando</a>
`;
}

function nameHeadings(main) {
  const used = new Set();
  for (const heading of main.querySelectorAll("h1, h2, h3")) {
    const words = plainText(heading)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? ["section"];
    let id = words.join("-");
    for (let n = 2; used.has(id); n++) id = `${words.join("-")}-${n}`;
    used.add(id);
    heading.id ||= id;
  }
}

/** The words of a heading, with a formula as its TeX and without holes. */
function plainText(heading) {
  const copy = heading.cloneNode(true);
  copy.querySelectorAll(".hole").forEach((node) => node.remove());
  copy
    .querySelectorAll(".katex")
    .forEach((node) => (node.textContent = node.querySelector("annotation").textContent));
  return copy.textContent;
}

function contentsList(main) {
  const items = Array.from(main.querySelectorAll("h2"), (heading) => {
    const copy = heading.cloneNode(true);
    copy.querySelectorAll("[id]").forEach((node) => node.removeAttribute("id"));
    return `<li><a href="#${heading.id}">${copy.innerHTML}</a></li>`;
  });
  return items.length === 0
    ? ""
    : `<nav class="contents" aria-label="Contents"><ol>${items.join("")}</ol></nav>`;
}

function escapeHtml(text) {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
