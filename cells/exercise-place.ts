import { formatNumber, formatShort } from "../figures/number-format.ts";
import {
  heightOf,
  placeHeight,
  placePrediction,
  placeTable,
  type PlaceAnswer,
  type PlaceAxes,
} from "../figures/place-prediction.ts";
import { plainText } from "../figures/rich-text.ts";
import { element } from "./element.ts";
import type { AnswerField } from "./exercise.ts";
import { numberTable } from "./exercise-table.ts";
import { judgeNumber, toleranceText, type Tolerance } from "./prediction.ts";
import { predictionFigure } from "./prediction-figure.ts";
import { valueScale } from "./value-scale.ts";

export interface PlaceAnswerOptions extends PlaceAxes {
  /** The letters of the horizontal axis, as they are spoken: "ηλ". */
  readonly symbol: string;
  readonly tolerance: Tolerance;
}

/**
 * A prediction that is a place: a ring to be put on a curve, a slider for mouse, finger and arrow keys; the same number stands in a field for those who would rather type or listen. The answer brings the
 * curve that crosses there.
 */
export function placeAnswer(options: PlaceAnswerOptions): AnswerField<number, PlaceAnswer> {
  const { x, y, curve, symbol, tolerance } = options;
  const scale = valueScale("log", x.range);
  let place = scale.middle;
  let isTouched = false;
  let isLocked = false;
  let answer: PlaceAnswer | null = null;

  const name = `Your ring, at ${symbol}`;
  const set = (value: number) => {
    isTouched = true;
    place = value;
    show();
  };
  const table = numberTable({
    heading: "place",
    rows: [{ heading: symbol, name }],
    unit: "",
    scale: () => scale,
    set: (_, value) => set(value),
  });
  const data = () => ({ x, y, curve, prediction: place, answer });
  const picture = predictionFigure({
    caption: "Move the ring along the curve, or use the arrow keys.",
    handles: [
      {
        name,
        along: "x",
        scale: () => scale,
        value: () => place,
        text: (value) => `${symbol} = ${formatNumber(value)}`,
        set,
      },
    ],
    draw: (size) => placePrediction(data(), size),
    height: placeHeight,
    table: () => placeTable(data()),
    across: (chart) => chart.y(heightOf(curve, place)),
  });
  const root = element("div", { className: "exercise-curve exercise-place" }, picture.root, table.root);
  const show = () => {
    const own = `Your ring is at ${plainText(symbol)} = ${formatNumber(place)}`;
    table.show([place], isLocked);
    picture.show(answer ? "Your ring and the crossing" : own, isLocked);
  };
  show();

  return {
    root,
    read() {
      table.check();
      if (!isTouched) throw new RangeError("Move the ring first.");
      return place;
    },
    lock(locked) {
      isLocked = locked;
      show();
    },
    clear() {
      place = scale.middle;
      isTouched = false;
      table.forgive();
      show();
    },
    reveal(prediction, found) {
      answer = found;
      const closeness = judgeNumber(prediction, found.place, tolerance);
      table.reveal([found.place], [closeness]);
      show();
      const headings = {
        right: "Right",
        "too low": "Too far to the left",
        "too high": "Too far to the right",
        "no answer": "No answer",
      };
      return {
        right: closeness === "right",
        heading: headings[closeness],
        text: `Your ring is at ${formatShort(prediction)}, the curves cross at ${formatNumber(found.place)}; ${toleranceText(tolerance)} counts as right.`,
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
