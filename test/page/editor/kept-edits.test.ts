import { expect, it } from "vitest";
import { keptEdits } from "../../../page/editor/kept-edits.ts";

function pretendedStorage(items: Map<string, string>): Storage {
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  } as Storage;
}

it("edits are kept for their notebook, until they are forgotten", () => {
  const items = new Map<string, string>();
  const first = keptEdits("notebooks/a.html", () => pretendedStorage(items));
  const second = keptEdits("notebooks/b.html", () => pretendedStorage(items));
  const edits = new Map([[3, "kappa + 1"]]);
  expect(first.write(edits)).toBe(true);
  expect(first.read()).toEqual(edits);
  expect(second.read().size).toBe(0);
  first.clear();
  expect(items.size).toBe(0);
});

it("without a storage nothing is kept, and that is said", () => {
  const none = keptEdits("a", () => {
    throw new DOMException("no storage", "SecurityError");
  });
  expect(none.write(new Map([[1, "x"]]))).toBe(false);
  expect(none.read().size).toBe(0);
  none.clear();
});

it.each(["", "{", "null", '{"1":"x"}', '[1,["a","b"],[2],[3,4],null]'])(
  "what is not ours is ignored: %j",
  (text) => {
    const items = new Map([["edits of a", text]]);
    expect(keptEdits("a", () => pretendedStorage(items)).read().size).toBe(0);
  },
);
