import { formatNumber, formatShort } from "../figures/number-format.ts";
import { complaint } from "./complaint.ts";
import { element } from "./element.ts";
import type { Closeness } from "./prediction.ts";
import { readNumber } from "./read-number.ts";
import type { ValueScale } from "./value-scale.ts";

export interface NumberTableOptions {
  readonly heading: string;
  readonly rows: readonly { readonly heading: string; readonly name: string }[];
  readonly unit: string;
  scale(): ValueScale;
  set(i: number, value: number): void;
}

export interface NumberTable {
  readonly root: HTMLElement;
  show(values: readonly number[], isLocked: boolean): void;
  /** Throws a RangeError where a field holds no number of the axis. */
  check(): void;
  /** Forgets what was typed and refused. */
  forgive(): void;
  reveal(answers: readonly number[], points: readonly Closeness[]): void;
  conceal(): void;
}

/** A drawn curve as numbers that can be typed, behind a word; and the answers beside them once they are revealed. */
export function numberTable({ heading, rows, unit, scale, set }: NumberTableOptions): NumberTable {
  const boxes = rows.map(({ name }) => {
    return element("input", {
      type: "text",
      className: "number",
      autocomplete: "off",
      inputMode: "decimal",
      size: 8,
      attributes: { "aria-label": name },
    });
  });
  const head = element(
    "tr",
    {},
    columnHeading(heading),
    columnHeading(unit ? `your prediction (${unit})` : "your prediction"),
  );
  const lines = rows.map((row, i) =>
    element("tr", {}, element("th", { scope: "row" }, row.heading), element("td", {}, boxes[i] ?? "")),
  );
  const problem = complaint();
  const root = element(
    "details",
    { className: "exercise-table" },
    element("summary", { className: "quiet" }, "As numbers"),
    element("table", {}, element("thead", {}, head), element("tbody", {}, ...lines)),
    problem,
  );
  const forgive = (box: HTMLInputElement) => {
    box.setAttribute("aria-invalid", "false");
    if (!boxes.some(isInvalid)) problem.show("");
  };
  boxes.forEach((box, i) => {
    box.addEventListener("change", () => {
      try {
        const value = typedValue(box.value, rows[i]?.name ?? "", scale());
        forgive(box);
        set(i, value);
      } catch (error) {
        box.setAttribute("aria-invalid", "true");
        problem.show((error as Error).message);
      }
    });
  });
  const conceal = () => {
    for (const line of [head, ...lines]) while (line.childElementCount > 2) line.lastElementChild?.remove();
  };
  let shown: readonly number[] = [];
  return {
    root,
    conceal,
    show(values, isLocked) {
      boxes.forEach((box, i) => {
        // A refused text stays to be mended, until its point is moved.
        if (values[i] !== shown[i]) forgive(box);
        if (!isInvalid(box)) box.value = String(values[i]);
        box.readOnly = isLocked;
      });
      shown = values;
    },
    check() {
      boxes.forEach((box, i) => isInvalid(box) && typedValue(box.value, rows[i]?.name ?? "", scale()));
    },
    forgive: () => boxes.forEach(forgive),
    reveal(answers, points) {
      conceal();
      head.append(columnHeading("answer"), columnHeading("yours is"));
      lines.forEach((line, i) => {
        const answer = answers[i] ?? NaN;
        const shown = Number.isFinite(answer) ? formatNumber(answer) : "no value";
        line.append(element("td", {}, shown), element("td", {}, points[i] ?? ""));
      });
    },
  };
}

function isInvalid(box: HTMLInputElement): boolean {
  return box.getAttribute("aria-invalid") === "true";
}

function columnHeading(text: string): HTMLElement {
  return element("th", { scope: "col" }, text);
}

function typedValue(text: string, name: string, { range: [low, high] }: ValueScale): number {
  const value = readNumber(text);
  if (Number.isNaN(value)) throw new RangeError(`${name} must be a number: ${text.slice(0, 40)}`);
  if (value < low || value > high)
    throw new RangeError(
      `${name} must be in [${formatShort(low)}, ${formatShort(high)}]: ${text.slice(0, 40)}`,
    );
  return value;
}
