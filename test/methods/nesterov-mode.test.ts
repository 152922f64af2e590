import { expect, it } from "vitest";
import { spectralRadius as plain } from "../../lib/methods/gradient-descent-mode.ts";
import { run } from "../../lib/methods/method.ts";
import { spectralRadius } from "../../lib/methods/nesterov-mode.ts";
import { nesterov } from "../../lib/methods/nesterov.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

it("spectralRadius with β = 0 is that of gradient descent", () => {
  for (const z of [0, 0.01, 0.5, 1, 1.3, 2, 3]) expect(spectralRadius(z, 0)).toBeCloseTo(plain(z), 15); // one rounding
});

it("spectralRadius is the modulus of a root of x² − (1 + β)(1 − z)x + β(1 − z)", () => {
  for (const momentum of [0.01, 0.3, 0.81, 0.99, 1])
    for (const z of [-0.1, 0, 1e-9, 0.001, 0.3, 0.9, 1, 1.1, 1.5, 3]) {
      const [trace, product] = [(1 + momentum) * (1 - z), momentum * (1 - z)];
      const radius = spectralRadius(z, momentum);
      if (trace * trace < 4 * product) expect(radius ** 2).toBeCloseTo(product, 14);
      else {
        const x = trace < 0 ? -radius : radius;
        expect(x * x - trace * x + product).toBeCloseTo(0, 13); // terms up to 20
      }
    }
});

it("spectralRadius is √β(1 − z) at the textbook's momentum: 1 − 1/√κ at z = 1/κ", () => {
  // β = (√κ − 1)/(√κ + 1) makes the slowest mode critical: both roots (1 + β)(1 − z)/2 = 1 − 1/√κ.
  for (const kappa of [4, 100, 1e4])
    expect(spectralRadius(1 / kappa, (Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1))).toBeCloseTo(
      1 - kappa ** -0.5,
      7,
    ); // √ε at a double root
});

it("spectralRadius leaves 1 at z = 1 + 1/(1 + 2β), and at z = 0", () => {
  for (const momentum of [0, 0.2, 0.9]) {
    const border = 1 + 1 / (1 + 2 * momentum);
    expect(spectralRadius(border, momentum)).toBeCloseTo(1, 14);
    expect(spectralRadius(border - 1e-3, momentum)).toBeLessThan(1);
    expect(spectralRadius(border + 1e-3, momentum)).toBeGreaterThan(1);
    expect(spectralRadius(0, momentum)).toBeCloseTo(1, 14);
  }
});

it("spectralRadius is the factor per step that a run shows", () => {
  for (const [z, momentum] of [
    [0.001, 0.5],
    [1.2, 0.4],
  ] as const) {
    const sizes: number[] = [];
    const settings = { stepSize: 1, momentum, start: Float64Array.of(1), steps: 200 };
    run(nesterov, quadratic(Float64Array.of(z)), settings, (_, w) => void sizes.push(Math.abs(w[0]!)));
    expect(sizes[200]! / sizes[199]!).toBeCloseTo(spectralRadius(z, momentum), 12); // the other root has died out
  }
});
