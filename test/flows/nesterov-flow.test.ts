import { expect, it } from "vitest";
import { nesterovFlow } from "../../lib/flows/nesterov-flow.ts";

const out = new Float64Array(2);

// 40 digits (mpmath), printed to 16: d, λ, t, then x and ẋ.
it.each([
  [3, 0.5, 4, 0.2829799868805425, -0.23976404107550535],
  [3, 1, 10, 0.0086945492337722873, -0.050926062737024125],
  [7, 1, 10, 0.002802210206648967, 0.01054092893289641],
  [6.5, 0.1, 100, 2.2251653001376641e-5, -0.00010040702438380638],
  [12, 2, 30, -6.4534240897006171e-7, -2.2120659801387413e-6],
  [1, 1, 10, -0.24593576445134834, -0.043472746168861437],
  [2, 1, 10, -0.054402111088936981, -0.078466941798751547],
])("d = %d, λ = %d, t = %d", (damping, eigenvalue, time, position, velocity) => {
  nesterovFlow(time, eigenvalue, damping, 1, out);
  expect(Math.abs(out[0]! - position)).toBeLessThan(1e-13); // of g, absolutely
  expect(Math.abs(out[1]! - velocity)).toBeLessThan(1e-13); // the same, times √λ·u/(2ν + 2) below 2
});

it("starts at rest, and its envelope falls as t^{−d/2}", () => {
  expect([...nesterovFlow(0, 2, 3, 5, out)]).toEqual([5, -0]);
  // At two maxima of |x| far out, J_ν² ~ 2/(πu): |x|·t^{d/2} is the same up to O(1/u).
  const peak = (from: number): number => {
    let largest = 0;
    for (let t = from; t < from + Math.PI; t += 1e-3)
      largest = Math.max(largest, Math.abs(nesterovFlow(t, 1, 3, 1, out)[0]!) * t ** 1.5);
    return largest;
  };
  expect(peak(400) / peak(100)).toBeCloseTo(1, 2);
});

it("refuses a damping that is not positive", () => {
  expect(() => nesterovFlow(1, 1, 0, 1, out)).toThrow(new RangeError("damping must be positive: 0"));
});
