import { expect, it } from "vitest";
import { restPeak } from "../../lib/methods/rest-peak.ts";
import { theorem12 } from "../../lib/methods/settings.ts";

/** ‖(x_t, x_{t−1})‖/((√β)ᵗ√2) for t = 0 … steps from x₀ = x₋₁ = 1, by the recursion with the decay taken out. */
function scaledPairs(z: number, momentum: number, steps: number): number[] {
  const size = Math.sqrt(momentum);
  let [x, before] = [1, 1];
  return Array.from({ length: steps + 1 }, () => {
    const norm = Math.sqrt((x * x + before * before) / 2);
    [x, before] = [((1 + momentum - z) * x - momentum * before) / size, x / size];
    return norm;
  });
}

it.each([
  [1, 1.4753],
  [2, 1.2291],
  [4, 1.1818],
  [10, 1.1636],
  [100, 1.1555],
  [1e4, 1.1547],
])("at Theorem 12's setting, κ = %d: %d", (kappa, expected) => {
  const { stepSize, momentum } = theorem12(1 / kappa, 1);
  const peak = restPeak(momentum, stepSize, 1 / kappa, 1);
  expect(peak).toBeCloseTo(expected, 4); // four digits in the source
  const measured = [1 / kappa, 1].map((z) => Math.max(...scaledPairs(z, momentum, 20_000)));
  expect(Math.max(...measured)).toBeLessThanOrEqual(peak * (1 + 1e-9)); // rounding of 20 000 steps
  expect(Math.max(...measured) / peak).toBeGreaterThan(1 - 1e-6); // the angles of 20 000 steps are that dense
});

it("tends to 2/√3", () => {
  const { stepSize, momentum } = theorem12(1e-12, 1);
  expect(restPeak(momentum, stepSize, 1e-12, 1)).toBeCloseTo(2 / Math.sqrt(3), 6); // first order in 1/√κ
});

it.each([9, 100, 1e4])(
  "with its decay, the pair never exceeds its start at Theorem 12's setting, κ = %d",
  (kappa) => {
    const { momentum } = theorem12(1 / kappa, 1);
    for (let i = 0; i <= 200; i++) {
      const pairs = scaledPairs(kappa ** (i / 200 - 1), momentum, 1000);
      const largest = Math.max(...pairs.map((norm, t) => norm * Math.sqrt(momentum) ** t));
      expect(largest).toBeLessThanOrEqual(1 + 1e-12); // rounding
    }
  },
);

it("no mode inside [μ, α] is worse than both ends", () => {
  for (const momentum of [0.1, 0.5, 0.9025, 1]) {
    const [low, high] = [(1 - Math.sqrt(momentum)) ** 2 + 1e-3, (1 + Math.sqrt(momentum)) ** 2 - 1e-3];
    for (const [from, to] of [
      [low, high],
      [low, (low + high) / 2],
      [(2 * low + high) / 3, high],
    ] as const) {
      const peak = restPeak(momentum, 1, from, to);
      for (let i = 0; i <= 100; i++) {
        const z = from + ((to - from) * i) / 100;
        expect(restPeak(momentum, 1, z, z)).toBeLessThanOrEqual(peak * (1 + 1e-9)); // rounding of z near a border
      }
    }
  }
});

it("does not exist where a mode does not ring", () => {
  expect(restPeak(0.81, 1, 0.001, 1)).toBeNaN();
  expect(restPeak(0.25, 1, 1, 2.3)).toBeNaN();
});
