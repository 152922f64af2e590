import { expect, it } from "vitest";
import { spectralRadius } from "../../lib/methods/gradient-descent-mode.ts";

it("spectralRadius is |1 − z|", () => {
  expect([0, 0.25, 1, 1.5, 2, 3].map(spectralRadius)).toEqual([1, 0.75, 0, 0.5, 1, 2]);
});
