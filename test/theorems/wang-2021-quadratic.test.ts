import { describe, expect, it } from "vitest";
import { safeConstant } from "../../lib/methods/heavy-ball-constant.ts";
import { powerNorm } from "../../lib/methods/heavy-ball-mode.ts";
import { heavyBall, heavyBallAccumulated } from "../../lib/methods/heavy-ball.ts";
import { polyak } from "../../lib/methods/settings.ts";
import { stackedErrorCurve } from "../../lib/methods/stacked-error-curve.ts";
import { trajectory } from "../../lib/methods/trajectory.ts";
import { worstStart } from "../../lib/methods/worst-start.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { seededRandom } from "../../lib/random.ts";
import { blockModuli } from "../../lib/theorems/block-moduli.ts";
import { logPowerNorms } from "../../lib/theorems/block-powers.ts";
import { polyakBlocks } from "../../lib/theorems/polyak-blocks.ts";
import { sampleSetting } from "../../lib/theorems/quadratic-instance.ts";
import { judge, judgeBoth, type Theorem } from "../../lib/theorems/theorem.ts";
import * as algorithms from "../../lib/theorems/wang-2021/algorithms-1-and-2.ts";
import * as lemma15 from "../../lib/theorems/wang-2021/lemma-15.ts";
import * as lemma16 from "../../lib/theorems/wang-2021/lemma-16.ts";
import * as lemma5 from "../../lib/theorems/wang-2021/lemma-5.ts";
import * as condition from "../../lib/theorems/wang-2021/momentum-condition.ts";
import * as theorem1 from "../../lib/theorems/wang-2021/theorem-1.ts";
import * as asymptotic from "../../lib/theorems/wang-2021/theorem-12-asymptotic.ts";
import * as theorem2Rate from "../../lib/theorems/wang-2021/theorem-2-rate.ts";
import * as theorem2 from "../../lib/theorems/wang-2021/theorem-2.ts";

const relative = (value: number, expected: number): number => Math.abs(value / expected - 1);

/** None of many random instances violates the claim; the text says how to find one again. */
function unbroken<P>(theorem: Theorem<P>, count: number): void {
  const random = seededRandom(3);
  for (let i = 1; i <= count; i++) {
    const parameters = theorem.statement.sample(random);
    const { verdict, at, reason } = judge(theorem, parameters);
    if (verdict === "violated")
      expect.fail(`seed 3, sample ${i}, step ${at}: ${reason}, ${JSON.stringify(parameters)}`);
  }
}

it.each([
  [theorem1, 500],
  [theorem2, 2000],
  [theorem2Rate, 500],
  [asymptotic, 5000],
  [lemma5, 2000],
  [lemma15, 20_000],
  [lemma16, 20_000],
  [algorithms, 2000],
  [condition, 20_000],
] as [Theorem<unknown>, number][])("$statement.id is violated by no random instance", (theorem, count) =>
  unbroken(theorem, count),
);

// ‖Aᵗ‖₂ and ε_t at Polyak's setting, worked out with 50 digits; μ = 1, α = κ.
const vectors = [
  [4, 1, 1.20343909942726, 0.870105766093922],
  [4, 10, 5.65010523155756e-4, 0.140042032380472],
  [4, 100, 6.46780893417476e-46, 0.0199373283869762],
  [9, 1, 1.42539052967911, 0.925390529679106],
  [9, 10, 0.0244530626992036, 0.18997495392194],
  [9, 100, 1.97218381698388e-28, 0.0283837757000333],
  [100, 1, 2.00354072006904, 1.18535890188722],
  [100, 10, 2.74950074451008842, 0.288251853851149],
  [100, 100, 3.93286495641883e-7, 0.0446916001846661],
  [1e4, 1, 2.36674205415563, 1.38654403435365],
  [1e4, 10, 16.4186074270124, 0.342722131558702],
  [1e4, 100, 27.0713421996289, 0.0533367649929498],
] as const;

