import { describe, expect, it } from "vitest";
import { printedConstant, safeConstant, sharpConstant } from "../../lib/methods/heavy-ball-constant.ts";
import { powerNorm, scaledPowerNorm } from "../../lib/methods/heavy-ball-mode.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { stackedErrorCurve } from "../../lib/methods/stacked-error-curve.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { seededRandom } from "../../lib/random.ts";
import { orbitNorms, sampleOrbit } from "../../lib/theorems/block-orbit.ts";
import { quadraticState } from "../../lib/theorems/quadratic-link.ts";
import { judge, judgeBoth, type Theorem } from "../../lib/theorems/theorem.ts";
import * as equation59 from "../../lib/theorems/wang-2021/equation-59.ts";
import * as equation63 from "../../lib/theorems/wang-2021/equation-63.ts";
import * as theorem11 from "../../lib/theorems/wang-2021/theorem-11.ts";
import * as theorem9Sharp from "../../lib/theorems/wang-2021/theorem-9-sharp.ts";
import * as theorem9 from "../../lib/theorems/wang-2021/theorem-9.ts";

const SEED = 9;

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

const all = [theorem9, theorem9Sharp, equation59, equation63, theorem11] as Theorem<unknown>[];

it.each(all)("$statement.id is violated by none of 2000 random instances", (theorem) =>
  unbroken(theorem, 2000),
);

it.each(all)("$statement.id can be judged at a state of the notebook", (theorem) => {
  expect(judge(theorem, theorem.at!(quadraticState([]))).verdict).toBe("holds");
});

it("an orbit in closed form is a run of heavy ball", () => {
  const random = seededRandom(SEED);
  for (let i = 0; i < 200; i++) {
    const orbit = { ...sampleOrbit(random), momentum: 0.9 };
    const [closed, run] = [
      orbitNorms(orbit),
      stackedErrorCurve(heavyBall, quadratic(orbit.eigenvalues), orbit),
    ];
    const largest = Math.max(...run.filter(Number.isFinite));
    closed.forEach((x, t) => {
      if (run[t]! < 1e250) expect(Math.abs(x - run[t]!)).toBeLessThanOrEqual(1e-9 * largest); // near a border rounding grows like t²
    });
  }
});

describe("Theorem 9", () => {
  const [smallest] = theorem9.statement.cases;

  it("fails as printed for n = 1, ηH = 1, β = 1/4, v₀ = (1, 0) at k = 1", () => {
    const printed = judgeBoth(theorem9, smallest!.parameters).printed!;
    expect(printed).toMatchObject({ verdict: "violated", at: 1 });
    expect(printed.measured[1]).toBeCloseTo(Math.sqrt(17) / 4, 14);
    expect(printed.claim[1]).toBeCloseTo(Math.sqrt(5 / 6), 14);
    expect(printed.hypotheses.every(({ status }) => status === "holds")).toBe(true);
  });

  it("is violated as printed, for some k, where h < 2(√2 − 1)(1 + β)², which is C₀# > C₀", () => {
    for (const [momentum, z] of [
      [0.25, 1],
      [0.9, 0.5],
      [0.81, 0.04],
      [1, 1.5],
      [1, 2],
      [0.5, 1.5],
    ] as const) {
      const most = Math.max(...Array.from({ length: 400 }, (_, k) => scaledPowerNorm(k, z, momentum)));
      const [printed, sharp] = [printedConstant, sharpConstant].map((c) => c(momentum, 1, z, z));
      const isBelow = 4 * momentum - (1 + momentum - z) ** 2 < 2 * (Math.SQRT2 - 1) * (1 + momentum) ** 2;
      expect([sharp! > printed!, most > printed!]).toEqual([isBelow, isBelow]);
    }
  });
});

describe("Theorem 9, sharp", () => {
  it("is reached within 1e−9 by its extremal instance, at the last step", () => {
    const { slack, at } = judge(theorem9Sharp, theorem9Sharp.statement.cases[0]!.parameters);
    expect(at).toBe(92);
    expect(slack).toBeGreaterThanOrEqual(1);
    expect(slack).toBeLessThan(1 + 1e-9);
  });

  it("is reached at k = q/2 where the angle is π/q, q even, and not where q is odd", () => {
    for (const q of [2, 4, 6, 10, 3, 5, 7]) {
      for (const momentum of [0.3, 0.9, 1]) {
        const z = 1 + momentum - 2 * Math.sqrt(momentum) * Math.cos(Math.PI / q);
        const most = Math.max(...Array.from({ length: 2 * q }, (_, k) => scaledPowerNorm(k, z, momentum)));
        const ratio = most / sharpConstant(momentum, 1, z, z);
        if (q % 2 === 0)
          expect(Math.abs(ratio - 1)).toBeLessThan(1e-13); // a few roundings, divided by the angle
        else expect(ratio).toBeLessThan(0.99);
      }
    }
  });

  it("is the golden ratio against √3 at β = z = 1", () => {
    const most = Math.max(...Array.from({ length: 60 }, (_, k) => powerNorm(k, 1, 1)));
    expect(most).toBeCloseTo((1 + Math.sqrt(5)) / 2, 13);
    expect(sharpConstant(1, 1, 1, 1)).toBeCloseTo(Math.sqrt(3), 14);
  });

  it("is exactly 1 where the eigenvectors are orthogonal, β = 1 and z = 2, and exists all around", () => {
    expect(sharpConstant(1, 1, 2, 2)).toBe(1);
    const random = seededRandom(SEED);
    for (let i = 0; i < 2000; i++) {
      const [momentum, z] = [1 - 1e-8 * random(), 2 + 1e-7 * (random() - 0.5)];
      expect(sharpConstant(momentum, 1, z, z)).toBeGreaterThanOrEqual(1);
    }
  });

  it("lies between half of the safe constant and the whole", () => {
    const random = seededRandom(SEED);
    for (let i = 0; i < 2000; i++) {
      const { eigenvalues, stepSize, momentum } = sampleOrbit(random);
      const [smallest, largest] = [Math.min(...eigenvalues), Math.max(...eigenvalues)];
      const [safe, sharp] = [safeConstant, sharpConstant].map((c) =>
        c(momentum, stepSize, smallest, largest),
      );
      if (Number.isNaN(safe)) continue;
      expect(sharp! / safe!).toBeLessThanOrEqual(1);
      expect(sharp! / safe!).toBeGreaterThanOrEqual(0.5);
    }
  });
});

