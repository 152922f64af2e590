import { expose } from "../../page/expose.ts";
import type { LinearData } from "../../lib/problems/deep-linear-data.ts";
import type { DeepLinearShape } from "../../lib/problems/deep-linear-network.ts";
import { drawnCondition } from "../../lib/theorems/start-condition.ts";

/** Networks of several depths, each drawn with every seed; Gaussian weights have a width of their own, since theirs has to be paid for. */
export interface DepthConditions {
  readonly shape: Omit<DeepLinearShape, "depth">;
  readonly gaussianWidth: number;
  readonly data: LinearData;
  readonly depths: readonly number[];
  readonly seeds: readonly number[];
}

/** κ(H₀) at one depth: with orthogonal weights for the first seed, with Gaussian ones for all; NaN where it is beyond 10¹². */
export interface DepthCondition {
  readonly depth: number;
  readonly orthogonal: number;
  readonly gaussian: readonly number[];
}

/** See `drawnCondition`; yields what there is after each depth. */
export async function* conditionByDepth(
  { shape, gaussianWidth, data, depths, seeds }: DepthConditions,
  signal?: { readonly aborted: boolean },
): AsyncGenerator<readonly DepthCondition[], readonly DepthCondition[]> {
  const found: DepthCondition[] = [];
  for (const depth of depths) {
    if (signal?.aborted) break;
    const gaussian = { ...shape, depth, width: gaussianWidth };
    found.push({
      depth,
      orthogonal: drawnCondition("orthogonal", { ...shape, depth }, data, seeds[0] ?? 1),
      gaussian: seeds.map((seed) => drawnCondition("gaussian", gaussian, data, seed)),
    });
    yield [...found];
  }
  return found;
}

expose(conditionByDepth);
