import { describe, expect, it } from "vitest";
import { restPeak } from "../../lib/methods/rest-peak.ts";
import { spectralRadius } from "../../lib/methods/heavy-ball-mode.ts";
import { seededRandom } from "../../lib/random.ts";
import { ends } from "../../lib/theorems/quadratic-instance.ts";
import { quadraticState } from "../../lib/theorems/quadratic-link.ts";
import { judge, judgeBoth, type Theorem } from "../../lib/theorems/theorem.ts";
import * as equation11 from "../../lib/theorems/wang-2020/equation-11.ts";
import * as lemma3 from "../../lib/theorems/wang-2020/lemma-3.ts";
import * as lemma5 from "../../lib/theorems/wang-2020/lemma-5.ts";
import * as lemma9 from "../../lib/theorems/wang-2020/lemma-9.ts";
import * as theorem2 from "../../lib/theorems/wang-2020/theorem-2.ts";
import * as thetaSmall from "../../lib/theorems/wang-2020/theta-small.ts";
import * as theta from "../../lib/theorems/wang-2020/theta.ts";

const SEED = 20;

/** None of many random instances violates the claim; the text says how to find one again. */
function unbroken<P>(theorem: Theorem<P>, count: number): void {
  const random = seededRandom(SEED);
  for (let i = 1; i <= count; i++) {
    const parameters = theorem.statement.sample(random);
    const { verdict, at, reason } = judge(theorem, parameters);
    if (verdict === "violated")
      expect.fail(`seed ${SEED}, sample ${i}, step ${at}: ${reason}, ${JSON.stringify(parameters)}`);
  }
}

const all = [lemma3, lemma5, lemma9, theorem2, equation11, theta, thetaSmall] as Theorem<unknown>[];

it.each(all)("$statement.id is violated by none of 3000 random instances", (theorem) =>
  unbroken(theorem, 3000),
);

it.each(all)("$statement.id can be judged at a state of the notebook", (theorem) => {
  const state = quadraticState([
    ["eta", "0.5"],
    ["start", "rest"],
  ]);
  const parameters = theorem.at!(state);
  expect(judge(theorem, parameters).verdict).toBe("holds");
});

describe("Lemma 3", () => {
  const [smallest, edge] = [lemma3.statement.cases[0]!, lemma3.statement.cases[1]!];

  it("fails for A = [[3/4, −1/4], [1, 0]], whose radius is 1/2", () => {
    const { measured, claim, at, verdict } = judgeBoth(lemma3, smallest.parameters).printed!;
    expect([verdict, at]).toEqual(["violated", 1]);
    expect(measured[1]).toBeCloseTo(Math.sqrt((13 + 3 * Math.sqrt(17)) / 16), 14);
    expect(claim[1]).toBeCloseTo(0.5, 15);
    expect(spectralRadius(0.5, 0.25)).toBe(0.5);
  });

  it("fails for every admissible setting, at the first step: A has an entry 1", () => {
    const random = seededRandom(SEED);
    for (let i = 0; i < 2000; i++) {
      const judgement = judgeBoth(lemma3, lemma3.statement.sample(random)).printed!;
      if (judgement.verdict === "outside") continue;
      expect(judgement).toMatchObject({ verdict: "violated", at: 1 });
      expect(judgement.measured[1]).toBeGreaterThanOrEqual(1 - 1e-15); // a rounding
    }
  });

  it("is an equality at every step, once repaired, where H(W) has the eigenvalue λ/2", () => {
    const { measured, claim } = judge(lemma3, edge.parameters);
    for (let t = 1; t < claim.length; t++)
      expect(Math.abs(measured[t]! / claim[t]! - 1)).toBeLessThan(1e-15 * (t + 1) ** 2); // a double root, as in its `rounding`
  });

  it("is strict where H(W) has not", () => {
    const { measured, claim } = judge(lemma3, smallest.parameters);
    for (let t = 1; t < claim.length; t++) expect(measured[t]!).toBeLessThan(claim[t]! * 0.999);
  });
});

