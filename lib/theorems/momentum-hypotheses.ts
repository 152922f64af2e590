import { h } from "../methods/heavy-ball-constant.ts";
import type { Setting } from "../methods/settings.ts";
import { decided, inWords } from "./hypothesis.ts";
import { ends } from "./quadratic-instance.ts";
import type { Hypothesis } from "./theorem.ts";

/** Heavy ball on a quadratic: what decides whether its modes ring. */
export interface MomentumSetting extends Setting {
  readonly eigenvalues: Float64Array;
}

/**
 * β ≤ 1, β > max{|1 − √(ημ)|, |1 − √(ηα)|}² and 0 < μ, the condition of Theorems 9, 11, 12 of Wang et al. 2021 with its absolute
 * values put in. The second margin has the sign of min h, digit by digit. O(n).
 */
export function ringing({ eigenvalues, stepSize, momentum }: MomentumSetting): readonly Hypothesis[] {
  const { smallest, largest } = ends(eigenvalues);
  const margin = Math.min(
    ringingMargin(momentum, stepSize * smallest),
    ringingMargin(momentum, stepSize * largest),
  );
  return [
    atMostOne(momentum),
    decided(
      "every mode rings",
      String.raw`\beta > \max\bigl\{|1-\sqrt{\eta\mu}|,\ |1-\sqrt{\eta\alpha}|\bigr\}^2`,
      margin,
      bounds(momentum, margin),
    ),
    positive(smallest),
  ];
}

/** The same as printed: without absolute values the larger of 1 − √(ημ) and 1 − √(ηα) is always the first. O(n). */
export function ringingAsPrinted({
  eigenvalues,
  stepSize,
  momentum,
}: MomentumSetting): readonly Hypothesis[] {
  const { smallest } = ends(eigenvalues);
  const margin = ringingMargin(momentum, stepSize * smallest);
  return [
    atMostOne(momentum),
    decided(
      "momentum above the edge",
      String.raw`\beta > \left(\max\{1-\sqrt{\eta\mu},\ 1-\sqrt{\eta\alpha}\}\right)^2`,
      margin,
      bounds(momentum, margin),
    ),
    positive(smallest),
  ];
}

/** β − (1 − √z)² = h(β, z)/((1 + √z)² − β): through h, so that it is positive exactly when C₀′ exists. */
function ringingMargin(momentum: number, z: number): number {
  const rest = (1 + Math.sqrt(z)) ** 2 - momentum;
  return rest > 0 ? h(momentum, z) / rest : momentum - (1 - Math.sqrt(z)) ** 2;
}

function atMostOne(momentum: number): Hypothesis {
  return decided(
    "momentum at most 1",
    String.raw`\beta \le 1`,
    1 - momentum,
    `$\\beta$ = ${inWords(momentum)}`,
    false,
  );
}

function bounds(momentum: number, margin: number): string {
  return `$\\beta$ = ${inWords(momentum)}, must be more than ${inWords(momentum - margin)}`;
}

function positive(smallest: number): Hypothesis {
  return decided("strongly convex", String.raw`\mu > 0`, smallest, `$\\mu$ = ${inWords(smallest)}`);
}
