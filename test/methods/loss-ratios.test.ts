import { expect, it } from "vitest";
import { lossRatios } from "../../lib/methods/loss-ratios.ts";

it("turns losses into residuals over their start", () => {
  expect([...lossRatios(Float64Array.of(8, 2, 0.08))]).toEqual([1, 0.5, expect.closeTo(0.1, 15)]); // one rounding
  expect(lossRatios(new Float64Array(0)).length).toBe(0);
});
