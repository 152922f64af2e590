/*
 * The flows of a loss f itself, in the space of its weights, from rest at time 0; no closed form unless f is quadratic. A step of gradient descent takes the time η,
 * one of momentum √η. Where ∇f jumps, as that of a ReLU network does where a neuron changes its mind, so does ẇ or ẅ.
 */
import type { Problem } from "../problems/problem.ts";
import { integrate } from "./integrate.ts";
import { motion, type Motion } from "./motion.ts";

/** Where the series around the start of Nesterov's flow hands over to the integrator, in units of the time. */
const OPENING = 0.01;

/**
 * Gradient flow ẇ = −∇f(w) at ascending `times`, the first 0. As `integrate`. Where f has a crease onto which both sides push, as the loss of a ReLU network often has, the
 * flow would slide along it, which is no solution in the classical sense: steps get ever shorter, and the rows are NaN from there on. Source: Bu et al. 2021, (2.2).
 */
export function weightGradientFlow(
  problem: Problem,
  start: Float64Array,
  times: Float64Array,
  tolerance?: number,
): Motion {
  checkFirst(times);
  return withoutInertia(problem, start, times, tolerance);
}

/** The heavy ball with friction, ẅ + bẇ + ∇f(w) = 0, ẇ(0) = 0. `damping` b ≥ 0 (else RangeError); the rest as `weightGradientFlow`. Source: Bu et al. 2021, (3.2). */
export function weightHeavyBallFlow(
  problem: Problem,
  damping: number,
  start: Float64Array,
  times: Float64Array,
  tolerance?: number,
): Motion {
  checkFirst(times);
  if (!(damping >= 0)) throw new RangeError(`damping must be at least 0: ${damping}`);
  return motion(forceOf(problem), () => damping, start, new Float64Array(start.length), times, tolerance);
}

/**
 * Nesterov's flow, ẅ + (d/t)ẇ + ∇f(w) = 0, ẇ(0) = 0. `damping` d > 0 (else RangeError); the rest as `weightGradientFlow`. Up to t₀ = 0.01 by two terms of the
 * series at 0, with g₀ = ∇f(w₀) and g₁ the gradient where the first term leads:
 *   ẇ = −g₀t/(d + 1) − (g₁ − g₀)t/(d + 3),  w = w₀ − g₀t²/(2(d + 1)) − (g₁ − g₀)t²/(4(d + 3)),
 * which errs by (λt²)³/(48(d + 1)(d + 3)(d + 5)) on a mode λ: 10⁻¹⁶ for λ = 1. Source: Bu et al. 2021, (4.2).
 */
export function weightNesterovFlow(
  problem: Problem,
  damping: number,
  start: Float64Array,
  times: Float64Array,
  tolerance?: number,
): Motion {
  checkFirst(times);
  if (!(damping > 0)) throw new RangeError(`damping must be positive: ${damping}`);
  const n = start.length;
  const [positions, velocities] = [new Float64Array(times.length * n), new Float64Array(times.length * n)];
  const early = opening(problem, damping, start);
  const later = times.findIndex((time) => time > OPENING);
  const split = later < 0 ? times.length : later;
  for (let k = 0; k < split; k++) {
    const row = { position: positions.subarray(k * n), velocity: velocities.subarray(k * n) };
    early(times[k]!, row.position, row.velocity);
  }
  if (later < 0) return { positions, velocities };
  const [position, velocity] = [new Float64Array(n), new Float64Array(n)];
  early(OPENING, position, velocity);
  const rest = Float64Array.of(OPENING, ...times.subarray(split));
  const late = motion(forceOf(problem), (t) => damping / t, position, velocity, rest, tolerance);
  positions.set(late.positions.subarray(n), split * n);
  velocities.set(late.velocities.subarray(n), split * n);
  return { positions, velocities };
}

/** One of these flows: gradient flow, the heavy ball with `damping` b, Nesterov's with `damping` d. */
export type WeightFlow =
  | { readonly name: "gradientFlow" }
  | { readonly name: "heavyBall"; readonly damping: number }
  | { readonly name: "nesterov"; readonly damping: number };

