import { expect, it } from "vitest";
import { decayRate } from "../../lib/flows/damped-mode.ts";
import { highResolutionHeavyBall, highResolutionNesterov } from "../../lib/flows/flow.ts";
import { flowRates } from "../../lib/theorems/liu-rates.ts";

it("has the rows that the text around Table 1 names, and those that it lacks", () => {
  const rows = flowRates(0.2).map(({ source, method, proved }) => [source, method, proved] as const);
  expect(rows).toContainEqual(["Shi et al. 2021", "heavyBall", 0.25]);
  expect(rows).toContainEqual(["Shi et al. 2021", "nesterov", 0.25]);
  expect(rows).toContainEqual(["Sun et al. 2020", "nesterov", 3 / 7]);
  expect(rows).toContainEqual(["Zhang et al. 2021", "nesterov", 0.5]);
  expect(rows).toContainEqual(["Bu et al. 2021", "heavyBall", 1]);
  const liu = flowRates(0.2).filter(({ source }) => source === "Liu et al. 2022");
  expect(liu[0]!.proved).toBeCloseTo(2 - Math.SQRT2, 15);
  expect(liu[1]!.proved).toBeCloseTo(0.59356175837266193, 14); // ρ*(0.1), 40 digits (test/oracles/liu-2022.py)
});

it("proves no more than is true, and what is true is what the slowest roots say", () => {
  for (const root of [0.01, 0.1, 0.5]) {
    const worst = (multiple: number, flow = highResolutionHeavyBall(1, root ** 2)) =>
      2 * decayRate(flow.damping(multiple), flow.stiffness(multiple));
    for (const { proved, exact, method, source } of flowRates(root)) {
      expect(proved).toBeLessThanOrEqual(exact);
      const multiple = source === "here, at the limit" ? 2 : 1;
      const flow = (method === "heavyBall" ? highResolutionHeavyBall : highResolutionNesterov)(1, root ** 2);
      expect(exact).toBeCloseTo(worst(multiple, flow), 12); // μ = 1; some roundings, and a root near a double one
    }
  }
});
