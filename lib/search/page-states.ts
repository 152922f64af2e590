import { bestMomentum } from "../methods/settings.ts";
import type { Random } from "../random.ts";
import { ends, sampleLargestZ, sampleMomentum, sampleSetting } from "../theorems/quadratic-instance.ts";
import { quadraticState } from "../theorems/quadratic-link.ts";
import { stateOf, type QuadraticState, type StartKind } from "../theorems/quadratic-state.ts";
import type { Theorem } from "../theorems/theorem.ts";
import type { Searched } from "./search.ts";

/** The states that a notebook can show and a link can hold, each as a point of free numbers. */
export interface PageStates<S> {
  sample(random: Random): S;
  /** The keys and values of its link. */
  query(point: S): Readonly<Record<string, string>>;
  /** RangeError beyond what the controls can hold. */
  stateOf(point: S): QuadraticState;
}

/** A spectrum of the reader's own, ηα, β, and a start that is the worst or from rest. */
export interface QuadraticPoint {
  readonly eigenvalues: Float64Array;
  readonly eta: number;
  readonly momentum: number;
  readonly start: StartKind;
}

/** One mode: z = ηλ, β. */
export interface ModePoint {
  readonly z: number;
  readonly momentum: number;
}

/** The ends of the step sizes of both notebooks. */
const [LEAST_Z, GREATEST_Z] = [0.01, 4];

/** The notebook "Why √κ?". Its state is read from the link itself. */
export const quadraticStates: PageStates<QuadraticPoint> = {
  sample(random) {
    const { eigenvalues, stepSize, momentum: near } = sampleSetting(random);
    const eta = within(stepSize * ends(eigenvalues).largest);
    // Those samples keep near to what is admissible, which is more than a condition as printed may ask for.
    const momentum = random() < 0.25 ? random() : near;
    return { eigenvalues: eigenvalues.sort(), eta, momentum, start: random() < 0.5 ? "worst" : "rest" };
  },
  query: ({ eigenvalues, eta, momentum, start }) => ({
    spectrum: "yours",
    eigenvalues: eigenvalues.toSorted().join(" "),
    eta: String(eta),
    beta: String(momentum),
    start,
  }),
  stateOf: (point) => quadraticState(Object.entries(quadraticStates.query(point))),
};

/** The notebook "The norm is not the radius": H = 1, η = z, and the kind of start with which it shows a statement. */
export function modeStates(start: StartKind): PageStates<ModePoint> {
  return {
    sample(random) {
      const z = within(sampleLargestZ(random));
      return { z, momentum: sampleMomentum(random, bestMomentum(z, 1, 1)) };
    },
    query: ({ z, momentum }) => ({ z: String(z), beta: String(momentum) }),
    stateOf({ z, momentum }) {
      if (!(z >= LEAST_Z && z <= GREATEST_Z)) throw new RangeError(`z must be in [0.01, 4]: ${z}`);
      if (!(momentum >= 0 && momentum <= 1)) throw new RangeError(`momentum must be in [0, 1]: ${momentum}`);
      return stateOf(Float64Array.of(1), { eta: z, beta: momentum, start, seed: 1 });
    },
  };
}

/** The notebooks with a search by name, the second also where a statement is about starts from rest. */
export const pageStates = {
  quadratic: quadraticStates,
  mode: modeStates("worst"),
  "mode-from-rest": modeStates("rest"),
};

/**
 * A theorem as a notebook shows it: over the states of its page in place of its parameters, so that whatever is found has a link. RangeError for a theorem
 * without `at`. Cost: `at` once for each point in a row.
 */
export function onPage<P, S>(
  { statement: { id, kind }, at, ...theorem }: Theorem<P>,
  page: PageStates<S>,
): Searched<S> {
  if (!at) throw new RangeError(`theorem must have parameters at a state: ${id}`);
  let last: { readonly point: S; readonly parameters: P } | null = null;
  const parametersAt = (point: S): P => {
    if (last?.point !== point) last = { point, parameters: at(page.stateOf(point)) };
    return last.parameters;
  };
  const { assumes, claim, measure, rounding, scale, printed } = theorem;
  return {
    statement: { id, kind, sample: (random) => page.sample(random) },
    assumes: (point) => assumes(parametersAt(point)),
    claim: (point) => claim(parametersAt(point)),
    measure: (point) => measure(parametersAt(point)),
    ...(rounding && { rounding: (point: S) => rounding(parametersAt(point)) }),
    ...(scale && { scale: (point: S) => scale(parametersAt(point)) }),
    ...(printed && {
      printed: {
        assumes: (point: S) => printed.assumes(parametersAt(point)),
        claim: (point: S) => printed.claim(parametersAt(point)),
      },
    }),
  };
}

function within(z: number): number {
  return Math.min(GREATEST_Z, Math.max(LEAST_Z, z));
}
