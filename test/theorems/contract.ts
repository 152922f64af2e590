import assert from "node:assert/strict";
import { seededRandom } from "../../lib/random.ts";
import { judgeOverSeeds } from "../../lib/theorems/over-seeds.ts";
import {
  judge,
  judgeBoth,
  type Case,
  type InProbability,
  type IndependentValue,
  type Printed,
  type Series,
  type Statement,
  type Theorem,
} from "../../lib/theorems/theorem.ts";

/** One thing that every file of lib/theorems/<paper>/ promises; `check` throws where it is not so. */
export interface Clause {
  readonly name: string;
  check(): void;
}

const SEED = 2026;
const SAMPLES = 300;

/** The same of a claim in probability, of which each is judged over seeds. */
const POLLED_SAMPLES = 60;

/** Over how many seeds a claim in probability is judged at a case, and at a sample. */
const [CASE_SEEDS, SAMPLE_SEEDS] = [60, 20];

/**
 * What the theorem in lib/theorems/<paper>/<file>.ts must be, one clause after the other, the cheap ones first. The contract test runs them,
 * and the mutation run asks them whether they notice a wrong formula.
 */
export function contract(paper: string, file: string, theorem: Theorem<unknown>): Clause[] {
  const { statement, printed } = theorem;
  const samples = theorem.inProbability ? POLLED_SAMPLES : SAMPLES;
  return [
    {
      name: "exports what a theorem is, under the name of its file",
      check: () => checkExports(paper, file, theorem),
    },
    { name: "has distinct names for its cases", check: () => checkNames(statement) },
    {
      name: "claims at least two independent values",
      check() {
        assert(statement.values.length >= 2, "too few values");
        for (const value of statement.values) checkValue(value, theorem.claim(value.parameters));
      },
    },
    ...statement.cases.map((at) => ({ name: `case: ${at.name}`, check: () => checkCase(theorem, at) })),
    {
      name: "has a case that holds and one where a hypothesis fails, with margins that say so",
      check: () => checkMargins(theorem),
    },
    { name: "comes near its bound in a case", check: () => checkLooseness(theorem) },
    printed
      ? {
          name: "as printed is violated by its counterexample, and the repair is not",
          check: () => checkPrinted(theorem, printed),
        }
      : {
          name: "has no printed variant to judge",
          check: () => assert.equal(judgeBoth(theorem, statement.cases[0]!.parameters).printed, null),
        },
    {
      name: `is violated by none of ${samples} random instances, and some are admissible`,
      check: () => checkSamples(theorem, samples),
    },
    {
      name: "gives equal series for equal parameters and leaves them alone",
      check: () => checkPurity(theorem),
    },
    ...(theorem.inProbability
      ? [
          {
            name: "in probability: its hypotheses and its bound are those of every seed, what is measured is not",
            check: () => checkSeeds(theorem, theorem.inProbability!),
          },
        ]
      : []),
  ];
}

function checkExports(paper: string, file: string, theorem: Theorem<unknown>): void {
  const { statement } = theorem;
  const optional = ["at", "inProbability", "printed", "rounding", "scale"].filter((name) =>
    Object.hasOwn(theorem, name),
  );
  const expected = ["assumes", "claim", "measure", "statement", ...optional].sort();
  assert.deepEqual(Object.keys(theorem).sort(), expected);
  assert.equal(statement.id, `${paper}/${file}`);
  assert.equal(statement.paper, paper);
  for (const text of [statement.number, statement.title, statement.tex]) assert.match(text, /\S/);
  assert.match(statement.plain, /^[A-Z].*\.$/);
}

function checkNames({ cases }: Statement<unknown>): void {
  const names = cases.map(({ name }) => name);
  assert.deepEqual([...new Set(names)], names);
}

function checkValue(value: IndependentValue<unknown>, series: Series): void {
  assert(value.tolerance <= 1e-9, `${value.source}: the tolerance is too large`);
  const own = series[value.step]!;
  const exists = !Number.isNaN(value.claim);
  const error = value.claim === 0 ? Math.abs(own) : Math.abs(own / value.claim - 1);
  const agrees = exists ? error <= value.tolerance : Number.isNaN(own);
  assert(agrees, `${value.source}: ${value.claim} at step ${value.step}, and ours is ${own}`);
}

