import { describe, expect, it } from "vitest";
import { lossCurve } from "../../lib/methods/deep-linear-training.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { compressData } from "../../lib/problems/deep-linear-data.ts";
import { linearResNet } from "../../lib/problems/linear-resnet.ts";
import { identityTransformations } from "../../lib/problems/linear-resnet-transformations.ts";
import { minusIdentity } from "../../lib/problems/minus-identity.ts";
import { seededRandom } from "../../lib/random.ts";
import { crossPlateau, type PlateauSettings } from "../../lib/theorems/linear-resnet-plateau.ts";

const settings: PlateauSettings = {
  dimension: 3,
  width: 12,
  depth: 3,
  examples: 40,
  noise: 0.2,
  seed: 1,
  stepSize: 1e-3,
  steps: 130,
};

async function last(run: ReturnType<typeof crossPlateau>) {
  for (;;) {
    const { done, value } = await run.next();
    if (done) return value;
  }
}

describe("crossPlateau", () => {
  it("trains as the full net does, also where the steps are no multiple of its stride", async () => {
    const { excess } = await last(crossPlateau(settings));
    const data = compressData(minusIdentity(settings, seededRandom(1)));
    const problem = linearResNet(identityTransformations({ inputs: 3, outputs: 3, width: 12 }), 3, data);
    const start = new Float64Array(problem.dimension);
    const full = lossCurve(gradientDescent, problem, { ...settings, momentum: 0, start });
    expect(excess.length).toBe(131);
    // The collapse is exact but for rounding, which 130 steps add up.
    for (let t = 0; t <= 130; t++) expect(Math.abs(excess[t]! / full[t]! - 1)).toBeLessThan(1e-11);
  });

  it("starts at the determinant of √(m/k)I and knows that of Φ: −I turns odd dimensions over, not even ones", async () => {
    for (const [dimension, sign] of [
      [3, -1],
      [4, 1],
    ] as const) {
      const { roots, target, plateau, door } = await last(crossPlateau({ ...settings, dimension, noise: 0 }));
      expect(Math.abs(roots[0]! - Math.sqrt(12 / dimension))).toBeLessThan(1e-13); // a few roundings
      expect(Math.abs(target - sign)).toBeLessThan(1e-12); // of the orthonormal basis
      expect(door).toBeLessThan(plateau / dimension); // the least of d squares
    }
  });

  it("with one layer it walks through the singular maps, with more the sign stays", async () => {
    const one = await last(crossPlateau({ ...settings, depth: 1, stepSize: 2e-3, steps: 400 }));
    expect(one.roots.at(-1)).toBeLessThan(0);
    expect(one.excess.at(-1)).toBeLessThan(one.door);
    const three = await last(crossPlateau({ ...settings, steps: 400 }));
    expect(Math.min(...three.roots)).toBeGreaterThan(0);
    expect(three.excess.at(-1)).toBeGreaterThan(three.door);
  });

  it("ends before what is not finite", async () => {
    const { excess } = await last(crossPlateau({ ...settings, stepSize: 10 }));
    expect(excess.length).toBeLessThan(131);
    expect(excess.every(Number.isFinite)).toBe(true);
  });
});