describe("Theorems 1 and 2", () => {
  it.each(vectors)("κ = %d, t = %d", (kappa, t, norm, epsilon) => {
    const p = { eigenvalues: Float64Array.of(1, kappa), steps: t };
    // Double precision allows 1e−13·max(1, t/10) here; the vectors have 15 digits.
    const allowed = 1e-13 * Math.max(1, t / 10);
    expect(relative(theorem2.claim(p)[t]!, norm)).toBeLessThan(allowed);
    expect(relative(theorem2.measure(p)[t]!, norm)).toBeLessThan(allowed);
    expect(relative(theorem2Rate.measure(p)[t]! / t, epsilon)).toBeLessThan(allowed);
    // ε_t of Theorem 1 from the rounded η, β: a root of degree t of an error of t²·1e−16, and ρ, which moves by 1e−8 at a double root.
    const { stepSize, momentum } = polyak(1, kappa);
    const root = theorem1.measure({ eigenvalues: p.eigenvalues, stepSize, momentum, steps: t })[t]!;
    expect(Math.abs(root - polyakBlocks(p.eigenvalues).modulus - epsilon)).toBeLessThan(1e-11);
  });

  it("Gelfand's ε is never negative", () => {
    const random = seededRandom(1);
    for (let i = 0; i < 200; i++) {
      const p = theorem1.statement.sample(random);
      const [roots, radius] = [theorem1.measure(p), theorem1.claim(p)[0]!];
      for (const root of roots) expect(root).toBeGreaterThanOrEqual(radius * (1 - 1e-12)); // rounding, where ε is 0
    }
  });

  it("keeps the speed that its docstring promises, with ν ≤ ‖B‖", () => {
    const random = seededRandom(2);
    for (let i = 0; i < 200; i++) {
      const p = theorem1.statement.sample(random);
      const [roots, radius] = [theorem1.measure(p), theorem1.claim(p)[0]!];
      if (radius === 0) continue;
      const size = (z: number) => Math.hypot(1 + p.momentum - z, p.momentum, 1);
      const skew = p.eigenvalues.reduce((largest, x) => Math.max(largest, size(p.stepSize * x)), 0);
      for (let t = 1; t < roots.length; t += 13)
        expect(Math.log(roots[t]! / radius)).toBeLessThanOrEqual(Math.log1p((t * skew) / radius) / t + 1e-12);
    }
  });

  it("at Polyak's setting the worst start of heavy ball reaches ‖Aᵗ‖, and no mode between the ends passes it", () => {
    const eigenvalues = Float64Array.of(1, 3, 20, 60, 100);
    const { stepSize, momentum } = polyak(1, 100);
    const claim = theorem2.claim({ eigenvalues, steps: 60 });
    for (const t of [1, 2, 5, 9, 60]) {
      const settings = { stepSize, momentum, steps: t, ...worstStart(eigenvalues, stepSize, momentum, t) };
      const reached = stackedErrorCurve(heavyBall, quadratic(eigenvalues), settings)[t]!;
      expect(relative(reached, claim[t]!)).toBeLessThan(1e-11); // the rounding of η at a double root, t²·1e−15
    }
  });

  it("has the step back under the start: t = 324 for κ = 10⁴, 18 for κ = 100, the peak 36.8 at t = 50", () => {
    const norms = (kappa: number) => theorem2.claim({ eigenvalues: Float64Array.of(1, kappa), steps: 400 });
    expect(norms(1e4).findIndex((norm, t) => t > 1 && norm < 1)).toBe(324);
    expect(norms(100).findIndex((norm, t) => t > 1 && norm < 1)).toBe(18);
    const peak = norms(1e4).reduce((best, norm, t, all) => (norm > all[best]! ? t : best), 0);
    expect(peak).toBe(50);
    expect(norms(1e4)[50]).toBeCloseTo(36.8, 1);
  });

  it("the quotient by ρ ln t alone is still far from 1", () => {
    const p = { eigenvalues: Float64Array.of(1, 4), steps: 3000 };
    const { modulus } = polyakBlocks(p.eigenvalues);
    expect(theorem2Rate.measure(p)[3000]! / (modulus * Math.log(3000))).toBeGreaterThan(1.1);
  });

  it("logPowerNorms are those of the closed form, and safe for any number of steps", () => {
    const random = seededRandom(9);
    for (let i = 0; i < 300; i++) {
      const { eigenvalues, stepSize, momentum } = sampleSetting(random);
      const traces = eigenvalues.map((x) => 1 - stepSize * x + momentum);
      const norms = logPowerNorms(traces, momentum, 40);
      for (const k of [0, 1, 7, 40]) {
        const closed = Math.max(...eigenvalues.map((x) => powerNorm(k, stepSize * x, momentum)));
        // Rounding of a trace near a double root is k²·1e−16.
        if (closed > 1e-290) expect(Math.abs(norms[k]! - Math.log(closed))).toBeLessThan(1e-11);
      }
    }
    // Double roots ½ and −2, whose powers are exact: ρᵗ exp(arsinh(1.25 t)), by hand.
    const halves = logPowerNorms(Float64Array.of(1), 0.25, 1_000_000);
    expect(relative(halves[1_000_000]!, Math.asinh(1.25e6) - 1e6 * Math.LN2)).toBeLessThan(1e-14);
    const doubles = logPowerNorms(Float64Array.of(-4), 4, 20_000);
    expect(relative(doubles[20_000]!, Math.asinh(25_000) + 20_000 * Math.LN2)).toBeLessThan(1e-14);
    expect(logPowerNorms(Float64Array.of(0), 0, 3)).toEqual(Float64Array.of(0, 0, -Infinity, -Infinity));
  });
});

