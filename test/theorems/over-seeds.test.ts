import { describe, expect, it } from "vitest";
import { judgeOverSeeds, overSeeds } from "../../lib/theorems/over-seeds.ts";
import {
  judge,
  judgeBoth,
  type HypothesisStatus,
  type Judgement,
  type Theorem,
} from "../../lib/theorems/theorem.ts";
import * as corollary10 from "../../lib/theorems/wang-2021/corollary-10.ts";

/** What is measured at seeds 1, 2, …, and the status of the one hypothesis there; the claim is 1. */
interface Draws {
  readonly measured: readonly number[];
  readonly statuses?: readonly HypothesisStatus[];
  readonly failure: number;
  readonly seed: number;
}

const synthetic: Theorem<Draws> = {
  statement: {
    id: "wang-2021/synthetic",
    paper: "wang-2021",
    number: "0",
    title: "Synthetic",
    kind: "upper",
    tex: "",
    plain: "",
    looseness: 1,
    cases: [],
    values: [],
    sample: () => ({ measured: [1], failure: 0, seed: 1 }),
  },
  assumes: ({ statuses = [], seed }) => {
    const status = statuses[seed - 1] ?? "holds";
    return [{ name: "h", tex: "h", status, margin: status === "fails" ? -1 : 1, detail: "h" }];
  },
  claim: () => Float64Array.of(1),
  measure: ({ measured, seed }) => Float64Array.of(measured[seed - 1]!),
  inProbability: { failure: ({ failure }) => failure, withSeed: (p, seed) => ({ ...p, seed }) },
};

/** `bad` seeds of `of` measure 2, the others ½. */
function draws(bad: number, of: number, failure: number): Draws {
  return { measured: Array.from({ length: of }, (_, i) => (i < bad ? 2 : 0.5)), failure, seed: 1 };
}

function over(p: Draws): Judgement {
  return judgeOverSeeds(synthetic, p, p.measured.length).judgement;
}

describe("overSeeds", () => {
  it("holds in 300 of 300, interval 98.8 to 100 %", () => {
    const { verdict, seeds } = over(draws(0, 300, 0.05));
    expect(verdict).toBe("holds");
    expect(seeds).toMatchObject({
      held: 300,
      violated: 0,
      outside: 0,
      of: 300,
      promised: 0.95,
      givenAway: 15,
    });
    expect(seeds!.interval[0]).toBeCloseTo(0.025 ** (1 / 300), 12);
  });

  it("is not violated by one bad seed, however small δ is", () => {
    expect(over(draws(1, 300, 1e-3)).verdict).toBe("holds");
    expect(over(draws(1, 300, 1e-9))).toMatchObject({ verdict: "violated" }); // the interval ends at 0.99992
    expect(over(draws(1, 1, 0.5)).verdict).toBe("holds"); // the interval of 0 of 1 ends at 0.975
  });

  it("is violated only where the interval lies below 1 − δ", () => {
    for (let bad = 0; bad <= 40; bad++) {
      const { verdict, seeds } = over(draws(bad, 40, 0.2));
      expect(verdict).toBe(seeds!.interval[1] < 0.8 ? "violated" : "holds");
    }
    expect(over(draws(40, 40, 0.2)).verdict).toBe("violated");
  });

  it("is outside where a hypothesis fails at every seed, and passes over seeds where it does", () => {
    const all = draws(5, 10, 0.1);
    expect(over({ ...all, statuses: new Array<HypothesisStatus>(10).fill("fails") })).toMatchObject({
      verdict: "outside",
      seeds: { held: 0, violated: 0, outside: 10, interval: [0, 1] },
    });
    // The five bad ones are outside.
    expect(over({ ...all, statuses: new Array<HypothesisStatus>(5).fill("fails") })).toMatchObject({
      verdict: "holds",
      seeds: { held: 5, violated: 0, outside: 5 },
    });
  });

  it("is unspecified in place of holds, never of violated", () => {
    const statuses = new Array<HypothesisStatus>(60).fill("unspecified");
    expect(over({ ...draws(0, 60, 0.1), statuses }).verdict).toBe("unspecified");
    expect(over({ ...draws(60, 60, 0.1), statuses }).verdict).toBe("violated");
  });

  it("has the slack of the seed at the quantile 1 − δ", () => {
    // Slacks 1/10, 1/9, … 1/1 at seeds 1 to 10: with δ = 0.3 the three nearest are given away.
    const measured = Array.from({ length: 10 }, (_, i) => 10 - i);
    const slackAt = (failure: number) => over({ measured, failure, seed: 1 }).slack!;
    expect(slackAt(0)).toBe(1 / 10);
    expect(slackAt(0.3)).toBe(1 / 7);
    expect(slackAt(0.39)).toBe(1 / 7);
    expect(slackAt(1)).toBe(1);
    expect(slackAt(4)).toBe(1);
  });

  it("counts on as it goes, and a bound that does not exist counts as violated", () => {
    const p = { ...draws(1, 4, 0.1), measured: [2, 0.5, NaN, 0.5] };
    expect([...overSeeds(synthetic, p, 4)]).toEqual([
      { held: 0, violated: 1, outside: 0, of: 4 },
      { held: 1, violated: 1, outside: 0, of: 4 },
      { held: 1, violated: 2, outside: 0, of: 4 },
    ]);
  });

  it("is running when it is cancelled, with what it has", () => {
    const signal = { aborted: false };
    const steps = overSeeds(synthetic, draws(0, 100, 0.1), 100, signal);
    steps.next();
    signal.aborted = true;
    const { done, value } = steps.next();
    expect(done).toBe(true);
    expect(value).toMatchObject({ judgement: { verdict: "running", seeds: { held: 2, of: 100 } } });
  });

  it("judges what is printed at the same seeds", () => {
    const printed = {
      tex: "",
      assumes: synthetic.assumes,
      claim: () => Float64Array.of(0.25),
      counterexample: { name: "", parameters: draws(0, 1, 0.1), expected: "holds" as const },
      slip: "",
      survives: "",
      scan: "",
    };
    const both = judgeOverSeeds({ ...synthetic, printed }, draws(0, 60, 0.1), 60);
    expect(both.judgement.verdict).toBe("holds");
    expect(both.printed).toMatchObject({ verdict: "violated", slack: 0.5, seeds: { violated: 60 } });
  });

  it("refuses a claim that is not in probability, and no seeds", () => {
    const plain = { ...synthetic, inProbability: undefined };
    expect(() => overSeeds(plain, draws(0, 1, 0), 1).next()).toThrow(
      RangeError("theorem must claim in probability: wang-2021/synthetic"),
    );
    expect(() => overSeeds(synthetic, draws(0, 1, 0), 0).next()).toThrow(
      RangeError("seeds must be a whole number of at least 1: 0"),
    );
  });
});

it("judgeOverSeeds of another claim is judgeBoth", () => {
  const { parameters } = corollary10.statement.cases[0]!;
  expect(judgeOverSeeds(corollary10, parameters, 50)).toEqual(judgeBoth(corollary10, parameters));
  expect(judge(synthetic, draws(1, 2, 0.9)).seeds).toBeUndefined();
});
