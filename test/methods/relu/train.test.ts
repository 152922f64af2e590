import { describe, expect, it } from "vitest";
import { runLazy } from "../../../lib/methods/relu/lazy-run.ts";
import { trainRelu, type TrainingProgress } from "../../../lib/methods/relu/train.ts";
import { gaussianDraw } from "../../../lib/problems/relu-draw.ts";
import { circleNet, randomNet, reluMethods, tinyNet } from "../../support/relu-net.ts";

const { data, largest } = randomNet(4, 5, 10, 1);
const settings = Object.values(reluMethods).map((method) => ({
  method,
  stepSize: 1 / largest,
  momentum: 0.6,
  steps: 30,
}));

async function collect(training: ReturnType<typeof trainRelu>) {
  const told: TrainingProgress[] = [];
  for (;;) {
    const { done, value } = await training.next();
    if (done) return { told, result: value };
    told.push(value);
  }
}

describe("trainRelu(data, draw, settings, signal)", () => {
  it("has the runs of each method alone", async () => {
    const draw = gaussianDraw(data, 5000, 3);
    const { told, result } = await collect(trainRelu(data, draw, settings));
    expect(told[0]).toEqual({ drawn: 0, runs: [null, null, null, null] });
    expect(result.drawn).toBe(1);
    for (const [k, run] of result.runs.entries()) {
      const { curves, end } = runLazy(data, draw, settings[k]!);
      expect(run!.end).toBe(end);
      // Sums in the order in which neurons were found to flip.
      for (const [t, loss] of curves.losses.entries())
        expect(Math.abs(run!.curves.losses[t]! - loss)).toBeLessThan(1e-14 * curves.losses[0]!);
    }
  });

  it("tells how far it is, and what there was before stays as it was", async () => {
    const draw = gaussianDraw(data, 200_000, 3);
    const { told, result } = await collect(trainRelu(data, draw, settings.slice(0, 2)));
    expect(told.length).toBeGreaterThan(5);
    const drawn = told.map((progress) => progress.drawn);
    expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
    for (const { runs } of told)
      for (const [k, run] of runs.entries()) {
        const { losses } = run?.curves ?? { losses: new Float64Array(0) };
        expect(losses).toEqual(result.runs[k]!.curves.losses.subarray(0, losses.length));
      }
  });

  it("ends when its signal is aborted", async () => {
    const signal = { aborted: false };
    const training = trainRelu(data, gaussianDraw(data, 200_000, 3), settings, signal);
    expect((await training.next()).done).toBe(false);
    signal.aborted = true;
    const { done, value } = await training.next();
    expect(done).toBe(true);
    expect((value as TrainingProgress).runs).toEqual([null, null, null, null]);
  });

  it("throws a RangeError for a draw of another number of data", async () => {
    await expect(collect(trainRelu(tinyNet.data, circleNet.draw, settings))).rejects.toThrow(
      new RangeError("count of the draw must be 2: 3"),
    );
  });
});