describe("Theorem 12, furthermore", () => {
  it("√(β − β*)·C₀′ tends to (1 + ρ²)/√(1 − ρ), the constant in Θ", () => {
    for (const kappa of [2, 4, 100, 1e4]) {
      const { stepSize, momentum } = polyak(1, kappa);
      const rho = Math.sqrt(momentum);
      const limit = (1 + momentum) / Math.sqrt(1 - rho);
      for (const delta of [1e-4, 1e-6, 1e-8]) {
        const price = Math.sqrt(delta) * safeConstant(momentum + delta, stepSize, 1, kappa);
        // The law's own error is of the order of δ/(1 − ρ), that of the rounding of β of 1e−16/δ.
        expect(relative(price, limit)).toBeLessThan((3 * delta) / (1 - rho) + 1e-15 / delta);
      }
    }
    // test/oracles/polyak-setting.py, price; √(1e−16/δ) as above.
    const at = (kappa: number, delta: number) =>
      Math.sqrt(delta) * safeConstant(polyak(1, kappa).momentum + delta, polyak(1, kappa).stepSize, 1, kappa);
    expect(relative(at(4, 1e-4), 1.36097562789894413)).toBeLessThan(1e-11);
    expect(relative(at(100, 1e-4), 3.91564415819948185)).toBeLessThan(1e-11);
  });
});

describe("Lemma 5, and Algorithms 1 and 2", () => {
  it("moves the coordinates of κ = 100, η = 1/α, β = 0.9025 as worked out with 50 digits", () => {
    const settings = { stepSize: 1, momentum: 0.9025, start: Float64Array.of(1, 1), steps: 100 };
    for (const method of [heavyBall, heavyBallAccumulated]) {
      const path = trajectory(method, quadratic(Float64Array.of(0.01, 1)), settings);
      for (const [t, slow] of [
        [1, 0.99],
        [2, 0.971075],
        [10, 0.618557057879945655],
        [50, -0.0588903307712424366],
        [100, -0.00351800781474353229],
      ] as const)
        expect(Math.abs(path[2 * t]! - slow)).toBeLessThan(1e-13 * Math.max(1, t / 10));
      for (const [t, fast] of [
        [1, 0],
        [2, -0.9025],
        [10, 0.17341161275918418],
        [50, -0.0557452263210407946],
        [100, 0.0020316140595326492],
      ] as const)
        expect(Math.abs(path[2 * t + 1]! - fast)).toBeLessThan(1e-13 * Math.max(1, t / 10));
    }
  });

  it("Lemma 5 notices a dynamics that is not the one of (8)", () => {
    const { parameters } = lemma5.statement.cases[1]!;
    const wrong = {
      ...lemma5,
      measure: (p: lemma5.Parameters) => lemma5.measure({ ...p, minimiser: p.start }),
    };
    expect(judge(lemma5, parameters).verdict).toBe("holds");
    expect(lemma5.measure(parameters)[0]).toBeLessThan(1e-13);
    expect(judge({ ...wrong, scale: lemma5.scale }, parameters).verdict).toBe("holds"); // any w* is as good as another
    const slip = { ...lemma5, measure: (p: lemma5.Parameters) => lemma5.measure(p).map((x) => x + 1e-9) };
    expect(judge(slip, parameters).verdict).toBe("violated");
  });

  it("with M₋₁ ≠ 0 the algorithms part, by the first power of A", () => {
    const apart = algorithms.statement.cases.find(({ expected }) => expected === "outside")!;
    const judgement = judge(algorithms, apart.parameters);
    expect(judgement).toMatchObject({ verdict: "outside", boundHolds: false, at: 1 });
    expect(judgement.measured[1]).toBe(0.25); // by hand: ηβ‖M₋₁‖ = ½ · ½ · 1
  });
});

