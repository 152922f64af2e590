import { describe, expect, it } from "vitest";
import {
  judge,
  judgeBoth,
  roundingTolerance,
  type HypothesisStatus,
  type Judgement,
  type Kind,
  type Theorem,
} from "../../lib/theorems/theorem.ts";

interface Sides {
  readonly claim: number[];
  readonly measured: number[];
  readonly statuses?: HypothesisStatus[];
}

/** A theorem that claims and measures what it is told. */
function synthetic(kind: Kind): Theorem<Sides> {
  const assumes = (p: Sides) =>
    (p.statuses ?? ["holds"]).map((status) => ({
      name: "h",
      tex: "h",
      status,
      margin: status === "fails" ? -1 : 1,
      detail: "h",
    }));
  return {
    statement: {
      id: "wang-2021/synthetic",
      paper: "wang-2021",
      number: "0",
      title: "Synthetic",
      kind,
      tex: "",
      plain: "",
      looseness: 1,
      cases: [],
      values: [],
      sample: () => ({ claim: [1], measured: [1] }),
    },
    assumes,
    claim: (p) => Float64Array.from(p.claim),
    measure: (p) => Float64Array.from(p.measured),
  };
}

function outcome(
  kind: Kind,
  claim: number[],
  measured: number[],
  ...statuses: HypothesisStatus[]
): Judgement {
  return judge(synthetic(kind), { claim, measured, ...(statuses.length > 0 ? { statuses } : {}) });
}

describe.each(["upper", "tight"] as const)("judge, %s", (kind) => {
  it("holds with the least claim/measured and its step", () => {
    expect(outcome(kind, [4, 2, 1], [1, 1, 0.9])).toMatchObject({
      verdict: "holds",
      at: 2,
      reason: null,
      boundHolds: true,
    });
    expect(outcome(kind, [4, 2, 1], [1, 1.6, 0.5]).slack).toBe(1.25);
  });

  it("is violated with the ratio at the first violation", () => {
    expect(outcome(kind, [4, 2, 1], [1, 4, 8])).toMatchObject({
      verdict: "violated",
      slack: 0.5,
      at: 1,
      boundHolds: false,
    });
  });

  it("is violated when the bound does not exist or the run diverges", () => {
    expect(outcome(kind, [4, NaN, 1], [1, 1, 1])).toMatchObject({
      verdict: "violated",
      slack: null,
      at: 1,
      boundHolds: null,
      reason: "the bound does not exist; no rate: fewer than 3 steps",
    });
    expect(outcome(kind, [4, 4, 4], [1, 2, Infinity])).toMatchObject({
      verdict: "violated",
      slack: 0,
      at: 2,
    });
    expect(outcome(kind, [4, 4, 4], [1, 2, Infinity]).reason).toContain("the run diverges");
    expect(outcome(kind, [4, 4, 4], [1, 2, NaN])).toMatchObject({ verdict: "violated", slack: null, at: 2 });
    expect(outcome(kind, [4, 4, 4], [1, 2, NaN]).reason).toContain("nothing can be measured");
  });

  it("holds within rounding, says so, and not beyond", () => {
    const reason = expect.stringContaining("equal within rounding") as string;
    expect(outcome(kind, [4, 2, 1], [1, 2 * (1 + 0.9e-12), 0.5])).toMatchObject({ verdict: "holds", reason });
    expect(outcome(kind, [4, 2, 1], [1, 2 * (1 + 1.1e-12), 0.5]).verdict).toBe("violated");
    expect(outcome(kind, [4, 2, 1], [1, 2, 0.5])).toMatchObject({ verdict: "holds", slack: 1, reason: null });
  });

  it("stops where the measured value is below 1e−290", () => {
    const judgement = outcome(kind, [4, 1e-300, 1e-310, 0], [1, 1e-295, 1e-294, 5]);
    expect(judgement).toMatchObject({ verdict: "holds", slack: 4, at: 0 });
    expect(outcome(kind, [4, 2], [0, 0])).toMatchObject({ verdict: "holds", slack: null, at: null });
    expect(outcome(kind, [4, 2], [0, 0]).reason).toContain("no finite ratio");
  });
});

