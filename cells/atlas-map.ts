import { graphLayout, type GraphLayout } from "../figures/graph-layout.ts";
import { formatCount, formatNumber } from "../figures/number-format.ts";
import { svgElement } from "../figures/rich-text.ts";
import { verdictMark } from "../figures/verdict-mark.ts";
import { verdictSparkline } from "../figures/verdict-sparkline.ts";
import type { Item } from "../lib/atlas/item.ts";
import type { Thumbnail, ThumbnailClaim } from "../lib/theorems/thumbnail.ts";
import { whenSeen } from "./canvas.ts";
import { element, freshId } from "./element.ts";

/** An item with the address of its place: a theorem cell, a notebook, or where this page says why there is none. */
export interface MapItem extends Item {
  readonly href: string;
}

/** A paper as a band of the map. */
export interface MapPaper {
  readonly key: string;
  /** "Wang, Lin and Abernethy 2021". */
  readonly name: string;
  /** What it is about, in a few words. */
  readonly about: string;
  readonly items: readonly MapItem[];
}

/** What is looked for; an empty text, and null, find everything. */
export interface MapFilter {
  readonly text: string;
  readonly paper: string | null;
  readonly verdict: string | null;
  readonly method: string | null;
}

export interface AtlasMap extends HTMLElement {
  /** Shows what is known of the statements by now; the others are running. */
  show(thumbnails: readonly Thumbnail[]): void;
  filter(filter: MapFilter): void;
}

/** A node of the map, and what it is joined to. */
interface MapNode {
  readonly item: MapItem;
  readonly paper: MapPaper;
  readonly root: HTMLElement;
  readonly link: HTMLAnchorElement;
  readonly uses: MapNode[];
  readonly usedBy: MapNode[];
  show(thumbnails: ReadonlyMap<string, Thumbnail>): void;
}

/** A band with its graph, which is drawn where there is room for one. */
interface Band {
  readonly root: HTMLElement;
  readonly nodes: readonly MapNode[];
  readonly arrows: SVGSVGElement;
}

/** A graph needs so much room (px); in less, a band is a list. */
const LEAST_WIDTH = 960;
const NODE_WIDTH = 122;
/** How many small pictures stand side by side in a node. */
const PER_ROW = 3;

/**
 * The items of papers as nodes, each with the small pictures of its verdicts, and arrows from what is used to what uses it; where there is no room, a list that says
 * the same in words. A node is a link; the arrow keys go along the arrows and up and down the band. Hovering and focus only highlight.
 * `data-item` and `data-verdict` of a node, and `data-statement`, `data-verdict`, `data-slack` and `data-printed-verdict` of each statement in it, say the same to tests.
 */
