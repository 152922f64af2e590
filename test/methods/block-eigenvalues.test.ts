import { expect, it } from "vitest";
import { blockEigenvalues } from "../../lib/methods/block-eigenvalues.ts";
import { h, sharpConstant } from "../../lib/methods/heavy-ball-constant.ts";

it("has the product h, the sum 2(1 + β), and the sharp constant as its spread", () => {
  for (const [z, momentum] of [
    [0.02, 0.9],
    [1, 0.25],
    [2.5, 0.5],
    [3, 1],
  ] as const) {
    const { smaller, larger } = blockEigenvalues(z, momentum);
    // A few roundings each.
    expect((smaller * larger) / h(momentum, z)).toBeCloseTo(1, 13);
    expect((smaller + larger) / (2 * (1 + momentum))).toBeCloseTo(1, 13);
    expect(Math.sqrt(larger / smaller) / sharpConstant(momentum, 1, z, z)).toBeCloseTo(1, 12);
  }
});

it("is that of the example in Lemma 16's erratum", () => {
  // λ_min(PP*) at β = 0.9025, z = 0.01, computed with 50 digits.
  expect(blockEigenvalues(0.01, 0.9025).smaller).toBeCloseTo(0.007490105566728, 14);
});
