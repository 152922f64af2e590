import { describe, expect, it } from "vitest";
import { safeConstant, sharpConstant } from "../../lib/methods/heavy-ball-constant.ts";
import { powerNorm } from "../../lib/methods/heavy-ball-mode.ts";
import { theorem12 as setting } from "../../lib/methods/settings.ts";
import { seededRandom } from "../../lib/random.ts";
import { ends } from "../../lib/theorems/quadratic-instance.ts";
import { judge, judgeBoth, type Theorem } from "../../lib/theorems/theorem.ts";
import * as corollary10 from "../../lib/theorems/wang-2021/corollary-10.ts";
import * as theorem12Rate from "../../lib/theorems/wang-2021/theorem-12-rate.ts";
import * as theorem12 from "../../lib/theorems/wang-2021/theorem-12.ts";

const SEED = 12;

/** Judges samples until `count` were admissible; the text says how to find a violation again. */
function admissible<P>(theorem: Theorem<P>, count: number, visit: (parameters: P) => void = () => {}): void {
  const random = seededRandom(SEED);
  for (let i = 1, found = 0; found < count; i++) {
    const parameters = theorem.statement.sample(random);
    const { verdict, at, slack } = judge(theorem, parameters);
    if (verdict === "outside") continue;
    found++;
    if (verdict !== "holds")
      expect.fail(`seed ${SEED}, sample ${i}: ${verdict} at ${at}, ${slack}, ${JSON.stringify(parameters)}`);
    visit(parameters);
  }
}

function byHand(eigenvalues: number[], momentum: number, steps: number): theorem12.Parameters {
  const start = new Float64Array(eigenvalues.length).fill(1);
  return {
    eigenvalues: Float64Array.from(eigenvalues),
    stepSize: 1,
    momentum,
    start,
    previous: start,
    steps,
  };
}