export function atlasMap(papers: readonly MapPaper[]): AtlasMap {
  const about = element("div", { className: "atlas-about", attributes: { "aria-hidden": "true" } });
  const count = element("p", { className: "atlas-count", attributes: { role: "status" } });
  const bands = papers.map(bandOf);
  const nodes = bands.flatMap((band) => band.nodes);
  const root = element(
    "div",
    { className: "atlas wide" },
    element("div", { className: "atlas-head" }, count, about),
    ...bands.map((band) => band.root),
  );
  let known: ReadonlyMap<string, Thumbnail> = new Map();
  let filter: MapFilter = { text: "", paper: null, verdict: null, method: null };

  const applyFilter = () => {
    for (const node of nodes) node.root.toggleAttribute("data-absent", !matches(node, filter));
    for (const { root, nodes, arrows } of bands) {
      root.hidden = nodes.every((node) => node.root.hasAttribute("data-absent"));
      const present = new Set(
        nodes.filter((node) => !node.root.hasAttribute("data-absent")).map(({ item }) => item.number),
      );
      for (const path of arrows.querySelectorAll<SVGPathElement>("path"))
        path.toggleAttribute(
          "data-absent",
          !present.has(path.dataset.from!) || !present.has(path.dataset.to!),
        );
    }
    const found = nodes.filter((node) => !node.root.hasAttribute("data-absent")).length;
    count.textContent =
      found === nodes.length
        ? `${formatCount(found)} statements, figures and tables`
        : `${formatCount(found)} of ${formatCount(nodes.length)} found`;
  };
  const highlight = (node: MapNode | null) => {
    const near = new Set(node ? [node, ...node.uses, ...node.usedBy] : []);
    root.toggleAttribute("data-lit", node !== null);
    for (const other of nodes) other.root.toggleAttribute("data-near", near.has(other));
    for (const { arrows } of bands)
      for (const path of arrows.querySelectorAll<SVGPathElement>("path"))
        path.toggleAttribute(
          "data-near",
          arrows.dataset.paper === node?.paper.key &&
            [path.dataset.from, path.dataset.to].includes(node?.item.number),
        );
    about.replaceChildren(...(node ? told(node, known) : [element("p", {}, INVITATION)]));
  };
  for (const node of nodes) {
    node.link.addEventListener("pointerenter", () => highlight(node));
    node.link.addEventListener("pointerleave", () => highlight(null));
    node.link.addEventListener("focus", () => highlight(node));
    node.link.addEventListener("blur", () => highlight(null));
    node.link.addEventListener("keydown", (event) => {
      const next = neighbour(node, bands, event.key);
      if (!next) return;
      event.preventDefault();
      next.link.focus();
    });
  }
  for (const band of bands) drawBand(band, applyFilter);
  highlight(null);
  applyFilter();
  return Object.assign(root, {
    show(thumbnails: readonly Thumbnail[]) {
      known = new Map(thumbnails.map((one) => [one.id, one]));
      for (const node of nodes) node.show(known);
      if (filter.verdict) applyFilter();
    },
    filter(next: MapFilter) {
      filter = next;
      applyFilter();
    },
  });
}

const INVITATION =
  "Point at a statement, or go to one with the keys, to see what it rests on and what rests on it.";

function bandOf(paper: MapPaper): Band {
  const id = freshId("paper");
  const nodes = paper.items.map((item) => nodeOf(item, paper));
  const byNumber = new Map(nodes.map((node) => [node.item.number, node]));
  for (const node of nodes)
    for (const number of node.item.uses) {
      const used = byNumber.get(number)!;
      node.uses.push(used);
      used.usedBy.push(node);
    }
  for (const node of nodes) node.root.append(relations(node));
  const arrows = svgElement("svg", { class: "atlas-arrows", "aria-hidden": "true" });
  arrows.dataset.paper = paper.key;
  const root = element(
    "section",
    { className: "atlas-band", attributes: { "aria-labelledby": id } },
    element("h3", { id }, paper.name),
    element("p", { className: "atlas-paper" }, paper.about),
    element("div", { className: "atlas-graph" }, element("ul", {}, ...nodes.map(({ root }) => root))),
  );
  root.querySelector(".atlas-graph")!.prepend(arrows);
  return { root, nodes, arrows };
}

