import { describe, expect, it } from "vitest";
import { check } from "../../lib/theorems/check.ts";
import { judge, type Theorem } from "../../lib/theorems/theorem.ts";
import * as corollary10 from "../../lib/theorems/wang-2021/corollary-10.ts";
import * as theorem1 from "../../lib/theorems/wang-2021/theorem-1.ts";
import * as theorem12 from "../../lib/theorems/wang-2021/theorem-12.ts";

const options = { trials: 60, seed: 1 };

describe("check", () => {
  it("gives a row for the claim and one for what is printed", () => {
    const [row, printed, ...rest] = check(theorem12, options);
    expect(rest).toEqual([]);
    expect(row).toMatchObject({
      id: "wang-2021/theorem-12",
      expected: "holds",
      verdict: "holds",
      trials: 60,
      violated: 0,
    });
    expect(row!.admissible).toBeGreaterThan(30);
    expect(printed).toMatchObject({
      id: "wang-2021/theorem-12#printed",
      expected: "violated",
      verdict: "violated",
    });
    expect(printed!.violated).toBeGreaterThan(0);
    expect(printed!.worst).toMatchObject({ at: 2, parameters: { eigenvalues: [2.5], momentum: 0.5 } });
    expect(check(corollary10, options).length).toBe(1);
  });

  it("names the tightest instance, so that judging it again gives the slack", () => {
    const row = check(corollary10, options)[0]!;
    const worst = row.worst!.parameters as corollary10.Parameters;
    expect(judge(corollary10, worst).slack).toBe(row.slack);
    expect(row.worst!.from).toBe("case: κ = 1, where the bound is closest");
    expect(row.reason).toBe("no rate: fewer than 3 steps");
  });

  it("of a limit shows the instance that is farthest", () => {
    const row = check(theorem1, options)[0]!;
    const slacks = theorem1.statement.cases
      .filter(({ expected }) => expected === "holds")
      .map(({ parameters }) => judge(theorem1, parameters).slack!);
    expect(row.slack).toBeGreaterThanOrEqual(Math.max(...slacks));
  });

  it("is repeatable, and another seed draws other samples", () => {
    expect(check(theorem12, options)).toEqual(check(theorem12, options));
    expect(check(theorem12, { ...options, seed: 2 })[1]!.violated).not.toBe(
      check(theorem12, { ...options, trials: 300 })[1]!.violated,
    );
  });

  it("survives JSON without loss", () => {
    const rows = check(theorem12, options);
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });

  it("calls a row violated when a sample breaks the claim, and shows it", () => {
    const half: Theorem<corollary10.Parameters> = {
      ...corollary10,
      statement: {
        ...corollary10.statement,
        cases: corollary10.statement.cases.filter((c) => c.expected === "outside" || c.name.includes("10⁶")),
      },
      claim: (p) => corollary10.claim(p).map((c) => 0.6 * c), // true at κ = 10⁶, false at κ near 1
    };
    const row = check(half, { trials: 300, seed: 1 })[0]!;
    expect(row.verdict).toBe("violated");
    expect(row.violated).toBeGreaterThan(0);
    expect(row.reason).toMatch(/^sample \d+: expected holds, got violated/);
    expect(row.slack).toBeLessThan(1);
  });

  it("calls a row violated when a case does not get its verdict", () => {
    const lax: Theorem<corollary10.Parameters> = {
      ...corollary10,
      assumes: (p) =>
        corollary10.assumes(p).map((hypothesis) => ({ ...hypothesis, status: "holds" as const })),
      claim: () => Float64Array.of(Infinity),
      measure: () => Float64Array.of(1),
    };
    const row = check(lax, options)[0]!;
    expect(row).toMatchObject({ verdict: "violated", expected: "holds" });
    expect(row.reason).toContain("expected outside, got holds");
  });
});
