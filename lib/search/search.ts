import minimizePowell from "minimize-powell";
import { seededRandom, type Random } from "../random.ts";
import { judgeOverSeeds } from "../theorems/over-seeds.ts";
import type { Judged, Judgement, Statement, Verdict } from "../theorems/theorem.ts";
import { coordinatesOf } from "./coordinates.ts";
import { outsideRoom, REFUSED_ROOM, roomOf } from "./room.ts";

/** A claim that can be searched: what its verdict takes, and samples to begin with. */
export interface Searched<P> extends Judged<P> {
  readonly statement: Pick<Statement<P>, "id" | "kind" | "sample">;
}

export interface SearchOptions {
  /** The same seed gives the same search, instance by instance. */
  readonly seed: number;
  /** How many random starts share the evaluations; at least 1. */
  readonly restarts: number;
  /** How many instances are looked at, in all; at least 1. */
  readonly evaluations: number;
  /** Whether what is printed is looked at, where that differs from the claim. */
  readonly printed?: boolean;
}

/** The instance that is nearest to the edge of a claim, or farthest across, among those whose hypotheses hold. */
export interface Found<P> {
  readonly parameters: P;
  readonly verdict: Verdict;
  /** As judged: of the least step, or of the first violation. */
  readonly slack: number | null;
  readonly at: number | null;
  readonly reason: string | null;
}

/** How far a search is. */
export interface Progress<P> {
  /** Instances so far, those that satisfy the hypotheses, and those among them that violate the claim. */
  readonly evaluations: number;
  readonly admissible: number;
  readonly violations: number;
  /** Null until an instance satisfies the hypotheses. */
  readonly best: Found<P> | null;
}

/** What a search heeds of an AbortSignal. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** Over how many seeds an instance of a claim in probability is judged. */
export const SEEDS = 20;
/** How many samples a start is the best of. */
const DRAWS = 12;
/** Each coordinate first moves by at most this, which is a factor e for a size. */
const FIRST_RADIUS = 1;
const LAST_RADIUS = 1e-5;
/** The width that a golden section leaves of a line is this many radii: some fifteen evaluations for a line. */
const LINE_TOLERANCE = 0.02;
/** Between equals the nearer is preferred: what ‖x‖² adds to the room at the displacement x. Far below `LEAST_GAIN`. */
const NEARNESS = 1e-9;
/** Where a box gains less than this in ln(slack), the next one is smaller. */
const LEAST_GAIN = 1e-4;

/**
 * Looks for the instance that brings measured and claimed closest together, or across: for each restart the best of 12 samples of the
 * statement, then rounds of Powell's method (1964; minimize-powell) in a box around the best so far that follows it, and
 * that is a third as wide where nothing is gained. Yields its progress after each box and each set of samples, and returns the last. Finds a local
 * best at most: that it finds nothing proves nothing. What rounding decides is no progress. Ends early when `signal` is aborted.
 * RangeError for restarts or evaluations below 1, or `printed` of a statement without an erratum. Cost: one judgement (of a claim in probability, over 20 seeds) for each
 * evaluation that satisfies the hypotheses, some fifteen for each free number between two yields.
 */
export async function* search<P extends object>(
  theorem: Searched<P>,
  { seed, restarts, evaluations, printed = false }: SearchOptions,
  signal?: Cancellation,
): AsyncGenerator<Progress<P>, Progress<P>, void> {
  checkCount("restarts", restarts);
  checkCount("evaluations", evaluations);
  if (printed && !theorem.printed)
    throw new RangeError(`printed must be false for a statement without an erratum: ${theorem.statement.id}`);
  const random = seededRandom(seed);
  const prospect = new Prospect(theorem, printed);
  for (let left = restarts; left > 0 && prospect.evaluations < evaluations && !signal?.aborted; left--) {
    prospect.limit = prospect.evaluations + Math.ceil((evaluations - prospect.evaluations) / left);
    let centre = prospect.draw(random);
    yield prospect.progress();
    for (let radius = FIRST_RADIUS; radius > LAST_RADIUS && prospect.hasBudget();) {
      if (signal?.aborted) break;
      const next = prospect.descend(centre, radius);
      if (!(centre.room - next.room > LEAST_GAIN)) radius /= 3;
      centre = next;
      yield prospect.progress();
    }
  }
  return prospect.progress();
}