function nodeOf(item: MapItem, paper: MapPaper): MapNode {
  const pictures = item.statements.map((id) =>
    element(
      "span",
      { className: "atlas-pictures", attributes: { "data-statement": id, "data-verdict": "running" } },
      verdictMark("running"),
    ),
  );
  const result = element(
    "span",
    { className: "atlas-result" },
    item.statements.length > 0 ? "" : kindOfPlace(item),
  );
  const link = element(
    "a",
    { className: "atlas-node", href: item.href },
    element("b", {}, item.number),
    " ",
    element("span", { className: "atlas-row" }, ...pictures, result),
  );
  const root = element("li", { attributes: { "data-item": `${paper.key} ${item.number}` } }, link);
  if (item.statements.length > 0) root.dataset.verdict = "running";
  const shown = new Set<string>();
  const show = (thumbnails: ReadonlyMap<string, Thumbnail>) => {
    item.statements.forEach((id, i) => {
      const one = thumbnails.get(id);
      if (!one || shown.has(id)) return;
      shown.add(id);
      const { dataset } = pictures[i]!;
      dataset.verdict = one.verdict;
      dataset.slack = String(one.slack ?? "");
      if (one.printed) dataset.printedVerdict = one.printed.verdict;
      pictures[i]!.replaceChildren(...picturesOf(one));
    });
    const all = item.statements.map((id) => thumbnails.get(id));
    if (all.length === 0 || all.includes(undefined)) return;
    root.dataset.verdict = overall(all as Thumbnail[]);
    result.replaceChildren(...resultOf(all as Thumbnail[], root.dataset.verdict));
  };
  return { item, paper, root, link, uses: [], usedBy: [], show };
}

/** What stands on a node without a verdict. */
function kindOfPlace({ notebook }: MapItem): string {
  return notebook ? "in its notebook" : "not run";
}

/** The verdict of several statements together: the one that says least for them. */
function overall(thumbnails: readonly Thumbnail[]): string {
  const order = ["violated", "outside", "unspecified", "holds"];
  return order.find((verdict) => thumbnails.some((one) => one.verdict === verdict)) ?? "holds";
}

function picturesOf({ verdict, claim, measured, printed }: Thumbnail): SVGSVGElement[] {
  const claimed = verdictSparkline({ verdict, claim, measured });
  return printed ? [claimed, verdictSparkline({ ...printed, printed: true })] : [claimed];
}

/** The verdict of a node for those who listen, and the slack where there is one number to give. */
function resultOf(all: readonly Thumbnail[], verdict: string): (Node | string)[] {
  const [{ slack, kind }] = all as [Thumbnail];
  const hasSlack = all.length === 1 && slack !== null && kind !== "equality" && kind !== "limit";
  const spoken = element(
    "span",
    { className: "spoken" },
    `${VERDICT_WORDS[verdict]}${hasSlack ? ", slack " : ""}`,
  );
  return hasSlack ? [spoken, formatNumber(slack, Math.abs(slack - 1) < 0.1 ? 4 : 3)] : [spoken];
}

const VERDICT_WORDS: Record<string, string> = {
  holds: "holds",
  unspecified: "holds, with a hypothesis that names no number",
  outside: "outside its hypotheses",
  violated: "violated",
};