function checkCase(theorem: Theorem<unknown>, at: Case<unknown>): void {
  const { judgement, printed } = judgeOverSeeds(theorem, at.parameters, CASE_SEEDS);
  assert.equal(judgement.verdict, at.expected, judgement.reason ?? undefined);
  assert.equal(judgement.measured.length, judgement.claim.length);
  if (at.expectedPrinted) assert.equal(printed?.verdict, at.expectedPrinted);
}

function checkMargins({ statement, assumes }: Theorem<unknown>): void {
  const verdicts = statement.cases.map((at) => at.expected);
  assert(verdicts.includes("outside"));
  assert(verdicts.some((verdict) => verdict === "holds" || verdict === "unspecified"));
  for (const at of statement.cases)
    for (const { name, tex, status, margin, detail } of assumes(at.parameters)) {
      assert([name, tex, detail].every((text) => text.length > 0));
      if (status === "holds") assert(margin >= 0, `${name} holds with the margin ${margin}`);
      if (status === "fails") assert(!(margin > 0), `${name} fails with the margin ${margin}`);
    }
}

function checkLooseness(theorem: Theorem<unknown>): void {
  const { cases, kind, looseness } = theorem.statement;
  if (kind !== "upper" && kind !== "lower" && kind !== "tight") return;
  const inside = cases.filter((at) => at.expected !== "outside");
  const least = Math.min(
    ...inside.map((at) => judgeOverSeeds(theorem, at.parameters, CASE_SEEDS).judgement.slack ?? Infinity),
  );
  if (kind === "tight") assert(least < 1 + 1e-6, `the slack is ${least}`);
  assert(least <= looseness, `the slack is ${least}, more than ${looseness}`);
  assert(least > 1 - 1e-9, `the slack is ${least}`); // rounding only
}

function checkPrinted(theorem: Theorem<unknown>, printed: Printed<unknown>): void {
  const { parameters } = printed.counterexample;
  for (const value of printed.values ?? []) checkValue(value, printed.claim(value.parameters));
  const both = judgeOverSeeds(theorem, parameters, CASE_SEEDS);
  assert.equal(both.printed?.verdict, "violated");
  assert.notEqual(both.judgement.verdict, "violated");
  assert(printed.assumes(parameters).every(({ status }) => status === "holds"));
  for (const text of [printed.tex, printed.slip, printed.survives, printed.scan]) assert.match(text, /\S/);
}

function checkSamples(theorem: Theorem<unknown>, samples: number): void {
  const random = seededRandom(SEED);
  let admissible = 0;
  for (let i = 1; i <= samples; i++) {
    const { judgement } = judgeOverSeeds(theorem, theorem.statement.sample(random), SAMPLE_SEEDS);
    const { verdict, reason, at } = judgement;
    if (verdict !== "outside") admissible++;
    assert.notEqual(verdict, "violated", `sample ${i} of seed ${SEED}, step ${at}: ${reason}`);
  }
  assert(admissible > samples / 2, `only ${admissible} samples are admissible`);
}

function checkSeeds(theorem: Theorem<unknown>, { failure, withSeed }: InProbability<unknown>): void {
  for (const { parameters, expected } of theorem.statement.cases) {
    const [first, second] = [withSeed(parameters, 1), withSeed(parameters, 2)];
    assert.deepEqual(withSeed(first, 2), second);
    assert.deepEqual(theorem.claim(first), theorem.claim(second));
    assert.deepEqual(theorem.assumes(first), theorem.assumes(second));
    if (expected === "outside") continue;
    const chance = failure(parameters);
    assert(chance > 0 && chance < 1, `the chance to fail is ${chance}`);
    const seeds = Array.from({ length: 10 }, (_, seed) => theorem.measure(withSeed(parameters, seed)).join());
    assert(new Set(seeds).size > 1, "all seeds measure the same");
  }
}

function checkPurity(theorem: Theorem<unknown>): void {
  const { parameters } = theorem.statement.cases[0]!;
  const before = structuredClone(parameters);
  const [first, second] = [judge(theorem, parameters), judge(theorem, parameters)];
  assert.deepEqual(second, first);
  assert.deepEqual(theorem.measure(parameters), first.measured);
  assert.deepEqual(parameters, before);
}