function checkCount(name: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 1))
    throw new RangeError(`${name} must be a whole number of at least 1: ${value}`);
}

/** An instance and its room. */
interface Place<P> {
  readonly parameters: P;
  readonly room: number;
}

/** What has been seen of a claim. */
class Prospect<P extends object> {
  evaluations = 0;
  /** Instances beyond this number are not looked at. */
  limit = 0;
  #admissible = 0;
  #violations = 0;
  #best: Found<P> | null = null;
  #bestRoom = Infinity;
  readonly #theorem: Searched<P>;
  readonly #assumes: Searched<P>["assumes"];
  readonly #judge: (parameters: P) => Judgement;

  constructor(theorem: Searched<P>, printed: boolean) {
    this.#theorem = theorem;
    this.#assumes = printed ? theorem.printed!.assumes : theorem.assumes;
    this.#judge = (parameters) => {
      const both = judgeOverSeeds(theorem, parameters, SEEDS);
      return printed ? both.printed! : both.judgement;
    };
  }

  hasBudget(): boolean {
    return this.evaluations < this.limit;
  }

  progress(): Progress<P> {
    const { evaluations } = this;
    return { evaluations, admissible: this.#admissible, violations: this.#violations, best: this.#best };
  }

  /** The nearest of some samples. */
  draw(random: Random): Place<P> {
    let best: Place<P> | null = null;
    for (let i = 0; i === 0 || (i < DRAWS && this.hasBudget()); i++) {
      const parameters = this.#theorem.statement.sample(random);
      const room = this.#look(parameters);
      if (!best || room < best.room) best = { parameters, room };
    }
    return best!;
  }

  /** The nearest instance in the box of `radius` around `centre` that a round of Powell's method comes upon, or `centre`. */
  descend(centre: Place<P>, radius: number): Place<P> {
    const { dimension, decode } = coordinatesOf(centre.parameters);
    if (dimension === 0) return centre;
    let best = centre;
    const visit = (displacement: readonly number[]): number => {
      // The lines of the package leave the box where a direction has negative entries.
      const inside = displacement.every((x) => Math.abs(x) <= radius);
      if (!inside || !this.hasBudget()) return REFUSED_ROOM;
      const parameters = decode(displacement);
      const room = this.#look(parameters);
      if (room < best.room) best = { parameters, room };
      return room + NEARNESS * displacement.reduce((sum, x) => sum + x * x, 0);
    };
    const bounds = new Array<readonly [number, number]>(dimension).fill([-radius, radius]);
    // The package multiplies the tolerance by its first step of 0.1.
    const lineTolerance = 10 * LINE_TOLERANCE * radius;
    minimizePowell(visit, new Array<number>(dimension).fill(0), { maxIter: 2, lineTolerance, bounds });
    return best;
  }

  #look(parameters: P): number {
    this.evaluations++;
    try {
      const hypotheses = this.#assumes(parameters);
      if (hypotheses.some(({ status }) => status === "fails")) return outsideRoom(hypotheses);
      const judgement = this.#judge(parameters);
      const room = roomOf(this.#theorem.statement.kind, judgement);
      this.#keep(parameters, judgement, room);
      return room;
    } catch (error) {
      if (error instanceof RangeError) return REFUSED_ROOM;
      throw error;
    }
  }

  #keep(parameters: P, { verdict, slack, at, reason }: Judgement, room: number): void {
    this.#admissible++;
    if (verdict === "violated") this.#violations++;
    if (!(room < this.#bestRoom)) return;
    this.#bestRoom = room;
    this.#best = { parameters, verdict, slack, at, reason };
  }
}
