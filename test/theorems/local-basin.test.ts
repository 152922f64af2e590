import { expect, it } from "vitest";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { theorem12 } from "../../lib/methods/settings.ts";
import { trajectory } from "../../lib/methods/trajectory.ts";
import { averagedHessian, smoothStronglyConvex } from "../../lib/problems/smooth-strongly-convex.ts";
import { improvedRadius, printedRadius } from "../../lib/theorems/local-acceleration.ts";
import { localBasin, type Basin, type BasinSearch } from "../../lib/theorems/local-basin.ts";

const bowl = { eigenvalues: Float64Array.of(1), smallest: 0.04, bend: 1 };
const search: BasinSearch = { bowl, rays: 4, from: 1e-6, to: 1e3, steps: 200 };

async function basinOf(of: BasinSearch): Promise<Basin> {
  const rays = localBasin(of);
  for (;;) {
    const { done, value } = await rays.next();
    if (done) return value;
  }
}

/** max_t ‖φ_t‖/‖ξ_t‖ in one coordinate, where it is η|H₀ − H_t|. */
function largestShare(start: number, previous: number): number {
  const problem = smoothStronglyConvex(bowl);
  const from = { start: Float64Array.of(start), previous: Float64Array.of(previous), steps: search.steps };
  const iterates = trajectory(heavyBall, problem, { ...theorem12(0.04, 1), ...from });
  const curvatures = Array.from(
    iterates,
    (w) => averagedHessian(bowl, Float64Array.of(w), new Float64Array(1))[0]!,
  );
  return Math.max(...curvatures.map((curvature) => Math.abs(curvatures[0]! - curvature)));
}

it("the radius of Theorem 27 is 3/(128 · 16 κ^{3/2}), rounded down, and the improved one is larger", () => {
  for (const kappa of [1, 4, 100]) {
    expect(printedRadius(kappa) * kappa ** 1.5 * 683).toBeCloseTo(1, 12); // roundings
    expect(printedRadius(kappa)).toBeLessThan(3 / (128 * 16 * kappa ** 1.5));
    expect(improvedRadius(kappa) / printedRadius(kappa)).toBeGreaterThan(4.7); // 2 · (4√κ/C₀′)² ≥ 2 · (4/2.582)²
  }
  expect(improvedRadius(1)).toBeCloseTo((3 / 64) * (15 / 100), 14); // C₀′ = 10/√15
  expect(printedRadius(0.5)).toBeNaN();
  expect(improvedRadius(0.5)).toBeNaN();
});

it("finds, ray by ray, where a perturbation first exceeds the budget", async () => {
  const { angles, shares } = await basinOf(search);
  for (const [k, radius] of shares.entries()) {
    const at = (size: number) => largestShare(size * Math.cos(angles[k]!), size * Math.sin(angles[k]!));
    expect(at(radius)).toBeLessThanOrEqual(0.05);
    expect(at(1.01 * radius)).toBeGreaterThan(0.05); // 2√2 bisected seven times: 0.8 %
    expect(radius).toBeGreaterThan(improvedRadius(25));
  }
});

it("finds no border for what is nearly a quadratic, and the whole ray where nothing holds at first", async () => {
  const { shares, sums, bounds } = await basinOf({ ...search, bowl: { ...bowl, bend: 1e9 } });
  for (const radii of [shares, sums, bounds])
    expect([...radii]).toEqual([Infinity, Infinity, Infinity, Infinity]);
  const far = await basinOf({ ...search, from: 100 });
  expect([...far.shares]).toContain(100);
});

it("ends when it is told to", async () => {
  const signal = { aborted: false };
  const rays = localBasin(search, signal);
  await rays.next();
  await rays.next();
  signal.aborted = true;
  const { done, value } = await rays.next();
  expect(done).toBe(true);
  expect([...(value as Basin).shares].filter((radius) => !Number.isNaN(radius)).length).toBe(2);
});
