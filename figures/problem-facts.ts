import { formatCount } from "./number-format.ts";

/** What is known of a reader's problem besides its numbers. */
export interface ProblemFacts {
  readonly kind: "spectrum" | "matrix" | "least-squares" | "relu";
  /** How many rows were given, and how many are in the problem, before any is left out. */
  readonly rowsGiven: number;
  readonly rowsTaken: number;
  readonly seed: number;
  readonly dimension: number;
  /** The names of columns that are left out since they are constant. */
  readonly constant: readonly string[];
  readonly idleDirections: number;
  readonly zeroRows: number;
  readonly repeatedRows: number;
}

/** The same in sentences: how much of the data is used, and what had to be left out and why. */
export function problemFacts(facts: ProblemFacts): string {
  const { kind, rowsGiven, rowsTaken, seed, dimension, constant, zeroRows, repeatedRows } = facts;
  if (kind === "spectrum" || kind === "matrix") return "It starts with the same share of every eigenvector.";
  const size = `${count(rowsTaken, "row")} of ${count(dimension, "feature")}`;
  const idle = facts.idleDirections;
  return [
    rowsTaken < rowsGiven ? `${size}, drawn from ${formatCount(rowsGiven)} with seed ${seed}.` : `${size}.`,
    constant.length > 0 && `Left out, since constant: ${names(constant)}.`,
    idle > 0 &&
      `${count(idle, "direction")} of the weights ${idle === 1 ? "is" : "are"} not determined by the data, and no method here enters ${idle === 1 ? "it" : "them"}: κ is that of the others.`,
    zeroRows > 0 &&
      `${count(zeroRows, "row")} of zeros ${zeroRows === 1 ? "has" : "have"} no direction, and a network does not see ${zeroRows === 1 ? "it" : "them"}.`,
    repeatedRows > 0 &&
      `${count(repeatedRows, "row")} in the direction of an earlier one ${repeatedRows === 1 ? "is" : "are"} left out: no network without a bias can tell the two apart.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function count(number: number, word: string): string {
  return `${formatCount(number)} ${word}${number === 1 ? "" : "s"}`;
}

function names(all: readonly string[]): string {
  if (all.length <= 3) return all.join(", ");
  return `${all.slice(0, 3).join(", ")} and ${formatCount(all.length - 3)} more`;
}
