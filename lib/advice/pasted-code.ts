import type { CodeRequest } from "../code/code-request.ts";
import { pasteCode } from "../code/paste-code.ts";
import { pythonList, pythonRows } from "../code/python-list.ts";
import type { LabelledRows, ReadersProblem } from "./analyse.ts";
import type { Modes } from "./modes.ts";
import type { Recommendation } from "./recommendations.ts";

export interface PastedCode {
  readonly library: CodeRequest["library"];
  readonly kind: ReadersProblem["kind"];
  readonly recommendation: Recommendation;
  readonly steps: number;
  readonly modes: Modes;
  /** The rows on the scale that was chosen; null where there are none. */
  readonly rows: LabelledRows | null;
}

/** More numbers than these are not pasted: the code then shows the form with an example. */
export const MOST_NUMBERS = 1000;

const METHODS = {
  gradientDescent: "gradient-descent",
  heavyBall: "heavy-ball",
  nesterov: "nesterov",
} as const;

/**
 * Python that runs a recommended setting on the reader's own problem, with its numbers where they are few: a spectrum or a matrix by its modes, a table by its rows. A network's weights
 * are left to an example. RangeError as `pasteCode`. O(numbers).
 */
export function pastedCode({ library, kind, recommendation, steps, modes, rows }: PastedCode): string {
  const problem = kind === "least-squares" || kind === "relu" ? kind : "quadratic";
  const request = {
    library,
    problem,
    method: METHODS[recommendation.method],
    ...recommendation.setting,
    steps,
  } as const;
  const data = problem === "quadratic" ? quadraticLines(modes) : problem === "relu" ? null : tableLines(rows);
  return pasteCode(data === null ? request : { ...request, data });
}

function quadraticLines({ eigenvalues, start }: Modes): string | null {
  if (eigenvalues.length > MOST_NUMBERS) return null;
  return `hessian = ${pythonList(eigenvalues)}\nstart = ${pythonList(start)}`;
}

function tableLines(rows: LabelledRows | null): string | null {
  if (!rows || rows.features.length > MOST_NUMBERS) return null;
  const { features, labels, dimension } = rows;
  const start = new Float64Array(dimension);
  return `X = ${pythonRows(features, dimension)}\ny = ${pythonList(labels)}\nstart = ${pythonList(start)}`;
}
