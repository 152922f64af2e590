import { JSDOM } from "jsdom";
import { describe, expect, it, onTestFinished } from "vitest";
import { become } from "../../cells/become.ts";
import { seededRandom, type Random } from "../../lib/random.ts";

const { window } = new JSDOM();
const { document } = window;

/** Lends the class that `become` asks for; headless notebooks have a window of their own. */
function withElements(): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, "Element");
  Object.assign(globalThis, { Element: window.Element });
  onTestFinished(() => {
    if (before) Object.defineProperty(globalThis, "Element", before);
    else Reflect.deleteProperty(globalThis, "Element");
  });
}

function drawing(markup: string): Element {
  const place = document.createElement("div");
  place.innerHTML = markup;
  return place.firstElementChild!;
}

/** A small drawing of groups, paths and texts. */
function randomMarkup(random: Random, depth = 3): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  if (depth === 0) return pick(["", "a", "b", `<path d="M${pick([0, 1])}"/>`]);
  const attributes = pick(["", ` class="x"`, ` class="y" id="1"`, ` fill="none"`]);
  const children = Array.from({ length: Math.floor(random() * 4) }, () => randomMarkup(random, depth - 1));
  const name = pick(["g", "text"]);
  return `<${name}${attributes}>${children.join("")}</${name}>`;
}

describe("a drawing that becomes another", () => {
  it("is equal to it, whatever both are", () => {
    withElements();
    const random = seededRandom(5);
    for (let i = 0; i < 2000; i++) {
      const [from, to] = [randomMarkup(random), randomMarkup(random)].map((inner) => `<svg>${inner}</svg>`);
      const shown = drawing(from!);
      become(shown, drawing(to!));
      expect(shown.outerHTML).toBe(drawing(to!).outerHTML);
    }
  });

  it("keeps every part that is still there", () => {
    withElements();
    const shown = drawing(`<svg><g><text>κ = 10</text><path d="M0"/></g><text>t</text></svg>`);
    const parts = [...shown.querySelectorAll("*")];
    become(shown, drawing(`<svg><g><text>κ = 20</text><path d="M1"/></g><text>t</text></svg>`));
    expect([...shown.querySelectorAll("*")]).toEqual(parts);
    expect(shown.textContent).toBe("κ = 20t");
    expect(shown.querySelector("path")!.getAttribute("d")).toBe("M1");
  });

  it("changes nothing where both are the same", async () => {
    withElements();
    const markup = `<svg viewBox="0 0 1 1"><g class="axis"><text>1</text></g><path d="M0"/></svg>`;
    const shown = drawing(markup);
    const changes: MutationRecord[] = [];
    const observer = new window.MutationObserver((records) => changes.push(...records));
    observer.observe(shown, { attributes: true, characterData: true, childList: true, subtree: true });
    become(shown, drawing(markup));
    await new Promise((resolve) => setTimeout(resolve));
    expect(changes).toEqual([]);
  });
});
