import { dampedMode } from "../flows/damped-mode.ts";
import { gradientFlow } from "../flows/gradient-flow.ts";
import { nesterovFlow } from "../flows/nesterov-flow.ts";
import { weightFlowByStretches, type WeightFlow } from "../flows/weight-flow.ts";
import { gradientDescent } from "../methods/gradient-descent.ts";
import { heavyBall } from "../methods/heavy-ball.ts";
import { run, type Method } from "../methods/method.ts";
import { nesterovDecaying } from "../methods/nesterov-decaying.ts";
import type { Cancellation } from "../methods/relu/train.ts";
import { reluNetwork, type ReluNetwork } from "../problems/relu-network.ts";
import { randomLabels, spherePoints } from "../problems/sphere-points.ts";
import { fillNormal, seededRandom } from "../random.ts";
import { alongBasis } from "../spectra/along-basis.ts";
import { reluGramSpectrum } from "../spectra/relu-gram.ts";
import { symmetricBasis } from "../spectra/symmetric-basis.ts";
import { claim as kernelOf, type Parameters as NetworkAtWeights } from "./bu-2021/equation-2-8.ts";

/** Five points on the sphere of ℝ⁵, with labels ±1. */
const [COUNT, DIMENSION] = [5, 5];

/** How often the loss is looked at. */
const INTERVALS = 160;

/** What a step of the integrator may err by; the kinks of the network do not allow more digits. */
const TOLERANCE = 1e-4;

/** How many iterates are kept, and how many steps are made at most. */
const [KEPT, MOST_STEPS] = [60, 20_000];

/** A one-layer ReLU network of m = `width` neurons, drawn with its data by `seed`: a wider one begins with the same neurons. */
export interface FlowingNetwork {
  readonly width: number;
  readonly seed: number;
  readonly flow: WeightFlow["name"];
  /** d of Nesterov's flow; that of the heavy ball with friction is √(2λ₀), as in (3.3). */
  readonly damping: number;
  /** η in units of 1/λ_max(H^∞). */
  readonly step: number;
}

/** The losses ½‖Δ‖² along three ways from the same start, as far as they are known. */
export interface FlowingLosses {
  /** Of which `reached` have been reached, in the end all of them, unless the flow has no solution any more. */
  readonly times: Float64Array;
  readonly reached: number;
  /** Along the flow of the weights, NaN where that is not known. */
  readonly weights: Float64Array;
  /** Along the same flow of the errors with the kernel H(0) of the start. */
  readonly frozen: Float64Array;
  /** Of every `every`-th iterate of the method, of which a step takes the time `stepTime`: η without momentum, √η with it. */
  readonly iterates: Float64Array;
  readonly every: number;
  readonly stepTime: number;
  /** The share of the pairs of a neuron and a datum that have another sign than at the start, at the last time reached. */
  readonly changed: number;
}

/**
 * The flow of the weights of a finite ReLU network, step by step, beside the flow of its errors with the kernel frozen at the start, which is in closed form, and beside the method itself.
 * Yields how far it is, at first at once; ends early when `signal` is aborted. Where momentum 1 − b√η would be negative there are no iterates of heavy ball. The time is 12/√μ with momentum and 4/μ without, or
 * what 20 000 steps take, if less; μ = λ₀/2. RangeError for a width that is not whole and at least 1, and as the flows. Some hundred gradients of O(m) for each wave and for each kink that a neuron crosses.
 * Source: Bu et al. 2021, (2.1)–(2.5), (3.1)–(3.5), (4.1)–(4.3).
 */