describe("Theorem 12, repaired", () => {
  it("is violated by none of 10 000 random admissible instances; as printed it is by some", () => {
    let [printedAdmissible, printedViolated] = [0, 0];
    admissible(theorem12, 10_000, (parameters) => {
      const verdict = judgeBoth(theorem12, parameters).printed!.verdict;
      if (verdict !== "outside") printedAdmissible++;
      if (verdict === "violated") printedViolated++;
    });
    expect(printedAdmissible).toBe(10_000); // the repaired hypotheses are the stronger ones
    expect(printedViolated).toBeGreaterThan(1000);
  });

  it("judges instances of every kind: all of κ, the borders of β, worst starts", () => {
    const kappas: number[] = [];
    const margins: number[] = [];
    const momenta: number[] = [];
    let atRest = 0;
    admissible(theorem12, 2000, (p) => {
      const { smallest, largest } = ends(p.eigenvalues);
      kappas.push(largest / smallest);
      margins.push(theorem12.assumes(p)[1]!.margin);
      momenta.push(p.momentum);
      if (p.start === p.previous) atRest++;
    });
    const share = (xs: number[], test: (x: number) => boolean): number => xs.filter(test).length / xs.length;
    expect([share(kappas, (x) => x < 10), share(kappas, (x) => x > 1e5)].every((x) => x > 0.05)).toBe(true);
    expect(share(margins, (x) => x < 1e-4)).toBeGreaterThan(0.1);
    expect(share(momenta, (x) => x > 0.999)).toBeGreaterThan(0.1);
    expect(share(momenta, (x) => x === 1)).toBeGreaterThan(0.02);
    expect(atRest / 2000).toBeGreaterThan(0.2);
  });

  it("is close to equality: the bound of the worst start at κ = 10⁶ within 1e−6", () => {
    const near = theorem12.statement.cases.find(({ name }) => name.startsWith("κ = 10⁶"))!;
    const { slack } = judge(theorem12, near.parameters);
    expect(slack).toBeGreaterThanOrEqual(1);
    expect(slack).toBeLessThan(1 + 1e-6);
  });

  it("has the slack C₀′/C₀# for the worst start at κ = 100", () => {
    const near = theorem12.statement.cases.find(({ name }) => name.startsWith("κ = 100"))!;
    const { slack } = judge(theorem12, near.parameters);
    const [safe, sharp] = [safeConstant, sharpConstant].map((constant) => constant(0.9025, 1, 0.01, 1));
    expect(slack! / (safe! / sharp!)).toBeGreaterThanOrEqual(1);
    expect(slack! / (safe! / sharp!)).toBeLessThan(1.0001);
  });

  it("is invariant: λ × c and η / c change no number", () => {
    for (const { parameters } of theorem12.statement.cases) {
      const c = 2 ** 12; // a power of 2, so that equality is exact
      const scaled = {
        ...parameters,
        eigenvalues: parameters.eigenvalues.map((x) => x * c),
        stepSize: parameters.stepSize / c,
      };
      const [plain, other] = [judge(theorem12, parameters), judge(theorem12, scaled)];
      expect([other.verdict, other.slack, other.at, other.rateSlack]).toEqual([
        plain.verdict,
        plain.slack,
        plain.at,
        plain.rateSlack,
      ]);
    }
  });

  it("has hypotheses that hold exactly where the constant exists", () => {
    const random = seededRandom(13);
    for (let i = 0; i < 5000; i++) {
      const p = theorem12.statement.sample(random);
      const holds = theorem12.assumes(p).every(({ status }) => status === "holds");
      expect(holds).toBe(!Number.isNaN(theorem12.claim({ ...p, steps: 0 })[0]!));
    }
  });

  it("decides the borders of β: never 0, 1 only while ηα < 4", () => {
    const statuses = (p: theorem12.Parameters): string[] => theorem12.assumes(p).map(({ status }) => status);
    expect(statuses(byHand([1], 0, 3))).toEqual(["holds", "fails", "holds"]);
    expect(statuses(byHand([0.5, 3.999], 1, 3))).toEqual(["holds", "holds", "holds"]);
    expect(statuses(byHand([0.5, 4], 1, 3))).toEqual(["holds", "fails", "holds"]);
    expect(statuses(byHand([0, 2], 1, 3))).toEqual(["holds", "fails", "fails"]);
    expect(statuses(byHand([0.25], 0.25, 3))).toEqual(["holds", "fails", "holds"]);
    expect(theorem12.assumes(byHand([1], 1.5, 3))[0]).toMatchObject({ status: "fails", margin: -0.5 });
  });

  it("has margins in the units of β", () => {
    expect(theorem12.assumes(byHand([0.01, 1], 0.9025, 3))[1]!.margin).toBeCloseTo(0.9025 - 0.81, 14);
    expect(theorem12.assumes(byHand([1, 2.25], 0.36, 3))[1]!.margin).toBeCloseTo(0.36 - 0.25, 14);
    expect(theorem12.assumes(byHand([1, 4], 0.25, 3))[1]!.margin).toBeCloseTo(0.25 - 1, 14);
    expect(theorem12.assumes(byHand([0.01, 1], 0.9025, 3))[1]!.detail).toBe(
      "$\\beta$ = 0.9025, must be more than 0.81",
    );
  });

  it("says that rounding decides where the factor per step is below the rounding of one", () => {
    const tiny = { ...byHand([0.02789348079969258], 3.3912292434242825e-33, 16), stepSize: 35.8506708854716 }; // ηλ = 1 but for rounding
    expect(judge(theorem12, tiny)).toMatchObject({
      verdict: "holds",
      reason: expect.stringContaining("rounding") as string,
    });
    // Elsewhere the allowance is far from any factor of a formula: κ = 100 at the setting of (19).
    expect(theorem12.rounding(byHand([0.01, 1], 0.9025, 400))[400]).toBeLessThan(1e-10);
  });

  it("claims from 1 to 1e−290 without underflow, and for tiny and huge starts", () => {
    const p = byHand([0.01, 1], 0.5625, 2310); // √β = 3/4 and 0.75²³¹⁰ is about 2.5e−289
    const q = {
      ...p,
      eigenvalues: Float64Array.of(0.5),
      start: Float64Array.of(1),
      previous: Float64Array.of(0),
    };
    const claim = theorem12.claim(q);
    expect(claim[2310]).toBeGreaterThan(1e-290);
    for (let t = 1; t <= 2310; t++)
      expect(Math.abs(claim[t]! / claim[t - 1]! / 0.75 - 1)).toBeLessThan(1e-14); // two roundings each
    const start = (size: number): number =>
      theorem12.claim({ ...q, start: Float64Array.of(size) })[1000]! / size;
    expect(Math.abs(start(1e250) / claim[1000]! - 1)).toBeLessThan(1e-14); // a few roundings
    expect(Math.abs(start(1e-150) / claim[1000]! - 1)).toBeLessThan(1e-14); // a few roundings
  });
});

