import { JSDOM } from "jsdom";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { endLabels, type EndLabel } from "../../figures/end-labels.ts";
import { seededRandom } from "../../lib/random.ts";

beforeAll(() => vi.stubGlobal("document", new JSDOM().window.document));
afterAll(() => vi.unstubAllGlobals());

const scales = { x: (value: number) => value, y: (value: number) => value };
const edge = { right: 100, bottom: 200 };

const label = (text: string, y: number, x = 100): EndLabel => ({ x, y, text, colour: "red" });

/** The labels in the order of the drawing, each with the height of its curve's end or of what it became. */
function drawn(labels: readonly EndLabel[]) {
  const group = endLabels(labels, scales, edge);
  return {
    texts: Array.from(group.querySelectorAll("text"), (text) => ({
      text: text.textContent,
      // A letter's middle is 4.5 px above its line.
      y: Number(text.getAttribute("y")) - 4.5,
    })),
    leaders: group.querySelectorAll("path"),
  };
}

it("labels keep their order in the drawing when their curves cross", () => {
  const order = (labels: readonly EndLabel[]) => drawn(labels).texts.map(({ text }) => text);
  expect(order([label("a", 50), label("b", 120)])).toEqual(["a", "b"]);
  expect(order([label("a", 120), label("b", 50)])).toEqual(["a", "b"]);
});

it("labels stand a line apart, in the order of their curves, and none below the plot", () => {
  const random = seededRandom(7);
  for (let trial = 0; trial < 200; trial++) {
    const labels = Array.from({ length: 5 }, (_, i) => label(String(i), 250 * random()));
    const heights = drawn(labels).texts.map(({ y }) => y);
    const downwards = labels.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]!);
    downwards.slice(1).forEach((k, i) => {
      // 16.5 px is a line; rounding of sums of a few such numbers is far below 1e−9.
      expect(heights[k]! - heights[downwards[i]!]!).toBeGreaterThanOrEqual(16.5 - 1e-9);
      // Ends under the plot stand at its edge: there any order is as good.
      const [above, below] = [labels[downwards[i]!]!.y, labels[k]!.y];
      if (below < edge.bottom) expect(above).toBeLessThanOrEqual(below);
    });
    expect(Math.max(...heights)).toBeLessThanOrEqual(edge.bottom);
  }
});

it("a label that has moved, or whose curve ends early, has a leader; all are one path", () => {
  const leadersOf = (labels: readonly EndLabel[]) => {
    const { leaders } = drawn(labels);
    expect(leaders).toHaveLength(1);
    return leaders[0]!.getAttribute("d")!.split("M").length - 1;
  };
  expect(leadersOf([label("a", 50), label("b", 120)])).toBe(0);
  expect(leadersOf([label("a", 50, 60), label("b", 120)])).toBe(1);
  expect(leadersOf([label("a", 50), label("b", 51), label("c", 52)])).toBe(2);
});

it("a curve without an end to be seen has no label", () => {
  expect(drawn([label("a", NaN), label("b", 50)]).texts.map(({ text }) => text)).toEqual(["b"]);
});