describe("(59)", () => {
  it("fails as printed for β = 1/4, z = 1: (5 − √10)/4 against 3/4", () => {
    const { measured, claim } = judgeBoth(equation59, { z: 1, momentum: 0.25 }).printed!;
    expect(measured[0]).toBeCloseTo((5 - Math.sqrt(10)) / 4, 15);
    expect(claim[0]).toBe(0.75);
  });

  it("is an upper bound as printed, and fails at every admissible mode but β = 1, z = 2", () => {
    const random = seededRandom(SEED);
    for (let i = 0; i < 2000; i++) {
      const p = equation59.statement.sample(random);
      if (judge(equation59, p).verdict === "outside") continue;
      expect(equation59.measure(p)[0]!).toBeLessThanOrEqual(equation59.printed.claim(p)[0]! * (1 + 1e-15)); // a rounding
    }
  });
});

describe("(63)", () => {
  it("has its printed step wrong below κ = 1.0443518 and right above", () => {
    const verdict = (kappa: number): string =>
      judgeBoth(equation63, { smallest: 1, largest: kappa }).printed!.verdict;
    expect([1, 1.02, 1.0443518].map(verdict)).toEqual(["violated", "violated", "violated"]);
    expect([1.0443519, 1.1, 100].map(verdict)).toEqual(["holds", "holds", "holds"]);
  });

  it("keeps the steps of its proof: G ≥ 0, with 0 at κ = 1", () => {
    for (let y = 0.5; y <= 1; y += 1 / 1024)
      expect((5 * (-3 + 10 * y - 3 * y * y)) / 4 - (1 + y * y) ** 2).toBeGreaterThanOrEqual(0);
  });
});

describe("Theorem 11", () => {
  const named = (text: string): theorem11.Parameters =>
    theorem11.statement.cases.find(({ name }) => name.includes(text))!.parameters;

  it("is Theorem 9 without perturbations", () => {
    const p = theorem9.statement.cases[2]!.parameters;
    const perturbations = new Float64Array(p.steps * p.eigenvalues.length);
    const quiet = { ...p, perturbations, added: 5, slower: 0.1, allowed: 7 };
    expect(theorem11.claim(quiet)).toEqual(theorem9.claim(p));
    const [run, closed] = [theorem11.measure(quiet), theorem9.measure(p)];
    run.forEach((x, t) => expect(Math.abs(x / closed[t]! - 1)).toBeLessThan(1e-12)); // a hundred steps of a few roundings
  });

  it("is nearly reached with a perturbation as well", () => {
    const { slack } = judge(theorem11, named("one kick"));
    expect(slack).toBeGreaterThanOrEqual(1);
    expect(slack).toBeLessThan(1 + 1e-5);
  });

  it("adds up both parts: linear in the start and in the perturbations", () => {
    const p = named("perturbations as large as");
    const double = {
      ...p,
      start: p.start.map((x) => 2 * x),
      previous: p.previous.map((x) => 2 * x),
      perturbations: p.perturbations.map((x) => 2 * x),
    };
    const [once, twice] = [judge(theorem11, p), judge(theorem11, double)];
    expect(twice.measured).toEqual(once.measured.map((x) => 2 * x));
    expect(twice.claim).toEqual(once.claim.map((x) => 2 * x));
  });

  it("has (12) fulfilled by ‖φ_s‖ ≤ aC₂θˢ‖v₀‖ with C₃ = aC₀′", () => {
    const random = seededRandom(SEED);
    for (let i = 0; i < 500; i++) {
      const p = theorem11.statement.sample(random);
      const hypotheses = theorem11.assumes(p);
      const constant = safeConstant(
        p.momentum,
        p.stepSize,
        Math.min(...p.eigenvalues),
        Math.max(...p.eigenvalues),
      );
      if (Number.isNaN(constant) || p.allowed !== p.added) continue;
      expect(hypotheses.map(({ status }) => status)).not.toContain("fails");
    }
  });

  it("says which of its hypotheses fails", () => {
    const failing = (p: theorem11.Parameters): string[] =>
      theorem11
        .assumes(p)
        .filter(({ status }) => status === "fails")
        .map(({ name }) => name);
    expect(failing(named("ten times"))).toEqual(["(12): perturbations add up to little"]);
    expect(failing(named("C₁ too small"))).toEqual(["(14): room for both parts"]);
    expect(failing({ ...named("one kick"), slower: -1 })).toContain("constants not negative");
  });
});
