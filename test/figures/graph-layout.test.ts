import { describe, expect, it } from "vitest";
import { graphLayout } from "../../figures/graph-layout.ts";
import { atlas } from "../../lib/atlas/atlas.ts";

const WIDTH = 1000;
const BOX = { width: 122, height: 46 };

describe.each(Object.entries(atlas))("%s", (_, items) => {
  const layout = graphLayout(
    items.map(({ number, uses }) => ({ id: number, uses, ...BOX })),
    WIDTH,
  );
  const places = new Map(layout.nodes.map((place) => [place.id, place]));

  it("every item has a place of its own, within the width and the height", () => {
    expect([...places.keys()].sort()).toEqual(items.map(({ number }) => number).sort());
    for (const { id, x, y } of layout.nodes) {
      expect(x - BOX.width / 2, id).toBeGreaterThanOrEqual(0);
      expect(x + BOX.width / 2, id).toBeLessThanOrEqual(WIDTH);
      expect(y - BOX.height / 2, id).toBeGreaterThanOrEqual(0);
      expect(y + BOX.height / 2, id).toBeLessThanOrEqual(layout.height);
      const overlapping = layout.nodes.filter(
        (other) => other.id !== id && Math.abs(other.x - x) < BOX.width && Math.abs(other.y - y) < BOX.height,
      );
      expect(overlapping, id).toEqual([]);
    }
  });

  it("every use is one arrow, which runs to the right", () => {
    const uses = items.flatMap(({ number, uses }) => uses.map((from) => `${from} to ${number}`));
    expect(layout.arrows.map(({ from, to }) => `${from} to ${to}`).sort()).toEqual(uses.sort());
    for (const { from, to } of layout.arrows) expect(places.get(from)!.x).toBeLessThan(places.get(to)!.x);
  });
});

it("a graph without arrows is rows, and one without nodes is nothing", () => {
  const alone = ["a", "b", "c"].map((id) => ({ id, uses: [], ...BOX }));
  const { nodes, height } = graphLayout(alone, 300);
  expect(nodes.map(({ y }) => y)).toEqual([23, 23, 83]);
  expect(height).toBe(106);
  expect(graphLayout([], 300)).toMatchObject({ nodes: [], arrows: [], height: 0 });
});