describe("Lemma 5", () => {
  it("needs β ≤ 1: at β = 2, z = 1/100 the condition holds and a root is 1.98", () => {
    const beyond = lemma5.statement.cases.find(({ name }) => name.startsWith("β = 2"))!;
    const [atMostOne, positive, edge] = lemma5.assumes(beyond.parameters);
    expect([atMostOne!.status, positive!.status, edge!.status]).toEqual(["fails", "holds", "holds"]);
    expect(lemma5.measure(beyond.parameters)[0]).toBeCloseTo((2.99 + Math.sqrt(2.99 ** 2 - 8)) / 2, 14);
    expect(lemma5.claim(beyond.parameters)[0]).toBe(Math.SQRT2);
  });

  it("holds on both edges, and with equality wherever it holds", () => {
    const random = seededRandom(SEED);
    for (let i = 0; i < 2000; i++) {
      const p = lemma5.statement.sample(random);
      if (judge(lemma5, p).verdict === "outside") continue;
      const root = Math.sqrt(p.momentum);
      for (const modulus of lemma5.measure(p))
        expect(Math.abs(modulus - root)).toBeLessThanOrEqual(1e-14 * root); // a few roundings
    }
  });
});

describe("Lemma 9", () => {
  // test/oracles/wang-2020.py, geometric: exact fractions.
  it.each([
    [0.5, 9, 1],
    [0.9, 3, 2.507031],
    [0.9, 60, 2.77254417167099998],
    [0.99, 200, 25.2525225697723492],
  ])("sums c_T at r = %f, T = %i", (r, steps, sum) => {
    const measured = lemma9.measure({ z: 2 * (1 - r) ** 2, steps });
    expect(Math.abs(measured[0]! / sum - 1)).toBeLessThan(1e-13); // T roundings
  });

  it("is reached where a power of r is 1/2", () => {
    for (let t = 1; t <= 20; t++) {
      const p = { z: 2 * (1 - 0.5 ** (1 / (t + 1))) ** 2, steps: 40 };
      expect(Math.abs(lemma9.measure(p)[0]! / lemma9.claim(p)[0]! - 1)).toBeLessThan(1e-12); // 1/(1 − r) of 40 roundings
    }
  });
});

describe("Theorem 2, (10)", () => {
  const constant = Math.sqrt((10 + 6 * Math.SQRT2) / 7);

  it("fails as printed at t = 1 by √((1 − z)² + 1)/(√2(1 − √(z/2)))", () => {
    for (const [z, ratio] of [
      [0.5, 1.58113883008419],
      [0.1, 1.22530037],
      [0.01, 1.0707242],
      [1e-4, 1.00707107],
    ] as const) {
      const ones = Float64Array.of(1);
      const p = { eigenvalues: Float64Array.of(z), stepSize: 1, start: ones, previous: ones, steps: 1 };
      const { measured, claim, verdict } = judgeBoth(theorem2, p).printed!;
      expect(verdict).toBe("violated");
      expect(Math.abs(measured[1]! / claim[1]! / ratio - 1)).toBeLessThan(5e-9); // the digits given
      expect(judge(theorem2, p).verdict).toBe("holds");
    }
  });

  it("has the constant of one mode at ηλ = 1/2, β = 1/4", () => {
    expect(restPeak(0.25, 1, 0.5, 0.5)).toBeCloseTo(constant, 14);
  });

  it("keeps the steps of its proof: every pair of ends has a smaller peak, and √2 in the limit", () => {
    for (let s = 0.002; s <= 0.5; s += 0.002) {
      const momentum = (1 - s) ** 2;
      for (const top of [2 * s * s, (2 * s * s + 0.5) / 2, 0.5])
        expect(restPeak(momentum, 1, 2 * s * s, top)).toBeLessThanOrEqual(constant * (1 + 1e-15)); // a rounding
    }
    expect(restPeak((1 - 1e-6) ** 2, 1, 2e-12, 2e-12)).toBeCloseTo(Math.SQRT2, 9); // h cancels: 1e−16/1e−6
  });

  it("has √κ to pay from a start with a velocity, which it excludes", () => {
    const excluded = theorem2.statement.cases.find(({ name }) => name.startsWith("with a velocity"))!;
    expect(judge(theorem2, excluded.parameters)).toMatchObject({ verdict: "outside", boundHolds: false });
  });

  it("is invariant: λ × c and η / c change no number", () => {
    for (const { parameters } of theorem2.statement.cases) {
      const c = 2 ** 12; // a power of 2, so that equality is exact
      const eigenvalues = parameters.eigenvalues.map((x) => x * c);
      const scaled = { ...parameters, eigenvalues, stepSize: parameters.stepSize / c };
      const [plain, other] = [judge(theorem2, parameters), judge(theorem2, scaled)];
      expect([other.verdict, other.slack, other.at]).toEqual([plain.verdict, plain.slack, plain.at]);
    }
  });
});

