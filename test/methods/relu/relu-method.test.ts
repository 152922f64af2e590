import { expect, it } from "vitest";
import { checkReluSettings } from "../../../lib/methods/relu/relu-method.ts";

it("checkReluSettings(settings) accepts what a run can do", () => {
  checkReluSettings({ stepSize: 1e-9, momentum: 0, steps: 0 });
  checkReluSettings({ stepSize: 1e9, momentum: 1, steps: 1000 });
});

it.each([
  [{ stepSize: 0 }, "stepSize must be positive and finite: 0"],
  [{ stepSize: NaN }, "stepSize must be positive and finite: NaN"],
  [{ stepSize: Infinity }, "stepSize must be positive and finite: Infinity"],
  [{ momentum: -0.1 }, "momentum must be in [0, 1]: -0.1"],
  [{ momentum: 1.2 }, "momentum must be in [0, 1]: 1.2"],
  [{ steps: 1.5 }, "steps must be a whole number of at least 0: 1.5"],
])("checkReluSettings throws a RangeError for %o", (wrong, message) => {
  expect(() => checkReluSettings({ stepSize: 1, momentum: 0.5, steps: 1, ...wrong })).toThrow(
    new RangeError(message),
  );
});