describe("Lemmas 15 and 16, and the condition", () => {
  it("blockModuli multiply to β and add up to the trace where they are real", () => {
    const random = seededRandom(4);
    for (let i = 0; i < 2000; i++) {
      const [z, momentum] = [5 * random(), random()];
      const [larger, smaller] = blockModuli(z, momentum);
      expect(relative(larger * smaller, momentum)).toBeLessThan(1e-14); // a few roundings
      if (larger > smaller)
        expect(Math.abs(larger + smaller - Math.abs(1 + momentum - z))).toBeLessThan(4e-15);
    }
    expect(blockModuli(1, 0)).toEqual([0, 0]);
    // H = diag(1, 4), η = 1, β = 1/4, by hand: (11 ± √105)/8.
    expect(blockModuli(4, 0.25)[0]).toBeCloseTo((11 + Math.sqrt(105)) / 8, 14);
    expect(blockModuli(4, 0.25)[1]).toBeCloseTo((11 - Math.sqrt(105)) / 8, 14);
  });

  it("Lemma 16 has its counterexample as worked out by hand: (5 − √10)/4, and 3/4 as printed", () => {
    const { judgement, printed } = judgeBoth(lemma16, lemma16.printed.counterexample.parameters);
    expect(relative(judgement.measured[0]!, (5 - Math.sqrt(10)) / 4)).toBeLessThan(1e-14); // 5 − √10 cancels a little
    expect(judgement.claim[0]).toBe(3 / 8);
    expect(printed!.claim[0]).toBe(3 / 4);
  });

  it("Lemma 16 has its slow mode as worked out: between the repaired and the printed bound", () => {
    const { parameters } = lemma16.statement.cases.find(({ name }) => name.includes("0.9025"))!;
    const { judgement: repaired, printed } = judgeBoth(lemma16, parameters);
    expect(relative(repaired.measured[0]!, 0.007490105566728)).toBeLessThan(1e-12); // digits given
    expect(relative(repaired.claim[0]!, 0.007475361366623)).toBeLessThan(1e-12);
    expect(relative(printed!.claim[0]!, 0.014950722733246)).toBeLessThan(1e-12);
    expect(printed).toMatchObject({ verdict: "violated", at: 0, boundHolds: false });
  });

  it("the condition is as weak as it can be: below the edge a mode is slower than √β", () => {
    const random = seededRandom(6);
    for (let i = 0; i < 3000; i++) {
      const p = condition.statement.sample(random);
      const { status, margin } = condition.assumes(p)[1]!;
      if (status !== "fails" || margin > -1e-9) continue; // within rounding of the edge both are √β
      const slowest = condition.measure(p).reduce((a, b) => Math.max(a, b));
      expect(slowest).toBeGreaterThan(Math.sqrt(p.momentum));
    }
  });

  it("as printed it admits a setting that diverges", () => {
    const { parameters } = condition.printed.counterexample;
    const settings = { ...parameters, start: Float64Array.of(1, 1), steps: 60 };
    const errors = stackedErrorCurve(heavyBall, quadratic(parameters.eigenvalues), settings);
    expect(judgeBoth(condition, parameters).printed).toMatchObject({ verdict: "violated", at: 1 });
    expect(errors[60]! / errors[59]!).toBeCloseTo((11 + Math.sqrt(105)) / 8, 10);
    expect(judge(condition, parameters).verdict).toBe("outside");
    expect(judgeBoth(lemma15, parameters).printed!.verdict).toBe("violated");
  });
});
