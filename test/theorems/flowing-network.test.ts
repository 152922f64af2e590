import { expect, it } from "vitest";
import {
  flowingNetwork,
  type FlowingLosses,
  type FlowingNetwork,
} from "../../lib/theorems/flowing-network.ts";

async function all(
  network: FlowingNetwork,
  signal?: { readonly aborted: boolean },
): Promise<FlowingLosses[]> {
  const seen: FlowingLosses[] = [];
  const work = flowingNetwork(network, signal);
  for (let next = await work.next(); ; next = await work.next()) {
    seen.push(next.value);
    if (next.done) return seen;
  }
}

const wide: FlowingNetwork = { width: 100, seed: 1, flow: "heavyBall", damping: 3, step: 0.01 };

/** The greatest distance of two losses, in units of the first one. */
function apart(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, loss, k) => Math.max(most, Math.abs(loss - b[k]!)), 0) / a[0]!;
}

it("all three begin at the loss of the same network, and come nearer to each other as it gets wider", async () => {
  for (const flow of ["heavyBall", "nesterov"] as const) {
    const gaps: number[] = [];
    for (const width of [20, 1000]) {
      const { weights, frozen, iterates } = (await all({ ...wide, flow, width })).at(-1)!;
      for (const losses of [frozen, iterates]) expect(losses[0]! / weights[0]!).toBeCloseTo(1, 12); // roundings
      gaps.push(apart(weights, frozen));
    }
    expect(gaps[1]!).toBeLessThan(gaps[0]! / 3); // a seventh, as 1/√m has it, but for the luck of one draw
  }
});

it("iterates come nearer to the flow of the weights as the step gets shorter, with an error of the order of √η", async () => {
  const gapAt = async (step: number) => {
    const { weights, times, iterates, every, stepTime } = (await all({ ...wide, step })).at(-1)!;
    const between = iterates.map((_, i) => {
      const place = (i * every * stepTime) / times[1]!;
      const [k, share] = [Math.floor(place), place % 1];
      return (1 - share) * weights[k]! + share * (weights[k + 1] ?? 0);
    });
    return apart(between, iterates);
  };
  expect(await gapAt(0.0016)).toBeLessThan((await gapAt(0.16)) / 3); // a tenth, but for what a straight line misses between the times
});

it("yields at once, then more and more, and stops when it is told to", async () => {
  const seen = await all({ ...wide, width: 30, flow: "nesterov" });
  expect(seen[0]!.reached).toBe(0);
  expect(seen.at(-1)!.reached).toBe(161);
  seen.slice(1).forEach(({ reached }, i) => expect(reached).toBeGreaterThanOrEqual(seen[i]!.reached));
  expect(seen.at(-1)!.changed).toBeGreaterThan(0);
  expect(await all({ ...wide, width: 30 }, { aborted: true })).toHaveLength(2);
});

it("a damping that no momentum gives has no iterates; gradient flow has its own clock", async () => {
  const [tooLong] = await all({ ...wide, width: 5, step: 30 }, { aborted: true });
  expect(tooLong!.iterates).toHaveLength(0);
  const [slow] = await all({ ...wide, width: 5, flow: "gradientFlow" }, { aborted: true });
  const [fast] = await all({ ...wide, width: 5 }, { aborted: true });
  expect(slow!.stepTime).toBeCloseTo(fast!.stepTime ** 2, 12); // η and √η
});

it("refuses what is no width", async () => {
  await expect(all({ ...wide, width: 1.5 })).rejects.toThrow(
    "width must be a whole number of at least 1: 1.5",
  );
});
