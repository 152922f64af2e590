import { describe, expect, it } from "vitest";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { heavyBall, heavyBallAccumulated } from "../../lib/methods/heavy-ball.ts";
import { FLOOR, run, type Method, type RunSettings } from "../../lib/methods/method.ts";
import { nesterov } from "../../lib/methods/nesterov.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

const methods = { gradientDescent, heavyBall, heavyBallAccumulated, nesterov };
const eigenvalues = Float64Array.of(0.01, 0.2, 1);
const problem = quadratic(eigenvalues);
const start = Float64Array.of(1, -2, 0.5);
const settings: RunSettings = { stepSize: 0.9, momentum: 0.8, start, steps: 60 };

/** The iterates w₀ … w_T of a run, copied. */
function trajectory(method: Method, changes: Partial<RunSettings> = {}, on = problem): Float64Array[] {
  const iterates: Float64Array[] = [];
  run(method, on, { ...settings, ...changes }, (_, current) => void iterates.push(current.slice()));
  return iterates;
}

/** The same by the definitions, one coordinate at a time. */
const reference: Record<
  keyof typeof methods,
  (x: number, before: number, z: number, beta: number) => number
> = {
  gradientDescent: (x, _, z) => x - z * x,
  heavyBall: (x, before, z, beta) => x - z * x + beta * (x - before),
  heavyBallAccumulated: (x, before, z, beta) => x - z * x + beta * (x - before),
  nesterov: (x, before, z, beta) => (1 - z) * (x + beta * (x - before)),
};

for (const name of Object.keys(methods) as (keyof typeof methods)[]) {
  const method = methods[name];

  describe(name, () => {
    it("follows its definition, from rest and with a velocity", () => {
      for (const previous of [start, Float64Array.of(0.3, 1, -1)]) {
        const iterates = trajectory(method, { previous });
        eigenvalues.forEach((eigenvalue, i) => {
          let [x, before] = [start[i]!, previous[i]!];
          for (const w of iterates) {
            expect(Math.abs(w[i]! - x)).toBeLessThan(1e-13 * 3); // 60 steps, sizes up to 3
            [x, before] = [reference[name](x, before, 0.9 * eigenvalue, 0.8), x];
          }
        });
      }
    });

    it("changes nothing under λ × c, η / c", () => {
      const plain = trajectory(method);
      for (const c of [2 ** 20, 2 ** -20])
        // powers of 2, so that equality is exact
        expect(trajectory(method, { stepSize: 0.9 / c }, quadratic(eigenvalues.map((x) => x * c)))).toEqual(
          plain,
        );
    });

    it("is linear in its start", () => {
      const plain = trajectory(method);
      const scaled = trajectory(method, { start: start.map((x) => 1024 * x) }); // a power of 2: exact
      expect(scaled.map((w) => w.map((x) => x / 1024))).toEqual(plain);
    });

    it("permutes with the eigenvalues", () => {
      const reversed = trajectory(
        method,
        { start: start.slice().reverse() },
        quadratic(eigenvalues.slice().reverse()),
      );
      expect(reversed.map((w) => w.slice().reverse())).toEqual(trajectory(method));
    });

    it("takes divergence as a result: stoppedAt is set, only finite iterates are visited", () => {
      let last = -1;
      const visit = (t: number, w: Float64Array): void => {
        last = t;
        expect(w.every(Number.isFinite)).toBe(true);
      };
      const result = run(method, problem, { ...settings, stepSize: 1e3, steps: 1000 }, visit);
      expect(result.diverged).toBe(true);
      expect(result.stoppedAt).toBe(last + 1);
      expect(last).toBeGreaterThan(50); // about 308/3 steps of a factor 10³
    });

    it("clamps what would become denormal to 0", () => {
      const iterates = trajectory(
        method,
        { stepSize: 0.5, steps: 60_000, momentum: 0.5 },
        quadratic(Float64Array.of(0.1, 0.6, 1)),
      );
      const seen = new Set(iterates.flatMap((w) => Array.from(w, Math.abs)));
      expect(Math.min(...[...seen].filter((x) => x > 0))).toBeGreaterThanOrEqual(FLOOR);
      expect(Array.from(iterates.at(-1)!, Math.abs)).toEqual([0, 0, 0]);
    });
  });
}

describe("run", () => {
  it("visits t = 0 … T with w_t and w_{t−1}", () => {
    const visited: [number, number, number][] = [];
    const result = run(
      heavyBall,
      problem,
      { ...settings, steps: 5 },
      (t, w, before) => void visited.push([t, w[0]!, before[0]!]),
    );
    expect(visited.map(([t]) => t)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(visited[0]).toEqual([0, 1, 1]);
    for (let t = 1; t <= 5; t++) expect(visited[t]![2]).toBe(visited[t - 1]![1]);
    expect(result).toEqual({ stoppedAt: null, diverged: false });
  });

  it("stops when the visitor says so", () => {
    const visited: number[] = [];
    const result = run(nesterov, problem, settings, (t) => {
      visited.push(t);
      return t < 3;
    });
    expect(visited).toEqual([0, 1, 2, 3]);
    expect(result).toEqual({ stoppedAt: 3, diverged: false });
  });

  it("leaves its arguments alone and reuses its vectors", () => {
    const before = Float64Array.of(5, 5, 5);
    const vectors = new Set<Float64Array>();
    run(heavyBall, problem, { ...settings, previous: before }, (_, w) => void vectors.add(w));
    expect(vectors.size).toBe(3);
    expect([Array.from(start), Array.from(before)]).toEqual([
      [1, -2, 0.5],
      [5, 5, 5],
    ]);
  });

  it.each([
    [{ stepSize: 0 }, "stepSize must be positive and finite: 0"],
    [{ stepSize: NaN }, "stepSize must be positive and finite: NaN"],
    [{ stepSize: Infinity }, "stepSize must be positive and finite: Infinity"],
    [{ momentum: 1.2 }, "momentum must be in [0, 1]: 1.2"],
    [{ momentum: -0.1 }, "momentum must be in [0, 1]: -0.1"],
    [{ momentum: NaN }, "momentum must be in [0, 1]: NaN"],
    [{ steps: 1.5 }, "steps must be a whole number of at least 0: 1.5"],
    [{ steps: -1 }, "steps must be a whole number of at least 0: -1"],
    [{ start: new Float64Array(2) }, "start must have length 3: 2"],
    [{ previous: new Float64Array(4) }, "previous must have length 3: 4"],
    [{ start: Float64Array.of(1, NaN, 1) }, "start must be finite: NaN"],
  ])("refuses %j", (changes, message) => {
    expect(() => run(heavyBall, problem, { ...settings, ...changes }, () => {})).toThrow(RangeError(message));
  });
});
