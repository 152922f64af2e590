import { expect, it } from "vitest";
import { evenModes } from "../../lib/advice/even-modes.ts";

it("every mode has the same share of the start", () => {
  const eigenvalues = Float64Array.of(0.5, 2);
  expect(evenModes(eigenvalues)).toEqual({ eigenvalues, start: Float64Array.of(1, 1) });
});
