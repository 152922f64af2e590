import { nesterovFlow } from "../flows/nesterov-flow.ts";
import type { Random } from "../random.ts";
import { sampleNearLimit, timesOf, type FlowInstance, type KernelNearLimit } from "./flow-instance.ts";
import { decided, inWords } from "./hypothesis.ts";
import { ends } from "./quadratic-instance.ts";
import type { Hypothesis, Series } from "./theorem.ts";

/** A constant kernel near its limit under Nesterov's flow Δ̈ + (d/t)Δ̇ + HΔ = 0 from rest; `damping` is d. */
export interface NesterovInstance extends KernelNearLimit {
  readonly damping: number;
}

/** L(t) = ½‖Δ(t)‖² at the times, in closed form, mode by mode; NaN where d ≤ 0. Cost: O(t√λ) for each mode and time. */
export function lossesUnderNesterov(instance: FlowInstance, damping: number): Series {
  return eachTime(instance, damping, ([x]) => (x! * x!) / 2);
}

/** The sum over the modes of what `part` says of x(t), ẋ(t), λ and t, at the times; NaN where d ≤ 0. */
export function eachTime(
  instance: FlowInstance,
  damping: number,
  part: (state: Float64Array, eigenvalue: number, time: number) => number,
): Series {
  const times = timesOf(instance);
  if (!(damping > 0)) return times.fill(NaN);
  const state = new Float64Array(2);
  return times.map((t) =>
    instance.eigenvalues.reduce(
      (sum, eigenvalue, i) =>
        sum + part(nesterovFlow(t, eigenvalue, damping, instance.errors[i]!, state), eigenvalue, t),
      0,
    ),
  );
}

/** d > `least`. O(1). */
export function dampingAbove(damping: number, least: number): Hypothesis {
  return decided("enough damping", `d > ${least}`, damping - least, `$d$ = ${inWords(damping)}`);
}

/** As `sampleNearLimit`, with κ up to 100 and `t√λ` up to 200, and d from `least` to `least` + 8; one in ten below. */
export function sampleNesterov(random: Random, least: number): NesterovInstance {
  const instance = sampleNearLimit(random);
  const { smallest } = ends(instance.eigenvalues);
  const eigenvalues = instance.eigenvalues.map((eigenvalue) => smallest * Math.sqrt(eigenvalue / smallest));
  const damping = random() < 0.1 ? least - random() : least + 8 * (1 - random());
  return { ...instance, eigenvalues, damping };
}