/** What a node rests on and what it is used by, as links within the map. */
function relations({ item, uses, usedBy }: MapNode): HTMLElement {
  const line = (words: string, others: readonly MapNode[]) =>
    others.length === 0
      ? []
      : [
          element(
            "span",
            { className: "atlas-relation" },
            `${words} ${others.map((other) => other.item.number).join(", ")}.`,
          ),
        ];
  return element(
    "p",
    { className: "atlas-words" },
    `${sentence(item.says)} `,
    ...(item.note ? [`${item.note} `] : []),
    ...line("Rests on", uses),
    " ",
    ...line("Is used by", usedBy),
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** What the head of the map says of a node. */
function told({ item, paper, uses, usedBy }: MapNode, known: ReadonlyMap<string, Thumbnail>): HTMLElement[] {
  const names = (others: readonly MapNode[]) => others.map((other) => other.item.number).join(", ");
  const verdicts = item.statements.flatMap((id) => {
    const one = known.get(id);
    return one ? [verdictWords(one, item.statements.length > 1)] : [];
  });
  const relation = [
    uses.length > 0 ? `Rests on ${names(uses)}.` : "",
    usedBy.length > 0 ? `Is used by ${names(usedBy)}.` : "",
  ];
  return [
    element(
      "p",
      {},
      element("b", {}, item.number),
      ` of ${paper.name}: ${item.says}. `,
      relation.filter(Boolean).join(" "),
    ),
    element("p", {}, [...verdicts, item.note ?? ""].filter(Boolean).join(" ")),
  ];
}

/** A verdict at its case, in words. */
function verdictWords(one: Thumbnail, named: boolean): string {
  const lead = named ? `${one.title}: ` : "";
  return sentence(
    `${lead}${claimWords(one, one.kind)} at “${one.from}”${one.printed ? `; as printed it is crossed${stepWords(one.printed)}` : ""}`,
  );
}

function claimWords({ verdict, slack, at }: ThumbnailClaim, kind: Thumbnail["kind"]): string {
  const words = VERDICT_WORDS[verdict] ?? "";
  if (slack === null || kind === "equality" || kind === "limit") return words;
  return `${words} with slack ${formatNumber(slack, 4)}${at ? ` in step ${formatCount(at)}` : ""}`;
}

function stepWords({ at }: ThumbnailClaim): string {
  return at ? ` in step ${formatCount(at)}` : "";
}

function matches({ item, paper, root }: MapNode, { text, paper: key, verdict, method }: MapFilter): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const haystack = `${item.number} ${item.says} ${item.note ?? ""} ${paper.name}`.toLowerCase();
  if (!words.every((word) => haystack.includes(word))) return false;
  if (key && paper.key !== key) return false;
  if (method && !(item.methods ?? []).some((one) => one === method)) return false;
  if (verdict === "erratum") return root.querySelector("[data-printed-verdict=violated]") !== null;
  if (verdict === "none") return item.statements.length === 0;
  return !verdict || root.dataset.verdict === verdict;
}

/** Where an arrow key leads: to the left what is used, to the right what uses it, up and down the neighbours in the band. */
function neighbour(node: MapNode, bands: readonly Band[], key: string): MapNode | undefined {
  const present = (other: MapNode) => !other.root.hasAttribute("data-absent");
  if (key === "ArrowLeft") return node.uses.find(present);
  if (key === "ArrowRight") return node.usedBy.find(present);
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (!step) return undefined;
  const order = bands.flatMap(({ nodes }) => nodes).filter(present);
  return order[order.indexOf(node) + step];
}

/** Lays a band out as a graph whenever it is seen in a new width that has room for one. */
function drawBand({ root, nodes, arrows }: Band, after: () => void): void {
  const graph = root.querySelector<HTMLElement>(".atlas-graph")!;
  const boxes = nodes.map(({ item }) => ({
    id: item.number,
    width: NODE_WIDTH,
    height: heightOf(item),
    uses: item.uses,
  }));
  const byNumber = new Map(nodes.map((node) => [node.item.number, node]));
  let drawn = 0;
  const draw = (width: number) => {
    if (width === drawn) return;
    drawn = width;
    const isGraph = width >= LEAST_WIDTH;
    graph.toggleAttribute("data-graph", isGraph);
    arrows.replaceChildren();
    graph.style.height = "";
    if (!isGraph) return;
    const layout: GraphLayout = graphLayout(boxes, width);
    graph.style.height = `${layout.height}px`;
    for (const { id, x, y } of layout.nodes) {
      const { style } = byNumber.get(id)!.root;
      style.left = `${x - NODE_WIDTH / 2}px`;
      style.top = `${y - heightOf(byNumber.get(id)!.item) / 2}px`;
    }
    for (const { from, to, path } of layout.arrows) {
      const line = svgElement("path", { d: path });
      Object.assign(line.dataset, { from, to });
      arrows.append(line);
    }
    after();
  };
  whenSeen(
    graph,
    ({ width }) => draw(width),
    ({ width }) => {
      draw(width);
      return null;
    },
  )();
}

/** How high a node is (px): its name, which may take two lines, and up to two pictures for each statement. */
function heightOf({ statements, number }: MapItem): number {
  const rows = Math.max(1, Math.ceil((2 * statements.length) / PER_ROW));
  return (number.length > 14 ? 38 : 20) + 26 * rows;
}
