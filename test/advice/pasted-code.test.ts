import { expect, it } from "vitest";
import { evenModes } from "../../lib/advice/even-modes.ts";
import { MOST_NUMBERS, pastedCode } from "../../lib/advice/pasted-code.ts";
import { recommendations } from "../../lib/advice/recommendations.ts";
import { pasteCode } from "../../lib/code/paste-code.ts";

const modes = evenModes(Float64Array.of(0.5, 2));
const [plain, heavy] = recommendations("quadratic", 0.5, 2);
const request = {
  library: "numpy",
  kind: "spectrum",
  recommendation: heavy!,
  steps: 7,
  modes,
  rows: null,
} as const;

it("a spectrum is pasted with its numbers, under the recommended setting", () => {
  const code = pastedCode(request);
  expect(code).toContain("hessian = [0.5, 2.0]\nstart = [1.0, 1.0]");
  expect(code).toContain("step_size = 0.5");
  expect(code).toContain("momentum = 0.5625"); // (1 − ½·½)²
  expect(code).toContain("steps = 7");
});

it("a table is pasted with its rows", () => {
  const rows = {
    count: 2,
    dimension: 2,
    features: Float64Array.of(1, 2, 3, 4),
    labels: Float64Array.of(5, 6),
  };
  const code = pastedCode({ ...request, kind: "least-squares", recommendation: plain!, rows });
  expect(code).toContain("[1.0, 2.0],\n    [3.0, 4.0],\n]\ny = [5.0, 6.0]\nstart = [0.0, 0.0]");
});

it("a network gets the rows, a width and a random start", () => {
  const rows = { count: 2, dimension: 1, features: Float64Array.of(1, -1), labels: Float64Array.of(5, 6) };
  const code = pastedCode({ ...request, library: "pytorch", kind: "relu", rows });
  expect(code).toContain("[1.0],\n    [-1.0],\n]\ny = [5.0, 6.0]");
  expect(code).toContain("for _ in range(m)]\nsigns = ");
});

it("what is too long comes with an example", () => {
  const many = evenModes(new Float64Array(MOST_NUMBERS + 1).fill(1));
  const setting = { library: "pytorch", method: "heavy-ball", ...heavy!.setting, steps: 7 } as const;
  expect(pastedCode({ ...request, library: "pytorch", modes: many })).toBe(
    pasteCode({ ...setting, problem: "quadratic" }),
  );
  expect(pastedCode({ ...request, library: "pytorch", kind: "relu" })).toBe(
    pasteCode({ ...setting, problem: "relu" }),
  );
});
