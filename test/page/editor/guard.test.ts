import { parse } from "acorn";
import { expect, it } from "vitest";
import { guard } from "../../../page/editor/guard.ts";

const NAMES = { tick: "tick", load: "load" };

function guarded(source: string): string {
  return guard(source, parse(source, { ecmaVersion: "latest", sourceType: "module" }), NAMES);
}

/** What guarded statements return, and how often each line ticked; `limit` ticks are one too many. */
function run(source: string, limit = Infinity) {
  const ticks = new Map<number, number>();
  let count = 0;
  const tick = (line: number) => {
    ticks.set(line, (ticks.get(line) ?? 0) + 1);
    if (++count >= limit) throw new Error(`stopped on line ${line}`);
  };
  const code = guarded(`async () => {${source}\n}`);
  const body = new Function("tick", "load", `return (${code})`) as (
    ...given: unknown[]
  ) => () => Promise<unknown>;
  const result = body(tick, async (specifier: string) => ({ specifier }))();
  return { result, ticks };
}

it.each([
  ["for", "let s = 0; for (let i = 0; i < 5; i++) s += i; return s;"],
  [
    "nested loops without blocks",
    "let s = 0; for (const a of [1, 2]) for (const b of [3, 4]) s += a * b; return s;",
  ],
  ["while with continue and break", "let i = 0; while (true) { if (++i < 5) continue; break; } return i;"],
  [
    "labels",
    "let n = 0; outer: for (;;) { for (;;) { if (++n > 3) break outer; continue outer; } } return n;",
  ],
  ["do", "let i = 0; do i++; while (i < 5); return i;"],
  ["for in", "const names = []; for (const name in { a: 1, b: 2 }) names.push(name); return names;"],
  ["an empty body", "let i = 0; while (i++ < 5); return i;"],
  [
    "functions of every form",
    "const o = { f(x) { return x + 1; }, get g() { return 2; } }; return o.f(o.g);",
  ],
  ["arrows to arrows", "const add = (a) => (b) => a + b; return add(1)(2);"],
  ["an arrow to an object", "const make = (a) => ({ a }); return make(1).a;"],
  ["an arrow to a sequence", "const last = () => (1, 2); return last();"],
  ["an arrow as the last word of a loop", "let f; for (let i = 0; i < 3; i++) f = () => i\nreturn f();"],
  ["generators", "function* g() { for (let i = 0; i < 3; i++) yield i; } return [...g()];"],
  [
    "classes",
    "class A { constructor() { this.x = 1; } } class B extends A { constructor() { super(); } } return new B().x;",
  ],
  ["for await", "let s = 0; for await (const x of [1, Promise.resolve(2)]) s += x; return s;"],
])("%s: the same result as without the guard", async (_, source) => {
  const { result, ticks } = run(source);
  const bare = new Function(`return (async () => {${source}\n})()`) as () => Promise<unknown>;
  expect(await result).toEqual(await bare());
  expect(ticks.size).toBeGreaterThan(0);
});

it("every turn of a loop ticks once, with the line on which the loop begins", async () => {
  const { result, ticks } = run("\nfor (let i = 0; i < 5; i++)\n  for (const j of [1, 2])\n    j;");
  await result;
  expect([...ticks]).toEqual([
    [1, 1],
    [2, 5],
    [3, 10],
  ]);
});

it.each([
  ["a loop without end", "while (true) {}"],
  ["a loop that catches", "while (true) { try { throw 1; } catch {} }"],
  ["a recursion that catches", "const f = () => { try { f(); } finally { f(); } }; f();"],
  ["a generator without end", "function* g() { while (true) yield; } for (const _ of g());"],
  ["a chain of promises", "const f = async () => f(await null); await f();"],
])("%s is stopped from outside", async (_, source) => {
  await expect(run(source, 100).result).rejects.toThrow("stopped on line 1");
});

it("late imports go through load, also as all that an arrow says", async () => {
  const { result } = run(
    `const get = () => import("a"); return [(await get()).specifier, (await import("b")).specifier];`,
  );
  expect(await result).toEqual(["a", "b"]);
});

it("what has neither loops nor functions nor imports is left as it is", () => {
  expect(guarded("const a = 1 + 2;\nexport default a;")).toBe("const a = 1 + 2;\nexport default a;");
});
