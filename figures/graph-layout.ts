import { Graph, layout } from "@dagrejs/dagre";

/** A node and the box that it needs (px), and the ids of the nodes that it rests on. */
export interface GraphNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly uses: readonly string[];
}

/** The middle of a node's box, in pixels. */
export interface NodePlace {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** An arrow from a node to one that uses it, as the path of a smooth curve. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

export interface GraphLayout {
  readonly nodes: readonly NodePlace[];
  readonly arrows: readonly Arrow[];
  readonly height: number;
}

const ROW_GAP = 14;

/**
 * A graph without circles of boxes of one width, `width` pixels wide: what rests on nothing stands to the left, each node to the right of all that it uses, in
 * columns of equal distance. Nodes that neither use anything nor are used stand in rows of their own, below. Layered by dagre, which keeps arrows short, their
 * crossings few, and leads them between the boxes.
 */
export function graphLayout(nodes: readonly GraphNode[], width: number): GraphLayout {
  const used = new Set(nodes.flatMap(({ uses }) => uses));
  const isAlone = ({ id, uses }: GraphNode) => uses.length === 0 && !used.has(id);
  const graph = layered(nodes.filter((node) => !isAlone(node)));
  const joined = graph.nodes().map((id) => ({ id, ...boxOf(graph, id) }));
  const [nearest, farthest] = [Math.min(...joined.map(({ x }) => x)), Math.max(...joined.map(({ x }) => x))];
  const box = Math.max(0, ...nodes.map((node) => node.width));
  const stretch = farthest > nearest ? Math.min(1.25, (width - box) / (farthest - nearest)) : 1;
  const across = (x: number) => Math.round(box / 2 + (x - nearest) * stretch);
  const bottom = Math.max(0, ...joined.map(({ y, height }) => y + height / 2));
  const rest = rows(nodes.filter(isAlone), width, bottom > 0 ? bottom + 2 * ROW_GAP : 0);
  const arrows = graph.edges().map(({ v: from, w: to }) => {
    const { points = [] } = graph.edge(from, to) as { points?: readonly Point[] };
    // The ends that dagre gives lie on boxes that stand as far apart as it placed them.
    const between = points.slice(1, -1).map(({ x, y }) => ({ x: across(x), y }));
    const end = (id: string, side: 1 | -1) => ({
      x: across(boxOf(graph, id).x) + (side * box) / 2,
      y: boxOf(graph, id).y,
    });
    return { from, to, path: curve([end(from, 1), ...between, end(to, -1)]) };
  });
  return {
    nodes: [...joined.map(({ id, x, y }) => ({ id, x: across(x), y })), ...rest.places],
    arrows,
    height: Math.max(bottom, rest.bottom),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function layered(nodes: readonly GraphNode[]): Graph {
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR", nodesep: ROW_GAP, edgesep: 8, ranksep: 40 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
  for (const { id, uses } of nodes) for (const from of uses) graph.setEdge(from, id);
  layout(graph);
  return graph;
}

function boxOf(graph: Graph, id: string): Point & { readonly height: number } {
  return graph.node(id) as { x: number; y: number; height: number };
}

/** A smooth line to the right through points, level at each of them. */
function curve(points: readonly Point[]): string {
  const [first, ...others] = points as [Point, ...Point[]];
  let last = first;
  return [
    `M${first.x},${first.y}`,
    ...others.map((next) => {
      const middle = (last.x + next.x) / 2;
      const piece = `C${middle},${last.y} ${middle},${next.y} ${next.x},${next.y}`;
      last = next;
      return piece;
    }),
  ].join("");
}

function rows(
  nodes: readonly GraphNode[],
  width: number,
  top: number,
): { places: NodePlace[]; bottom: number } {
  const places: NodePlace[] = [];
  let [left, y, tallest] = [0, top, 0];
  for (const { id, width: w, height } of nodes) {
    if (left + w > width && left > 0) [left, y, tallest] = [0, y + tallest + ROW_GAP, 0];
    places.push({ id, x: left + w / 2, y: y + height / 2 });
    left += w + 2 * ROW_GAP;
    tallest = Math.max(tallest, height);
  }
  return { places, bottom: y + tallest };
}
