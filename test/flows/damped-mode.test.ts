import { describe, expect, it } from "vitest";
import { dampedMode, decayRate } from "../../lib/flows/damped-mode.ts";
import { seededRandom } from "../../lib/random.ts";

const out = new Float64Array(2);

// 40 digits (mpmath): b, Λ, t, then x and ẋ from x₀ = 1, ẋ₀ = 0.
it.each([
  [0.2, 0.01, 10, 0.73575888234288464319, -0.03678794411714423216],
  [0.2, 0.01, 30, 0.19914827347145577192, -0.014936120510359182894],
  [1, 0.5, 4, 0.066740674813648854804, -0.12306002480577673581],
  [1, 0.2, 4, 0.5014073191064811484, -0.12329254245420456224],
  [1, 0.25000001, 4, 0.40600583166513384623, -0.13533528504108301956],
  [3, 0.1, 50, 0.18746214890873856733, -0.006319755858536839654],
  [0.02, 5, 7.5, -0.455245595865727997, 1.8121248180523123982],
  [100, 0.001, 1000, 0.99004993176413099973, -9.9005003076914397714e-6],
  [2, 1, 5, 0.04042768199451280258, -0.033689734995427335483],
])("b = %d, Λ = %d, t = %d", (damping, stiffness, time, position, velocity) => {
  dampedMode(time, damping, stiffness, 1, 0, out);
  expect(Math.abs(out[0]! / position - 1)).toBeLessThan(1e-12); // 1e-14·(1 + ht), ht up to 75
  expect(Math.abs(out[1]! / velocity - 1)).toBeLessThan(1e-12); // the same
});

it("at t = 0 it is where it starts", () => {
  expect([...dampedMode(0, 3, 0.7, -2, 5, out)]).toEqual([-2, 5]);
});

it("goes through a point on its way: what flows for s and then for t is what flows for s + t", () => {
  const random = seededRandom(4);
  const [whole, half] = [new Float64Array(2), new Float64Array(2)];
  for (let trial = 0; trial < 2000; trial++) {
    const [damping, stiffness] = [4 * random(), 4 * random()];
    const [first, second, start, velocity] = [3 * random(), 3 * random(), random() - 0.5, random() - 0.5];
    dampedMode(first + second, damping, stiffness, start, velocity, whole);
    dampedMode(first, damping, stiffness, start, velocity, half);
    dampedMode(second, damping, stiffness, half[0]!, half[1]!, half);
    for (const i of [0, 1]) expect(Math.abs(whole[i]! - half[i]!)).toBeLessThan(1e-13); // some roundings of numbers up to 10
  }
});

it("without damping the energy ½ẋ² + ½Λx² stays; without force the velocity decays as e^{−bt}", () => {
  dampedMode(1234.5, 0, 2, 1, 0.3, out);
  expect(out[1]! ** 2 + 2 * out[0]! ** 2).toBeCloseTo(0.09 + 2, 10); // the angle ωt ≈ 1746 is right to 2e-13
  dampedMode(2, 1.5, 0, 1, 0.3, out);
  expect(out[1]!).toBeCloseTo(0.3 * Math.exp(-3), 15);
  expect(out[0]!).toBeCloseTo(1 + (0.3 / 1.5) * (1 - Math.exp(-3)), 14); // integrated by hand
});

describe("decayRate", () => {
  it("is half the damping where the mode rings, and the slower root where it creeps", () => {
    expect(decayRate(2, 5)).toBe(1);
    expect(decayRate(2, 1)).toBe(1);
    expect(decayRate(5, 4)).toBe(1); // roots 1 and 4
    expect(decayRate(5, 0)).toBe(0);
    expect(decayRate(2, 1e-12)).toBeCloseTo(5e-13, 24); // Λ/b to first order
  });

  it("is what a long run shows", () => {
    const random = seededRandom(8);
    for (let trial = 0; trial < 200; trial++) {
      const damping = 1 + 3 * random();
      const stiffness = (damping / 2) ** 2 * 0.9 * random();
      const [early, late] = [60, 80].map((time) => dampedMode(time, damping, stiffness, 1, 0, out)[0]!);
      // The fast root has died away to e^{−60·0.6} by then.
      expect(Math.log(early! / late!) / 20).toBeCloseTo(decayRate(damping, stiffness), 9);
    }
  });
});

it.each([
  [-1, 1, 1, "time must be at least 0: -1"],
  [1, NaN, 1, "damping must be at least 0: NaN"],
  [1, 1, -2, "stiffness must be at least 0: -2"],
])("refuses t = %d, b = %d, Λ = %d", (time, damping, stiffness, message) => {
  expect(() => dampedMode(time, damping, stiffness, 1, 0, out)).toThrow(new RangeError(message));
});
