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
 * Python that runs a recommended setting on the reader's own problem, with its numbers where they are few: a spectrum or a matrix by its modes, a table by its rows. A network gets a
 * finite width and a random start, which a page of infinite width does not know. RangeError as `pasteCode`. O(numbers).
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
  const data = problem === "quadratic" ? quadraticLines(modes) : tableLines(rows, problem);
  return pasteCode(data === null ? request : { ...request, data });
}

function quadraticLines({ eigenvalues, start }: Modes): string | null {
  if (eigenvalues.length > MOST_NUMBERS) return null;
  return `hessian = ${pythonList(eigenvalues)}\nstart = ${pythonList(start)}`;
}

function tableLines(rows: LabelledRows | null, problem: "least-squares" | "relu"): string | null {
  if (!rows || rows.features.length > MOST_NUMBERS) return null;
  const { features, labels, dimension } = rows;
  const table = `X = ${pythonRows(features, dimension)}\ny = ${pythonList(labels)}`;
  return [
    table,
    ...(problem === "relu" ? NETWORK : [`start = ${pythonList(new Float64Array(dimension))}`]),
  ].join("\n");
}

/** A network of finite width. */
const NETWORK = [
  "# The page counts for infinite width; a network of m neurons comes near it as m grows.",
  "import random",
  "",
  "random.seed(0)",
  "m = 1000",
  "start = [[random.gauss(0.0, 1.0) for _ in X[0]] for _ in range(m)]",
  "signs = [random.choice([-1.0, 1.0]) for _ in range(m)]",
];