export async function* flowingNetwork(
  { width, seed, flow: name, damping, step }: FlowingNetwork,
  signal?: Cancellation,
): AsyncGenerator<FlowingLosses, FlowingLosses, void> {
  const drawn = drawNetwork(seed, width);
  const network = reluNetwork(drawn);
  const spectrum = reluGramSpectrum(drawn.points, COUNT, DIMENSION);
  const stepSize = step / spectrum.at(-1)!;
  const least = spectrum[0]! / 2;
  const flow: WeightFlow =
    name === "gradientFlow"
      ? { name }
      : { name, damping: name === "heavyBall" ? 2 * Math.sqrt(least) : damping };
  const stepTime = name === "gradientFlow" ? stepSize : Math.sqrt(stepSize);
  const horizon = Math.min(
    name === "gradientFlow" ? 4 / least : 12 / Math.sqrt(least),
    MOST_STEPS * stepTime,
  );
  const times = Float64Array.from({ length: INTERVALS + 1 }, (_, k) => (k * horizon) / INTERVALS);
  const weights = new Float64Array(times.length).fill(NaN);
  const progress = {
    times,
    reached: 0,
    weights,
    frozen: frozenLosses(flow, drawn, network, times),
    ...iteratesOf(flow, network, drawn.weights, stepSize, Math.floor(horizon / stepTime)),
    stepTime,
    changed: 0,
  };
  yield { ...progress };
  for (const { positions } of weightFlowByStretches(network, flow, drawn.weights, times, 1, TOLERANCE)) {
    for (let k = 0; k < positions.length && Number.isFinite(positions[k]!); k += network.dimension) {
      const at = positions.subarray(k, k + network.dimension);
      weights[progress.reached++] = network.loss(at);
      progress.changed = changedPairs(drawn, at);
    }
    if (signal?.aborted) break;
    yield { ...progress };
  }
  return progress;
}

interface DrawnNetwork extends NetworkAtWeights {
  readonly labels: Float64Array;
}

function drawNetwork(seed: number, width: number): DrawnNetwork {
  if (!(Number.isInteger(width) && width >= 1))
    throw new RangeError(`width must be a whole number of at least 1: ${width}`);
  const random = seededRandom(seed);
  const points = spherePoints(random, COUNT, DIMENSION);
  const labels = randomLabels(random, COUNT);
  const [weights, signs] = [new Float64Array(width * DIMENSION), new Float64Array(width)];
  for (let r = 0; r < width; r++) {
    fillNormal(random, weights.subarray(r * DIMENSION, (r + 1) * DIMENSION));
    signs[r] = random() < 0.5 ? 1 : -1;
  }
  return { points, count: COUNT, dimension: DIMENSION, labels, weights, signs };
}

/** ½‖Δ‖² along the flow of the errors with the kernel of the start. */
function frozenLosses(
  flow: WeightFlow,
  drawn: DrawnNetwork,
  network: ReluNetwork,
  times: Float64Array,
): Float64Array {
  const basis = symmetricBasis(kernelOf(drawn), COUNT);
  const starts = alongBasis(basis, network.errors(drawn.weights, new Float64Array(COUNT)));
  const state = new Float64Array(2);
  // A kernel of rank less than n has eigenvalues that are 0 but for rounding.
  const left = (value: number, time: number): number => {
    if (flow.name === "gradientFlow") return gradientFlow(time, value, 1);
    if (flow.name === "nesterov") return nesterovFlow(time, value, flow.damping, 1, state)[0]!;
    return dampedMode(time, flow.damping, value, 1, 0, state)[0]!;
  };
  return times.map((time) =>
    starts.reduce(
      (sum, start, k) => sum + (start * left(Math.max(0, basis.eigenvalues[k]!), time)) ** 2 / 2,
      0,
    ),
  );
}

function iteratesOf(
  flow: WeightFlow,
  network: ReluNetwork,
  start: Float64Array,
  stepSize: number,
  steps: number,
): { iterates: Float64Array; every: number } {
  const every = Math.max(1, Math.ceil(steps / KEPT));
  const momentum = flow.name === "heavyBall" ? 1 - flow.damping * Math.sqrt(stepSize) : 0;
  const iterates: number[] = [];
  if (momentum >= 0)
    run(methodOf(flow), network, { stepSize, momentum, start, steps }, (step, w) => {
      if (step % every === 0) iterates.push(network.loss(w));
    });
  return { iterates: Float64Array.from(iterates), every };
}

function methodOf(flow: WeightFlow): Method {
  if (flow.name === "gradientFlow") return gradientDescent;
  return flow.name === "heavyBall" ? heavyBall : nesterovDecaying(flow.damping);
}

function changedPairs({ points, weights, signs }: DrawnNetwork, at: Float64Array): number {
  let changed = 0;
  for (let r = 0; r < signs.length; r++)
    for (let i = 0; i < COUNT; i++) {
      let [before, now] = [0, 0];
      for (let k = 0; k < DIMENSION; k++) {
        before += weights[r * DIMENSION + k]! * points[i * DIMENSION + k]!;
        now += at[r * DIMENSION + k]! * points[i * DIMENSION + k]!;
      }
      if (before >= 0 !== now >= 0) changed++;
    }
  return changed / (signs.length * COUNT);
}
