import { guaranteedSteps, tightest, type Guarantee } from "./guarantee.ts";
import type { MeasuredRun } from "./measured-runs.ts";
import type { Recommendation } from "./recommendations.ts";

/** A recommended setting on a reader's problem. */
export interface AdviceRow {
  readonly recommendation: Recommendation;
  /** The guarantee that promises the fewest steps, and that many. */
  readonly tightest: Guarantee;
  readonly guaranteed: number;
  /** All guarantees with their steps, the tightest first. */
  readonly bounds: readonly { readonly source: string; readonly steps: number }[];
  /** Null while they are being counted; `reachedAt` null where they are too many. */
  readonly measured: MeasuredRun | null;
  /**
   * Whether it will need fewer steps than gradient descent at its best step on this problem: `sure` where it is promised fewer than gradient descent is known to need from this start, in closed
   * form; `open` where that does not follow; null for gradient descent itself and while its steps are not known.
   */
  readonly lead: "sure" | "open" | null;
}

/** Guarantees and measurements of the recommended settings side by side; `measured` in the order of `recommendations`, shorter while there are none. O(1). */
export function adviceRows(
  recommendations: readonly Recommendation[],
  measured: readonly (MeasuredRun | null)[],
  tolerance: number,
): readonly AdviceRow[] {
  const plain = recommendations.findIndex(({ method }) => method === "gradientDescent");
  const plainSteps = measured[plain]?.reachedAt ?? null;
  return recommendations.map((recommendation, i) => {
    const best = tightest(recommendation.guarantees, tolerance);
    const bounds = recommendation.guarantees
      .map((guarantee) => ({ source: guarantee.source, steps: guaranteedSteps(guarantee, tolerance) }))
      .sort((a, b) => a.steps - b.steps);
    const guaranteed = bounds[0]!.steps;
    const lead = i === plain || plainSteps === null ? null : guaranteed < plainSteps ? "sure" : "open";
    return { recommendation, tightest: best, guaranteed, bounds, measured: measured[i] ?? null, lead };
  });
}
