import { judgeOverSeeds } from "../theorems/over-seeds.ts";
import type { Judgement, Kind } from "../theorems/theorem.ts";
import { SEEDS, type Found, type Searched } from "./search.ts";

/** A violation by more than this stays one that can be seen. */
const VISIBLE = 0.99;
/** By how much the slack of an instance that is no violation may grow. */
const GIVEN_UP = 1.01;
/** How many significant digits are tried, the fewest first. */
const DIGITS = [1, 2, 3];

/** An instance of numbers and arrays, as the parameters of every theorem are. */
type Instance = Readonly<Record<string, unknown>>;

/**
 * Makes what a search found small enough to check by hand, as long as it says the same: a violation stays one (by 1 % if it was), else the verdict
 * stays and the slack is no worse than by 1 %. Tries, one after the other and again while something is gained: the largest eigenvalue 1; fewer modes; no
 * perturbations; a start (1, 0, …) with w₋₁ = 0 or from rest; as many steps as it takes; and numbers of one digit, else two, else three, all together and
 * one by one. Whole numbers stay, other than the steps. Cost: one judgement for each try, some ten for each number.
 */
export function simplify<P extends object>(theorem: Searched<P>, found: Found<P>, printed = false): Found<P> {
  const judged = (parameters: P): Found<P> | null => {
    try {
      const both = judgeOverSeeds(theorem, parameters, SEEDS);
      const { verdict, slack, at, reason } = printed ? both.printed! : both.judgement;
      return { parameters, verdict, slack, at, reason };
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  };
  let best = found;
  const attempt = (candidate: Instance): boolean => {
    const next = judged(candidate as P);
    if (!next || !saysTheSame(theorem.statement.kind, found, next)) return false;
    best = next;
    return true;
  };
  const current = (): Instance => best.parameters as Instance;
  [true, false].some((scalesStep) => attempt(unitScale(current(), scalesStep)));
  for (let gained = true; gained;) gained = fewerModes(current()).some(attempt);
  withoutPerturbations(current()).some(attempt);
  plainStarts(current()).some(attempt);
  fewerSteps(current(), best.at).some(attempt);
  if (!DIGITS.some((digits) => attempt(roundedAll(current(), digits))))
    for (const place of placesOf(current()))
      DIGITS.some((digits) => attempt(roundedAt(current(), place, digits)));
  fewerSteps(current(), best.at).some(attempt);
  return best;
}

function saysTheSame(
  kind: Kind,
  before: Pick<Judgement, "verdict" | "slack">,
  after: Pick<Judgement, "verdict" | "slack">,
): boolean {
  if (after.verdict !== before.verdict) return false;
  if (before.slack === null || after.slack === null) return before.slack === after.slack;
  if (before.verdict === "violated" && kind !== "limit")
    return after.slack <= Math.max(before.slack, VISIBLE);
  return kind === "limit" ? after.slack * GIVEN_UP >= before.slack : after.slack <= before.slack * GIVEN_UP;
}

function spectrumOf({ eigenvalues }: Instance): Float64Array {
  return eigenvalues instanceof Float64Array ? eigenvalues : new Float64Array(0);
}

/** With the largest eigenvalue 1, and the step size that keeps ηα where it is η itself. */
function unitScale(instance: Instance, scalesStep: boolean): Instance {
  const { smallest, largest, stepSize } = instance;
  const unit = spectrumOf(instance).reduce((a, b) => Math.max(a, b), 0) || Number(largest);
  if (!(unit > 0)) return instance;
  const eigenvalues = spectrumOf(instance).map((eigenvalue) => eigenvalue / unit);
  return {
    ...instance,
    ...(eigenvalues.length > 0 && { eigenvalues }),
    ...(typeof smallest === "number" && { smallest: smallest / unit }),
    ...(typeof largest === "number" && { largest: largest / unit }),
    ...(scalesStep && typeof stepSize === "number" && { stepSize: stepSize * unit }),
  };
}

/** Without one of the modes, in each array that has a place for every mode. */
function fewerModes(instance: Instance): Instance[] {
  const count = spectrumOf(instance).length;
  if (count < 2) return [];
  return Array.from({ length: count }, (_, mode) =>
    mapArrays(instance, (array) =>
      array.length % count === 0 ? array.filter((_, k) => k % count !== mode) : array,
    ),
  );
}

function withoutPerturbations(instance: Instance): Instance[] {
  const { perturbations } = instance;
  if (!(perturbations instanceof Float64Array)) return [];
  return [{ ...instance, perturbations: new Float64Array(perturbations.length) }];
}

/** Along the first mode: with w₋₁ = 0, and from rest. */
function plainStarts(instance: Instance): Instance[] {
  const { start, previous } = instance;
  if (!(start instanceof Float64Array && previous instanceof Float64Array)) return [];
  const along = new Float64Array(start.length).fill(1, 0, 1);
  return [
    { ...instance, start: along, previous: new Float64Array(start.length) },
    { ...instance, start: along, previous: along },
  ];
}

/** Until the step that counts. */
function fewerSteps(instance: Instance, at: number | null): Instance[] {
  const { steps } = instance;
  return typeof steps === "number" && at !== null && at < steps
    ? [{ ...instance, steps: Math.max(1, at) }]
    : [];
}

/** A number of an instance: the key that it stands under, and in an array its place. */
type Place = readonly [key: string, index?: number];

function placesOf(instance: Instance): Place[] {
  return Object.entries(instance).flatMap(([key, value]): Place[] => {
    if (value instanceof Float64Array) return Array.from(value, (_, index): Place => [key, index]);
    return typeof value === "number" && !Number.isInteger(value) ? [[key]] : [];
  });
}

function roundedAll(instance: Instance, digits: number): Instance {
  const numbers = Object.entries(instance).map(([key, value]) => [
    key,
    typeof value === "number" && !Number.isInteger(value) ? rounded(value, digits) : value,
  ]);
  return mapArrays(Object.fromEntries(numbers) as Instance, (array) => array.map((x) => rounded(x, digits)));
}

function roundedAt(instance: Instance, [key, index]: Place, digits: number): Instance {
  const value = instance[key];
  if (value instanceof Float64Array)
    return mapArrays(instance, (array) =>
      array === value ? array.map((x, k) => (k === index ? rounded(x, digits) : x)) : array,
    );
  return { ...instance, [key]: rounded(Number(value), digits) };
}

/** Each array by its image; one that stands under two names stays one. */
function mapArrays(instance: Instance, image: (array: Float64Array) => Float64Array): Instance {
  const images = new Map<Float64Array, Float64Array>();
  const of = (value: unknown): unknown => {
    if (!(value instanceof Float64Array)) return value;
    if (!images.has(value)) images.set(value, image(value));
    return images.get(value);
  };
  return Object.fromEntries(Object.entries(instance).map(([key, value]) => [key, of(value)]));
}

function rounded(x: number, digits: number): number {
  return Number(x.toPrecision(digits));
}
