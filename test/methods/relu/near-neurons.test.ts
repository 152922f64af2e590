import { expect, it } from "vitest";
import { NearNeurons } from "../../../lib/methods/relu/near-neurons.ts";

it("NearNeurons keeps what is added, beyond its first room, and finds it by number", () => {
  const near = new NearNeurons(2, 1);
  const values = Float64Array.of(0, 1.5, -2.5);
  const patterns = Uint8Array.of(7, 1);
  for (let k = 0; k < 200; k++) near.add(3 * k, k % 2 ? 1 : -1, values, 1, patterns, 1);
  expect(near.size).toBe(200);
  expect([near.ids[199], near.signs[199], near.signs[198], near.patterns[199]]).toEqual([597, 1, -1, 1]);
  expect([...near.preActivations.subarray(398, 400)]).toEqual([1.5, -2.5]);
  expect([0, 3, 300, 597].map((id) => near.indexOf(id))).toEqual([0, 1, 100, 199]);
  expect([-1, 1, 299, 600].map((id) => near.indexOf(id))).toEqual([-1, -1, -1, -1]);
});
