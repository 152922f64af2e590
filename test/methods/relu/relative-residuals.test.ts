import { expect, it } from "vitest";
import { relativeResiduals } from "../../../lib/methods/relu/relative-residuals.ts";

it("is the root of the loss over its start", () => {
  expect(relativeResiduals({ losses: Float64Array.of(8, 2, 0.08) })).toEqual(Float64Array.of(1, 0.5, 0.1));
  expect(relativeResiduals({ losses: new Float64Array(0) })).toEqual(new Float64Array(0));
});
