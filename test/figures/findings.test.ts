import { expect, it } from "vitest";
import { constantFinding, modesFinding, paceFinding, stepsFinding } from "../../figures/findings.ts";

const modes = (ringing: number, diverging: number, modulus: number) => ({
  teeth: new Float64Array(24),
  ringing,
  diverging,
  modulus,
});

it("the map's finding follows what the modes do", () => {
  expect(modesFinding(modes(24, 0, 0.95), 0.9)).toBe("All 24 modes ring and shrink alike, by 0.950 per step");
  expect(modesFinding(modes(20, 0, 0.99), 0.5)).toMatch(/^20 of 24 modes ring; the slowest/);
  expect(modesFinding(modes(23, 1, 1.3), 0.2)).toBe(
    "1 of 24 modes diverges: the fastest grows by 1.30 per step",
  );
  expect(modesFinding(modes(24, 0, 1), 1)).toContain("nothing decays");
  expect(modesFinding(modes(0, 0, 0.98), 0)).toContain("this is gradient descent");
});

it("the sentence about steps reverses with the finding", () => {
  expect(stepsFinding(264, 656, 50_000, false)).toBe(
    "Heavy ball needs 264 steps to a millionth, gradient descent 656",
  );
  expect(stepsFinding(656, 264, 50_000, false)).toMatch(/^Here momentum does not pay: heavy ball needs 656/);
  expect(stepsFinding(null, 1, 50_000, false)).toContain("more than 50 000 steps");
  expect(stepsFinding(null, 1, 50_000, true)).toBe(
    "Heavy ball diverges here; gradient descent needs 1 step to a millionth",
  );
});

it("Theorem 12's finding says on which side of both constants the worst start ends", () => {
  const inside = { start: "worst" as const, printed: 16, outside: false, modulus: 0.95, momentum: 0.9025 };
  expect(constantFinding({ ...inside, peak: 22.5 })).toContain(
    "above the printed constant, below the repaired one",
  );
  expect(constantFinding({ ...inside, peak: 15 })).toContain(
    "below the printed constant and the repaired one",
  );
  const outside = { ...inside, printed: NaN, outside: true, peak: 3 };
  expect(constantFinding({ ...outside, modulus: 1.3 })).toContain("grows by 1.30 per step");
  expect(constantFinding({ ...outside, modulus: 0.98 })).toContain(
    "falls by 0.980 per step, not by √β = 0.950",
  );
  expect(constantFinding(outside)).toContain("On the line no constant exists: the worst start is at 3.00");
});

it("the pace follows a finding, and is silent where nothing decays", () => {
  expect(paceFinding(44.9)).toBe(", one digit every 44.9 steps");
  expect(paceFinding(Infinity)).toBe("");
});
