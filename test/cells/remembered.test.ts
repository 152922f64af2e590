import { expect, it } from "vitest";
import { remembered } from "../../cells/remembered.ts";

it("computes anew only for other arguments", () => {
  const calls: number[][] = [];
  const sum = remembered((a: number, b: number) => {
    calls.push([a, b]);
    return { sum: a + b };
  });
  const first = sum(1, 2);
  expect(sum(1, 2)).toBe(first);
  expect(sum(2, 2)).toEqual({ sum: 4 });
  expect(sum(1, 2)).not.toBe(first);
  expect(calls).toEqual([
    [1, 2],
    [2, 2],
    [1, 2],
  ]);
});