describe("(11)", () => {
  // test/oracles/wang-2020.py, counts: by multiplying.
  it.each([
    [0.5, 0.9, 2],
    [0.5, 0.3, 4],
    [0.02, 0.001, 76],
    [2e-4, 0.35, 208],
    [1e-4, 1e-6, 2094],
  ])("counts the steps of momentum at ηλ = %f, γ = %f", (z, accuracy, steps) => {
    expect(equation11.measure({ z, accuracy })[0]).toBe(steps);
  });

  it("fails as printed for γ near 1 by as much as ln(2√2)/√(ηλ/2), and below 1/(2√2) by less than 1", () => {
    const random = seededRandom(SEED);
    let [rough, fine] = [0, 0];
    for (let i = 0; i < 20_000; i++) {
      const p = equation11.statement.sample(random);
      const [steps, printed] = [equation11.measure(p)[0]!, equation11.printed.claim(p)[0]!];
      if (!(p.z < 2)) continue;
      const excess = steps - printed;
      if (p.accuracy <= 1 / (2 * Math.SQRT2)) fine = Math.max(fine, excess);
      else rough = Math.max(rough, (excess - 1) * Math.sqrt(p.z / 2));
    }
    expect(fine).toBeGreaterThan(0.5);
    expect(fine).toBeLessThanOrEqual(1);
    expect(rough).toBeGreaterThan(0.5);
    expect(rough).toBeLessThanOrEqual(Math.log(2 * Math.SQRT2));
  });
});

describe("θ", () => {
  it("is 0.5645 at 1/2: ln 2/ln(2 + √2)", () => {
    expect(theta.claim({ alpha: 0.5, decimals: 4 })[0]).toBe(0.5645);
    expect(theta.claim({ alpha: 0.5, decimals: 15 })[0]).toBeCloseTo(Math.LN2 / Math.log(2 + Math.SQRT2), 14);
  });

  it("lies between √α(1 − √α/(2 − √α)) and √α", () => {
    for (let root = 0.001; root < 1; root += 0.001) {
      const exact = thetaSmall.measure({ alpha: root * root, stages: 0 })[0]!;
      expect(exact).toBeLessThanOrEqual(root);
      expect(exact).toBeGreaterThanOrEqual(root * (1 - root / (2 - root)));
    }
  });

  it("gives the text's saving at ηλ = 10⁻⁴: less than a hundredth", () => {
    expect(theta.claim({ alpha: 5e-5, decimals: 15 })[0]).toBeLessThan(0.01);
  });
});

it("the momentum of a sample of Theorem 2 makes every mode ring", () => {
  const random = seededRandom(SEED);
  for (let i = 0; i < 500; i++) {
    const p = theorem2.statement.sample(random);
    if (judge(theorem2, p).verdict === "outside") continue;
    const { smallest, largest } = ends(p.eigenvalues);
    const momentum = (1 - Math.sqrt((p.stepSize * smallest) / 2)) ** 2;
    expect(restPeak(momentum, p.stepSize, smallest, largest)).toBeGreaterThan(1);
  }
});
