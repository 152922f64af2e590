import { formatNumber, formatShort } from "../figures/number-format.ts";
import {
  prediction as drawPrediction,
  predictionHeight,
  predictionTable,
  type CurveAnswer,
  type PredictionAxes,
} from "../figures/prediction.ts";
import { plainText } from "../figures/rich-text.ts";
import { element } from "./element.ts";
import type { AnswerField } from "./exercise.ts";
import { numberTable } from "./exercise-table.ts";
import { judgeCurve, toleranceText, type Tolerance } from "./prediction.ts";
import { predictionFigure } from "./prediction-figure.ts";
import { valueScale } from "./value-scale.ts";

export interface CurveAnswerOptions extends PredictionAxes {
  /** The letter of the horizontal axis, as it is spoken: "β". */
  readonly symbol: string;
  /** What the values count: "steps"; empty for a bare number. */
  readonly unit: string;
  /** The ends of the vertical axis, until the question sets others. */
  readonly range: readonly [number, number];
  /** For each handle. */
  readonly tolerance: Tolerance;
}

/**
 * A prediction that is a curve, drawn by moving handles up and down, each a slider of its own for mouse, finger and
 * arrow keys; the same numbers stand in a table of fields for those who would rather type or listen.
 */
export function curveAnswer(options: CurveAnswerOptions): AnswerField<readonly number[], CurveAnswer> {
  const { x, y, symbol, unit, tolerance } = options;
  let scale = valueScale(y.type, options.range);
  let values = x.at.map(() => scale.middle);
  let isTouched = false;
  let isLocked = false;
  let answer: CurveAnswer | null = null;

  const set = (i: number, value: number) => {
    isTouched = true;
    values = values.with(i, value);
    show();
  };
  const plainName = plainText(y.name);
  const names = x.at.map((at) => `Your prediction at ${symbol} = ${formatShort(at)}`);
  const table = numberTable({
    heading: plainText(x.name),
    rows: x.at.map((at, i) => ({ heading: formatShort(at), name: names[i] ?? "" })),
    unit,
    scale: () => scale,
    set,
  });
  const picture = predictionFigure({
    caption: "Move the points up and down, or use the arrow keys.",
    handles: names.map((name, i) => ({
      name,
      scale: () => scale,
      value: () => values[i] ?? NaN,
      text: (value) => (unit ? `${formatNumber(value)} ${unit}` : `${plainName} = ${formatNumber(value)}`),
      set: (value) => set(i, value),
    })),
    draw: (size) => drawPrediction({ x, y, range: scale.range, prediction: values, answer }, size),
    height: predictionHeight,
    table: () => predictionTable({ x, y, prediction: values, answer }),
    across: (chart, i) => chart.x(x.at[i] ?? NaN),
  });
  const root = element("div", { className: "exercise-curve" }, picture.root, table.root);
  const show = () => {
    table.show(values, isLocked);
    picture.show(answer ? "Your prediction and the answer" : "Your prediction", isLocked);
  };
  show();

  return {
    root,
    read() {
      table.check();
      if (!isTouched) throw new RangeError("Move at least one point first.");
      return values;
    },
    lock(locked) {
      isLocked = locked;
      show();
    },
    clear() {
      values = x.at.map(() => scale.middle);
      isTouched = false;
      table.forgive();
      show();
    },
    range(ends) {
      if (ends[0] === scale.range[0] && ends[1] === scale.range[1]) return;
      scale = valueScale(y.type, ends);
      values = values.map((value) => (isTouched ? scale.clamp(value) : scale.middle));
      show();
    },
    reveal(prediction, found) {
      answer = found;
      const { points, right, asked } = judgeCurve(prediction, found.values, tolerance);
      table.reveal(found.values, points);
      show();
      const isRight = right === asked;
      return {
        right: isRight,
        heading: isRight ? `Right at all ${asked} points` : `Right at ${right} of ${asked} points`,
        text: `The answer is ${listed(found.values)}${unit && `\u00a0${unit}`}; ${toleranceText(tolerance)} counts as right.`,
      };
    },
    conceal() {
      if (!answer) return;
      answer = null;
      picture.forget();
      table.conceal();
      show();
    },
  };
}

function listed(values: readonly number[]): string {
  const texts = values.map((value) => (Number.isFinite(value) ? formatNumber(value) : "no value"));
  return [texts.slice(0, -1).join(", "), texts.at(-1)].filter(Boolean).join(" and ");
}
