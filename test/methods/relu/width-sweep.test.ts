import { describe, expect, it } from "vitest";
import { reluHeavyBall } from "../../../lib/methods/relu/heavy-ball.ts";
import { runLazy } from "../../../lib/methods/relu/lazy-run.ts";
import { widthSweep, type WidthSample } from "../../../lib/methods/relu/width-sweep.ts";
import { reluData } from "../../../lib/problems/relu-data.ts";
import { gaussianDraw } from "../../../lib/problems/relu-draw.ts";
import { spherePoints } from "../../../lib/problems/sphere-points.ts";
import { seededRandom } from "../../../lib/random.ts";

const labels = Float64Array.of(1, -1, 1, -1, 1);
const data = reluData(spherePoints(seededRandom(3), 5, 10), labels, 5, 10);
const settings = { method: reluHeavyBall, stepSize: 1, momentum: 0.4, steps: 30 };

async function swept(widths: readonly number[], signal = { aborted: false }) {
  const told: (readonly WidthSample[])[] = [];
  const sweep = widthSweep(data, widths, 5, settings, signal);
  for (;;) {
    const { done, value } = await sweep.next();
    if (done) return { told, samples: value };
    told.push(value);
  }
}

describe("a sweep over widths", () => {
  it("says of each width what one run says", async () => {
    const { samples } = await swept([50, 800]);
    for (const { width, flippedNeurons, kernelDrift, displacement } of samples) {
      const { curves } = runLazy(data, gaussianDraw(data, width, 5), settings);
      expect(flippedNeurons).toBe(Math.max(...curves.flippedNeurons));
      expect(kernelDrift).toBe(Math.max(...curves.kernelDrifts));
      expect(displacement).toBe(Math.max(...curves.displacements));
    }
  });

  it("finds the kernel nearer to its expectation as 1/√m, and flips that grow as √m", async () => {
    const { samples } = await swept([100, 400, 1600, 6400, 25_600]);
    const slope = (value: (sample: WidthSample) => number) => {
      const [x, y] = [samples.map(({ width }) => Math.log(width)), samples.map((s) => Math.log(value(s)))];
      const mean = (v: number[]) => v.reduce((a, b) => a + b) / v.length;
      const [mx, my] = [mean(x), mean(y)];
      const over = x.reduce((sum, xi, i) => sum + (xi - mx) * (y[i]! - my), 0);
      return over / x.reduce((sum, xi) => sum + (xi - mx) ** 2, 0);
    };
    // One network for each width: the distance varies by some 20 %, which moves a slope over 5.5 units of ln m by 0.1.
    expect(Math.abs(slope(({ kernelDistance }) => kernelDistance) + 0.5)).toBeLessThan(0.2);
    expect(Math.abs(slope(({ flippedNeurons }) => flippedNeurons) - 0.5)).toBeLessThan(0.15);
  });

  it("tells of each width once it is there, and ends when it is asked to", async () => {
    const { told } = await swept([20, 40]);
    expect(told.map((samples) => samples.length).filter((n, i, all) => n !== all[i - 1])).toEqual(
      expect.arrayContaining([1, 2]),
    );
    expect((await swept([20, 40_000], { aborted: true })).samples.length).toBeLessThan(2);
  });
});