/**
 * The same stretch by stretch, each of so many intervals between `times`, so that one can look at it while it is computed and leave it: a Motion for each, with no row for the time at which the one before has
 * ended. Ends early, after the Motion in which NaN has come up. `stretch` ≥ 1, a whole number (else RangeError); the rest as the flow itself. In many dimensions stretches of one interval are the
 * cheapest: nothing is looked at within a step.
 */
export function* weightFlowByStretches(
  problem: Problem,
  flow: WeightFlow,
  start: Float64Array,
  times: Float64Array,
  stretch: number,
  tolerance?: number,
): Generator<Motion, void> {
  if (!(Number.isInteger(stretch) && stretch >= 1))
    throw new RangeError(`stretch must be a whole number of at least 1: ${stretch}`);
  const n = start.length;
  let last = begun(problem, flow, start, times.subarray(0, stretch + 1), tolerance);
  yield last;
  for (let k = stretch; k < times.length - 1; k += stretch) {
    const [position, velocity] = [last.positions.slice(-n), last.velocities.slice(-n)];
    if (!position.every(Number.isFinite)) return;
    const from = times.subarray(k, k + stretch + 1);
    const { positions, velocities } =
      flow.name === "gradientFlow"
        ? withoutInertia(problem, position, from, tolerance, stretch > 1)
        : motion(forceOf(problem), dampingOf(flow), position, velocity, from, tolerance, stretch > 1);
    last = { positions: positions.subarray(n), velocities: velocities.subarray(n) };
    yield last;
  }
}

function begun(
  problem: Problem,
  flow: WeightFlow,
  start: Float64Array,
  times: Float64Array,
  tolerance?: number,
): Motion {
  if (flow.name === "gradientFlow") return weightGradientFlow(problem, start, times, tolerance);
  const follow = flow.name === "heavyBall" ? weightHeavyBallFlow : weightNesterovFlow;
  return follow(problem, flow.damping, start, times, tolerance);
}

function dampingOf({
  name,
  damping,
}: Exclude<WeightFlow, { readonly name: "gradientFlow" }>): (time: number) => number {
  return name === "heavyBall" ? () => damping : (time) => damping / time;
}

/** ẇ = −∇f(w) from the first of the times on. */
function withoutInertia(
  problem: Problem,
  start: Float64Array,
  times: Float64Array,
  tolerance?: number,
  dense?: boolean,
): Motion {
  const [w, gradient] = [new Float64Array(start.length), new Float64Array(start.length)];
  const slope = (_: number, state: readonly number[], out: number[]) => {
    w.set(state);
    problem.gradient(w, gradient);
    for (let i = 0; i < out.length; i++) out[i] = -gradient[i]!;
  };
  const positions = integrate(slope, start, times, tolerance, dense);
  const velocities = new Float64Array(positions.length);
  for (let k = 0; k < positions.length; k += start.length) {
    problem.gradient(positions.subarray(k, k + start.length), gradient);
    for (let i = 0; i < start.length; i++) velocities[k + i] = -gradient[i]!;
  }
  return { positions, velocities };
}

/** The series at 0, into the first entries of two arrays. */
function opening(
  problem: Problem,
  damping: number,
  start: Float64Array,
): (time: number, position: Float64Array, velocity: Float64Array) => void {
  const n = start.length;
  const [first, second] = [new Float64Array(n), new Float64Array(n)];
  problem.gradient(start, first);
  return (time, position, velocity) => {
    const moved = start.map((w, i) => w - (time * time * first[i]!) / (2 * (damping + 1)));
    problem.gradient(moved, second);
    for (let i = 0; i < n; i++) {
      const [change, share] = [second[i]! - first[i]!, first[i]! / (damping + 1)];
      velocity[i] = -time * (share + change / (damping + 3));
      position[i] = start[i]! - (time * time * (share + change / (2 * (damping + 3)))) / 2;
    }
  };
}

function forceOf(problem: Problem) {
  return (_: number, position: Float64Array, __: Float64Array, out: Float64Array): void => {
    problem.gradient(position, out);
    for (let i = 0; i < out.length; i++) out[i] = -out[i]!;
  };
}

function checkFirst(times: Float64Array): void {
  if (times[0] !== 0) throw new RangeError(`times must begin at 0: ${times[0]}`);
}
