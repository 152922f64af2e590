import { expect, it } from "vitest";
import { diagonalData } from "../../lib/theorems/deep-linear-instance.ts";
import {
  figure2Instance,
  figure2Setting,
  startEigenvalues,
  theorem14Setting,
  widthOfTheorem14,
} from "../../lib/theorems/deep-linear-setting.ts";
import { assumes } from "../../lib/theorems/wang-2021/theorem-14.ts";

/** σ(X) = (2, 1), d_y = 2, L = 3: the instance of Table 2 of Wang et al. 2021. */
const table2 = { ...diagonalData([2, 1], 1), depth: 3, width: 10, failure: 0.01, seed: 1 };

it("has the eigenvalues, step sizes and momenta of Table 2 and of appendix I.2", () => {
  const { smallest, largest } = startEigenvalues(table2);
  // By hand: 3·1/2 and 3·4/2; 1/6 and (1 − 1/4)²; 1/12 and (1 − ½√(1/8))². Some roundings each.
  expect([smallest, largest]).toEqual([expect.closeTo(1.5, 13), expect.closeTo(6, 13)]);
  expect(theorem14Setting(table2)).toEqual({
    stepSize: expect.closeTo(1 / 6, 13),
    momentum: expect.closeTo(0.5625, 13),
  });
  expect(figure2Setting(table2)).toEqual({
    stepSize: expect.closeTo(1 / 12, 13),
    momentum: expect.closeTo(0.677696609406726, 13),
  });
});

it("asks for the width that the theorem's own hypothesis asks for", () => {
  const asked = Math.floor(widthOfTheorem14(table2));
  const status = (width: number): string | undefined =>
    assumes({ ...table2, width, steps: 1 }).at(-1)?.status;
  expect(status(asked)).toBe("fails");
  expect(status(asked + 1)).toBe("unspecified");
});

it("draws Figure 2 with its sizes", () => {
  const { examples, inputs, map, depth, width } = figure2Instance(1);
  expect([examples, inputs.length, map.length, depth, width]).toEqual([5, 100, 400, 100, 50]);
  expect(figure2Instance(2).inputs).not.toEqual(inputs);
});