describe("judge, lower", () => {
  it("holds with the least measured/claim", () => {
    expect(outcome("lower", [1, 2, 1], [4, 2.5, 8])).toMatchObject({ verdict: "holds", slack: 1.25, at: 1 });
  });

  it("is violated from below, also by 0, and holds within rounding", () => {
    expect(outcome("lower", [1, 2, 1], [4, 1, 8])).toMatchObject({ verdict: "violated", slack: 0.5, at: 1 });
    expect(outcome("lower", [1, 2, 1], [4, 0, 8])).toMatchObject({ verdict: "violated", slack: 0, at: 1 });
    expect(outcome("lower", [1, 2, 1], [4, 2 * (1 - 0.9e-12), 8]).reason).toContain("equal within rounding");
    expect(outcome("lower", [1, 2, 1], [4, 2 * (1 - 1.1e-12), 8]).verdict).toBe("violated");
  });

  it("stops only where both sides are below 1e−290", () => {
    expect(outcome("lower", [1, 1e-300, 5], [2, 1e-295, 0])).toMatchObject({
      verdict: "holds",
      slack: 2,
      at: 0,
    });
  });
});

describe("judge, equality", () => {
  it("holds with tolerance/error, null when exact", () => {
    const judgement = outcome("equality", [1, -2, 3], [1, -2 * (1 + 0.5e-12), 3]);
    expect(judgement).toMatchObject({ verdict: "holds", at: 1 });
    expect(judgement.slack).toBeCloseTo(2, 2); // 0.5e−12 is only 2252 roundings
    expect(judgement.reason).toContain("equal within rounding");
    expect(outcome("equality", [1, 2], [1, 2])).toMatchObject({ verdict: "holds", slack: null, at: null });
    expect(outcome("equality", [1, 2], [1, 2]).reason).toContain("no finite ratio");
  });

  it("is violated on either side", () => {
    for (const measured of [2.1, 1.9, 0, Infinity, NaN])
      expect(outcome("equality", [1, 2, 3], [1, measured, 3])).toMatchObject({ verdict: "violated", at: 1 });
  });
});

describe("judge, limit", () => {
  const law = Array.from({ length: 101 }, (_, t) => 1 / (t + 1));

  it("holds when the law is approached, with the last distance", () => {
    const judgement = outcome(
      "limit",
      law,
      law.map((c, t) => c * (1 + 2 / (t + 1))),
    );
    expect(judgement).toMatchObject({ verdict: "holds", at: 100 });
    expect(judgement.slack).toBeCloseTo(2 / 101, 12);
  });

  it("is violated when the distance stays, grows, or is no number", () => {
    expect(
      outcome(
        "limit",
        law,
        law.map((c) => 1.2 * c),
      ).verdict,
    ).toBe("violated");
    expect(
      outcome(
        "limit",
        law,
        law.map((c, t) => c * (1 + t / 2000)),
      ).verdict,
    ).toBe("violated");
    expect(
      outcome(
        "limit",
        law,
        law.map(() => NaN),
      ).verdict,
    ).toBe("violated");
    expect(outcome("limit", [NaN], [1])).toMatchObject({ verdict: "violated", boundHolds: null });
  });

  it("lets a law be missed between, as long as the second half is no farther than the first", () => {
    const around = (far: number) => law.map((c, t) => c * (t === 40 ? 1.2 : t === 70 ? far : 1));
    expect(outcome("limit", law, around(1.19)).verdict).toBe("holds");
    expect(outcome("limit", law, around(1.21)).verdict).toBe("violated");
  });

  it("is at no distance where both sides are 0, and far from a law of 0 otherwise", () => {
    expect(outcome("limit", [0, 0, 0], [1, 0, 0])).toMatchObject({ verdict: "holds", slack: 0, at: 2 });
    expect(outcome("limit", [0, 0, 0], [1, 0, 1e-9]).verdict).toBe("violated");
  });

  it("ends where only rounding is measured, and refutes nothing by it", () => {
    const blurred = (rounding: number[]): Theorem<Sides> => ({
      ...synthetic("limit"),
      rounding: () => Float64Array.from(rounding),
    });
    const p = { claim: [1, 1, 1, 1], measured: [3, 2, 1.01, 7] };
    const reason = expect.stringContaining("from step 3 on only rounding is measured") as string;
    expect(judge(blurred([0, 0, 0, 2e-3]), p)).toMatchObject({ verdict: "holds", at: 2, reason });
    expect(judge(blurred([0, 0, 0, 1e-3]), p).verdict).toBe("violated");
    expect(judge(blurred([2e-3, 1, 1, 1]), p)).toMatchObject({ verdict: "holds", slack: null, at: null });
  });

  it("compares a slope as a series of one", () => {
    expect(outcome("limit", [-0.5], [-0.52])).toMatchObject({ verdict: "holds", at: 0 });
    expect(outcome("limit", [-0.5], [-0.6]).verdict).toBe("violated");
  });
});