describe("Theorem 12, as printed", () => {
  it("fails at t = 2 for f(w) = 5w²/4, η = 1, β = 1/2, w₀ = w₋₁ = 1", () => {
    // By hand: w₁ = −3/2, w₂ = 1, ‖(w₂, w₁)‖ = √13/2; h = 1, so C₀ = 3/√2 and the printed bound is ½ · 3/√2 · √2 = 3/2.
    const p = byHand([2.5], 0.5, 4);
    const { judgement: repaired, printed } = judgeBoth(theorem12, p);
    expect(printed!.measured[2]).toBeCloseTo(Math.sqrt(13) / 2, 14);
    expect(printed!.claim[2]).toBeCloseTo(1.5, 14);
    expect(printed).toMatchObject({ verdict: "violated", at: 2, boundHolds: false });
    expect(printed!.slack).toBeCloseTo(3 / Math.sqrt(13), 14);
    expect(repaired).toMatchObject({ verdict: "holds", boundHolds: true });
    expect(repaired.claim[2]).toBeCloseTo(1.5 * Math.SQRT2, 14);
  });

  it("admits H = diag(1, 4), η = 1, β = 1/4, which diverges; the repair does not", () => {
    const p = byHand([1, 4], 0.25, 40);
    const printed = judgeBoth(theorem12, p).printed!;
    expect(printed.hypotheses.every(({ status }) => status === "holds")).toBe(true);
    expect(printed).toMatchObject({ verdict: "violated", boundHolds: null, slack: null });
    // The larger root of x² + (11/4)x + 1/4, by hand (11 + √105)/8.
    expect(printed.measured[40]! / printed.measured[39]!).toBeCloseTo((11 + Math.sqrt(105)) / 8, 10);
    const repaired = judge(theorem12, p);
    expect(repaired.verdict).toBe("outside");
    expect(repaired.hypotheses[1]).toMatchObject({ status: "fails" });
  });

  it("is √2 below the repair", () => {
    const p = byHand([0.3, 2.5], 0.5, 30);
    const [repaired, printed] = [theorem12.claim(p), theorem12.printed.claim(p)];
    repaired.forEach((c, t) => expect(c / printed[t]!).toBeCloseTo(Math.SQRT2, 14));
  });
});

describe("Theorem 12, (19)", () => {
  it("is violated by none of 10 000 random admissible instances", () => admissible(theorem12Rate, 10_000));

  it("is never tight: the worst start comes to C₀#/(4√κ) of the bound", () => {
    const worst = theorem12Rate.statement.cases[0]!;
    const { momentum, stepSize } = setting(0.01, 1);
    const { slack } = judge(theorem12Rate, worst.parameters);
    expect(slack! / (40 / sharpConstant(momentum, stepSize, 0.01, 1))).toBeGreaterThanOrEqual(1);
    expect(slack! / (40 / sharpConstant(momentum, stepSize, 0.01, 1))).toBeLessThan(1.0001);
  });

  it("bounds every power norm of the setting", () => {
    for (const kappa of [1, 2, 10, 1e4])
      for (const k of [0, 1, 5, 40, 300]) {
        const { stepSize, momentum } = setting(1 / kappa, 1);
        const rate = 1 - 1 / (2 * Math.sqrt(kappa));
        for (const z of [1 / kappa, kappa ** -0.5, 1])
          expect(powerNorm(k, stepSize * z, momentum)).toBeLessThanOrEqual(rate ** k * 4 * Math.sqrt(kappa));
      }
  });
});

describe("Corollary 10", () => {
  it("is violated by none of 10 000 random admissible instances", () => admissible(corollary10, 10_000));

  it("is measured by the repaired constant, also in 50 digits", () => {
    // test/oracles/theorem-12.py, "safe"; a rounding of β costs √κ·1e−16.
    for (const [kappa, safe] of [
      [1, 2.5819888974716113],
      [4, 4.303314829119352],
      [7, 5.718933973102949],
      [100, 22.5611500881089],
      [1e6, 2308.824159610368],
    ] as const) {
      const measured = corollary10.measure({ smallest: 1, largest: kappa })[0]!;
      expect(Math.abs(measured / safe - 1)).toBeLessThan(1e-15 * Math.sqrt(kappa) + 1e-15);
    }
  });

  it("does not keep max{4, 2√κ} on the way: κ = 4", () => {
    expect(corollary10.measure({ smallest: 1, largest: 4 })[0]).toBeGreaterThan(4);
  });

  it("keeps the steps of its proof: h(ημ) is the smaller, and g(y) > 0", () => {
    for (let y = 0.5; y <= 1; y += 1 / 1024) {
      expect(-9 + 30 * y - 9 * y * y - (1 + y * y) ** 2).toBeGreaterThan(0);
      const s = 2 * (1 - y);
      const slow = 3 * s * s * (1 - s / 2 - (3 * s * s) / 16);
      expect(slow).toBeLessThanOrEqual(4 * y * y - y ** 4 + 1e-15); // h(β, 1) = 4β − β²; rounding at κ = 1
    }
  });
});
