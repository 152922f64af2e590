import { expect, it } from "vitest";
import { measureProblems } from "../../lib/advice/measured-problems.ts";
import { measureRuns } from "../../lib/advice/measured-runs.ts";
import { theorem12 } from "../../lib/methods/settings.ts";
import { result } from "../support/result.ts";

const task = {
  eigenvalues: Float64Array.of(0.1, 1),
  start: Float64Array.of(1, 1),
  runs: [{ method: "heavyBall" as const, setting: theorem12(0.1, 1) }],
  tolerance: 1e-6,
  every: 1,
  points: 10,
};

it("several problems are run one after the other", () => {
  const steps = measureProblems([task, { ...task, tolerance: 1e-3 }]);
  expect(steps.next().value).toEqual([null, null]);
  const [first, second] = result(steps);
  expect(first).toEqual(result(measureRuns(task)));
  expect(second).toEqual(result(measureRuns({ ...task, tolerance: 1e-3 })));
});
