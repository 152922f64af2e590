import { directionsOf, MOST_NETWORK_ROWS } from "./directions.ts";
import { evenModes } from "./even-modes.ts";
import { leastSquaresModes } from "./least-squares-modes.ts";
import { matrixModes } from "./matrix-modes.ts";
import type { Modes } from "./modes.ts";
import { reluModes } from "./relu-modes.ts";
import { scaleFeatures, type Scaling } from "./scale-features.ts";

/** Labelled rows. */
export interface LabelledRows {
  readonly count: number;
  readonly dimension: number;
  /** count × dimension, row-major. */
  readonly features: Float64Array;
  readonly labels: Float64Array;
}

/** What a reader brings. */
export type ReadersProblem =
  | { readonly kind: "spectrum"; readonly eigenvalues: Float64Array }
  | { readonly kind: "matrix"; readonly matrix: Float64Array; readonly dimension: number }
  | {
      readonly kind: "least-squares" | "relu";
      readonly rows: LabelledRows;
      /** Analysed in this order. */
      readonly scalings: readonly Scaling[];
      /** Of the rows that a network gets where there are too many. */
      readonly seed: number;
    };

/** A problem taken apart, and what had to be left out for it. */
export interface Analysis {
  readonly modes: Modes;
  /** How many rows and columns are in it; 0 for what has none. */
  readonly count: number;
  readonly dimension: number;
  /** Columns (from 0) that are constant, or 0. */
  readonly columnsLeftOut: readonly number[];
  /** Directions that the data do not determine, and which no method enters. */
  readonly idleDirections: number;
  /** Rows of zeros, and rows in the direction of an earlier one. */
  readonly zeroRows: number;
  readonly repeatedRows: number;
}

/** Why something could not be analysed. */
export interface Refusal {
  readonly refused: string;
}

/** By scaling; a spectrum and a matrix have only `raw`. */
export type Analyses = Partial<Record<Scaling, Analysis | Refusal>>;

/**
 * Takes a reader's problem apart into its modes, for each scaling of its features. Yields what there is so far. What is wrong with the data is a `Refusal` with the message of the
 * RangeError, not an error. Cost: that of one decomposition for each scaling.
 */
export function* analyse(problem: ReadersProblem): Generator<Analyses, Analyses, void> {
  const analyses: Analyses = {};
  yield analyses;
  for (const scaling of "scalings" in problem ? problem.scalings : (["raw"] as const)) {
    analyses[scaling] = attempt(() => analysis(problem, scaling));
    yield analyses;
  }
  return analyses;
}

function attempt(act: () => Analysis): Analysis | Refusal {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { refused: error.message };
  }
}

const whole = { columnsLeftOut: [], idleDirections: 0, zeroRows: 0, repeatedRows: 0 };

function analysis(problem: ReadersProblem, scaling: Scaling): Analysis {
  if (problem.kind === "spectrum")
    return { ...whole, modes: evenModes(problem.eigenvalues), count: 0, dimension: 0 };
  if (problem.kind === "matrix") {
    const { matrix, dimension } = problem;
    return { ...whole, modes: matrixModes(matrix, dimension), count: 0, dimension };
  }
  const { count, labels } = problem.rows;
  const scaled = scaleFeatures(problem.rows.features, count, problem.rows.dimension, scaling);
  const { features, dimension, leftOut } = scaled;
  if (problem.kind === "least-squares") {
    const modes = leastSquaresModes(features, labels, count, dimension);
    const idleDirections = dimension - modes.eigenvalues.length;
    return { ...whole, modes, count, dimension, columnsLeftOut: leftOut, idleDirections };
  }
  const most = MOST_NETWORK_ROWS;
  const rows = directionsOf(features, labels, dimension, { most, seed: problem.seed });
  return {
    modes: reluModes(rows.points, rows.labels, rows.count, dimension),
    count: rows.count,
    dimension,
    columnsLeftOut: leftOut,
    idleDirections: 0,
    zeroRows: rows.zeros,
    repeatedRows: rows.repeated,
  };
}
