import { expect, it } from "vitest";
import { numpyCode } from "../../lib/code/numpy-code.ts";
import { pasteCode } from "../../lib/code/paste-code.ts";
import { lossesInPython, pythonHas } from "../support/python.ts";

const request = { library: "numpy", stepSize: 0.1, momentum: 0.5, steps: 20 } as const;

it.skipIf(!pythonHas("numpy"))(
  "the residual of least squares keeps its digits far below those of the labels",
  () => {
    const data = "X = [[3.0]]\ny = [1.0]\nstart = [0.0]";
    const code = pasteCode({ ...request, problem: "least-squares", method: "gradient-descent", data });
    const [losses] = lossesInPython([code]);
    // The residual shrinks by 1 − 0.1·3² = 0.1 in a step; a difference 3w − 1 would be 0 or 1e−16 at the end.
    expect(losses!.at(-1)! / 0.5e-40).toBeCloseTo(1, 10); // 20 steps, of which each loses a digit of 1.1e−16 at most
  },
);

it("gradient descent has no velocity", () => {
  for (const problem of ["quadratic", "least-squares", "relu"] as const) {
    const velocities = (method: "gradient-descent" | "heavy-ball") =>
      numpyCode({ ...request, problem, method }).run.filter((line) => line.includes("momentum"));
    expect(velocities("gradient-descent")).toEqual([]);
    expect(velocities("heavy-ball")).toHaveLength(1);
  }
});
