import { formatNumber, formatShort } from "../figures/number-format.ts";
import { element, freshId } from "./element.ts";
import type { AnswerField } from "./exercise.ts";
import { judgeNumber, toleranceText, type Tolerance } from "./prediction.ts";
import { readNumber } from "./read-number.ts";

export interface NumberAnswerOptions {
  readonly tolerance: Tolerance;
  /** What stands after the number: "steps". */
  readonly unit?: string;
}

/** A prediction that is a number, typed: `1e-3`, `0,001` and `1/1000` are the same one. Enter locks it. */
export function numberAnswer({ tolerance, unit = "" }: NumberAnswerOptions): AnswerField<number, number> {
  const id = freshId("prediction");
  const box = element("input", {
    type: "text",
    id,
    className: "number",
    autocomplete: "off",
    inputMode: "decimal",
    size: 8,
  });
  const root = element(
    "form",
    { className: "exercise-number", noValidate: true },
    element("label", { htmlFor: id }, "Your prediction"),
    box,
    element("span", { className: "unit" }, unit),
  );
  const withUnit = (number: string) => [number, unit].filter(Boolean).join("\u00a0");
  const invalid = (isInvalid: boolean) => box.setAttribute("aria-invalid", String(isInvalid));
  box.addEventListener("input", () => invalid(false));

  return {
    root,
    read() {
      const value = readNumber(box.value);
      if (Number.isNaN(value)) {
        invalid(true);
        const lead = box.value.trim()
          ? `A prediction is a number: ${box.value.slice(0, 40)}`
          : "Predict first";
        throw new RangeError(`${lead}. You can write 90, 1e-3, 0,001 or 1/1000.`);
      }
      return value;
    },
    lock(locked) {
      box.readOnly = locked;
    },
    clear() {
      box.value = "";
      invalid(false);
    },
    reveal(prediction, answer) {
      const closeness = judgeNumber(prediction, answer, tolerance);
      const [said, truth] = [withUnit(formatShort(prediction)), withUnit(formatNumber(answer))];
      return {
        right: closeness === "right",
        heading: capitalized(closeness),
        text: `You said ${said}, the answer is ${truth}; ${toleranceText(tolerance)} counts as right.`,
      };
    },
    conceal() {},
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
