import { expect, it } from "vitest";
import {
  averagedHessian,
  hessian,
  hessianLipschitz,
  smoothStronglyConvex,
} from "../../lib/problems/smooth-strongly-convex.ts";
import { seededRandom } from "../../lib/random.ts";

const bowl = { eigenvalues: Float64Array.of(3, 0.5, 0.1), smallest: 0.1, bend: 0.7 };
const points = [
  [0.3, -0.8, 2],
  [-5, 0.01, 0],
  [1e-5, 30, -0.7],
].map((w) => Float64Array.from(w));
const room = () => new Float64Array(3);

/** The nodes and weights of Gauss and Legendre with eight points on [−1, 1], Abramowitz and Stegun 25.4. */
const nodes = [0.183434642495649805, 0.525532409916328986, 0.79666647741362674, 0.960289856497536232];
const weights = [0.362683783378361983, 0.313706645877887287, 0.222381034453374471, 0.101228536290376259];

/** ∫₀¹ g, on 200 equal parts. */
function integral(g: (tau: number) => number): number {
  let sum = 0;
  for (let part = 0; part < 200; part++)
    for (const [k, node] of nodes.entries())
      for (const sign of [-1, 1]) sum += (weights[k]! * g((part + (1 + sign * node) / 2) / 200)) / 400;
  return sum;
}

it("has the averaged Hessian that Gauss and Legendre integrate", () => {
  for (const w of points) {
    const averaged = averagedHessian(bowl, w, room());
    for (let i = 0; i < 3; i++) {
      const expected = integral(
        (tau) =>
          hessian(
            bowl,
            w.map((x) => (1 - tau) * x),
            room(),
          )[i]!,
      );
      expect(averaged[i]! / expected).toBeCloseTo(1, 12); // eight nodes on parts of 1/200: 1e−14
    }
  }
});

it("has the gradient that is the averaged Hessian times w, and the Hessian that is its derivative", () => {
  const problem = smoothStronglyConvex(bowl);
  for (const w of points) {
    const gradient = problem.gradient(w, room());
    const averaged = averagedHessian(bowl, w, room());
    for (let i = 0; i < 3; i++) {
      expect(gradient[i]!).toBeCloseTo(averaged[i]! * w[i]!, 12); // a few roundings of numbers up to 30
      const step = 1e-5;
      const [up, down] = [step, -step].map((d) => problem.gradient(w.with(i, w[i]! + d), room())[i]!);
      const slope = (up! - down!) / (2 * step);
      expect(slope).toBeCloseTo(hessian(bowl, w, room())[i]!, 8); // central differences: 1e−10 and rounding over 1e−5
    }
  }
});

it("has the loss whose derivative is the gradient, near and far", () => {
  const problem = smoothStronglyConvex(bowl);
  expect(problem.loss(room())).toBe(0);
  for (const w of points) {
    const along = integral((tau) =>
      problem
        .gradient(
          w.map((x) => tau * x),
          room(),
        )
        .reduce((sum, g, i) => sum + g * w[i]!, 0),
    );
    expect(problem.loss(w) / along).toBeCloseTo(1, 12); // both to 1e−14
  }
  expect(problem.loss(Float64Array.of(1e100, 0, 0)) / (0.05 * 1e100 ** 2)).toBeCloseTo(1, 12); // the quadratic part wins
});

it("becomes the quadratic as the bend grows", () => {
  const w = Float64Array.of(1, -2, 3);
  const gradient = smoothStronglyConvex({ ...bowl, bend: 1e9 }).gradient(w, room());
  gradient.forEach((g, i) => expect(g / (bowl.eigenvalues[i]! * w[i]!)).toBeCloseTo(1, 12)); // (w/s)²/3
});

it("has a Hessian with the Lipschitz constant that is said, and no less", () => {
  const lipschitz = hessianLipschitz(bowl);
  const random = seededRandom(5);
  let steepest = 0;
  for (let k = 0; k < 4000; k++) {
    const x = 3 * random();
    const [a, b] = [x, x + 1e-4].map((v) => hessian(bowl, Float64Array.of(v, 0, 0), room())[0]!);
    steepest = Math.max(steepest, Math.abs(b! - a!) / 1e-4);
  }
  expect(steepest).toBeLessThanOrEqual(lipschitz * (1 + 1e-9)); // differences of 1e−16 over 1e−4
  expect(steepest / lipschitz).toBeGreaterThan(0.9999);
});

it("refuses what is no such function", () => {
  expect(() => smoothStronglyConvex({ ...bowl, smallest: 0 })).toThrow(
    new RangeError("smallest must be positive: 0"),
  );
  expect(() => smoothStronglyConvex({ ...bowl, smallest: 0.2 })).toThrow(
    new RangeError("eigenvalues must be finite and at least 0.2: 0.1"),
  );
  expect(() => smoothStronglyConvex({ ...bowl, bend: 0 })).toThrow(
    new RangeError("bend must be positive and finite: 0"),
  );
});