describe("judge, hypotheses", () => {
  it("outside beats all, and says whether the bound happens to hold", () => {
    expect(outcome("upper", [2], [1], "holds", "fails")).toMatchObject({
      verdict: "outside",
      slack: 2,
      boundHolds: true,
    });
    expect(outcome("upper", [2], [4], "fails", "unspecified")).toMatchObject({
      verdict: "outside",
      slack: 0.5,
      boundHolds: false,
    });
    expect(outcome("upper", [NaN], [4], "fails")).toMatchObject({
      verdict: "outside",
      slack: null,
      boundHolds: null,
    });
  });

  it("unspecified stands in for holds, never for violated", () => {
    expect(outcome("upper", [2], [1], "unspecified", "holds").verdict).toBe("unspecified");
    expect(outcome("upper", [2], [4], "unspecified").verdict).toBe("violated");
  });
});

it("judgeBoth judges one measurement by the claim and by what is printed", () => {
  const plain = synthetic("upper");
  const p = { claim: [2], measured: [1.5] };
  expect(judgeBoth(plain, p).printed).toBeNull();
  const printed = {
    tex: "",
    assumes: plain.assumes,
    claim: () => Float64Array.of(1),
    counterexample: { name: "", parameters: p, expected: "holds" as const },
    slip: "",
    survives: "",
    scan: "",
  };
  let measurements = 0;
  const measure = (q: typeof p) => {
    measurements++;
    return plain.measure(q);
  };
  const both = judgeBoth({ ...plain, printed, measure }, p);
  expect(measurements).toBe(1);
  expect(both.printed).toMatchObject({ verdict: "violated", at: 0 });
  expect(both.judgement).toEqual(judge(plain, p));
});

it("judge allows a theorem's own rounding at its step, and no more; beyond 1e−3 the check ends", () => {
  const own = (allowed: number): Theorem<Sides> => ({
    ...synthetic("upper"),
    rounding: () => Float64Array.of(0, allowed),
  });
  const p = { claim: [1, 1], measured: [1, 1 + 4e-4] };
  expect(judge(own(5e-4), p)).toMatchObject({ verdict: "holds", at: 1 });
  expect(judge(own(5e-4), p).reason).toContain("equal within rounding");
  expect(judge(own(3e-4), p).verdict).toBe("violated");
  expect(judge(own(5e-4), { ...p, measured: [1 + 4e-4, 1] }).verdict).toBe("violated");
  expect(judge(own(2e-3), { ...p, measured: [0.5, 9] })).toMatchObject({ verdict: "holds", slack: 2, at: 0 });
  expect(judge(own(2e-3), { ...p, measured: [0.5, 9] }).reason).toContain(
    "from step 1 on only rounding is measured",
  );
});

it("judge measures an equality with 0 by the theorem's own scale, and stops where that is below 1e−290", () => {
  const scaled = (...scale: number[]): Theorem<Sides> => ({
    ...synthetic("equality"),
    scale: () => Float64Array.from(scale),
  });
  const p = { claim: [0, 0, 0], measured: [0, 0.9e-10, 0] };
  expect(judge(scaled(1, 100, 1), p)).toMatchObject({ verdict: "holds", at: 1 });
  expect(judge(scaled(1, 100, 1), p).reason).toContain("equal within rounding");
  expect(judge(scaled(1, 80, 1), p)).toMatchObject({ verdict: "violated", at: 1 });
  expect(judge(synthetic("equality"), { ...p, measured: [1e-9, 1, 1] }).verdict).toBe("violated");
  expect(judge(scaled(0, 0, 0), { ...p, measured: [0, 1, 1] }).verdict).toBe("holds");
  // A claim that is larger than its scale is the size.
  expect(judge(scaled(1, 1, 1), { claim: [100], measured: [100 + 0.9e-10] }).verdict).toBe("holds");
});

it("roundingTolerance grows with the steps after the tenth", () => {
  expect([0, 10, 1000].map(roundingTolerance)).toEqual([1e-12, 1e-12, 1e-10]);
});
