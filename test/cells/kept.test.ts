import { JSDOM } from "jsdom";
import { expect, it, onTestFinished } from "vitest";
import { kept } from "../../cells/kept.ts";

/** Lends the document that a view is made in, and its events. */
function withDocument(): void {
  const { window } = new JSDOM();
  const before = { Event: globalThis.Event };
  Object.assign(globalThis, { document: window.document, Event: window.Event });
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, "document");
    Object.assign(globalThis, before);
  });
}

it("keeps the last value that was good, and tells a new one once", () => {
  withDocument();
  const view = kept<string>();
  const told: (string | null)[] = [];
  view.addEventListener("input", () => told.push(view.value));
  const [first, second] = [{}, {}];
  expect(view.value).toBeNull();
  view.put(null, first);
  view.put("a", first, 1);
  view.put("a again", first, 1);
  view.put(null, second, 1);
  expect(view.value).toBe("a");
  view.put("b", first, 2);
  view.put("c", second, 2);
  expect(told).toEqual(["a", "b", "c"]);
});
