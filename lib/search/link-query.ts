import { ends } from "../theorems/quadratic-instance.ts";
import { quadraticState } from "../theorems/quadratic-link.ts";
import { judge, judgePrinted, type Judgement, type Theorem } from "../theorems/theorem.ts";
import { roomOf } from "./room.ts";

/** By how much ln(slack) may differ between an instance and its link, whose η goes through ηα and back. */
const SAME = 1e-6;

/**
 * The keys and values of a link of the notebook "Why √κ?" at which `theorem` gets the verdict that it gets at `parameters`, and is no
 * farther from the edge, or across it too. A link holds a spectrum, ηα and β as they are, and a start only by its kind: the worst one, or from rest
 * along the slowest direction; the steps are those that the notebook shows. Null where neither of the two does, for a theorem without `at`, and
 * where no control can hold the values. Cost: at most three judgements.
 */
export function linkQuery<P extends object>(
  theorem: Theorem<P>,
  parameters: P,
  printed = false,
): Readonly<Record<string, string>> | null {
  const setting = settingOf(parameters);
  if (!theorem.at || !setting) return null;
  const judged = (p: P): Judgement => (printed ? judgePrinted(theorem, p) : null) ?? judge(theorem, p);
  const { kind } = theorem.statement;
  const found = judged(parameters);
  for (const start of ["worst", "rest"]) {
    const query = { spectrum: "yours", ...setting, start };
    const there = judgedAt(theorem.at, query, judged);
    if (there?.verdict !== found.verdict) continue;
    if (found.verdict === "violated" || roomOf(kind, there) <= roomOf(kind, found) + SAME) return query;
  }
  return null;
}

/** Null for a state that no control can hold. */
function judgedAt<P>(
  at: NonNullable<Theorem<P>["at"]>,
  query: Readonly<Record<string, string>>,
  judged: (parameters: P) => Judgement,
): Judgement | null {
  try {
    return judged(at(quadraticState(Object.entries(query))));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What a link says of a spectrum and, where the parameters have them, of the step size and the momentum; null without a spectrum. */
function settingOf(parameters: object): Readonly<Record<string, string>> | null {
  const { eigenvalues, smallest, largest, stepSize, momentum } = parameters as Readonly<
    Record<string, unknown>
  >;
  const spectrum =
    eigenvalues instanceof Float64Array ? eigenvalues : Float64Array.of(Number(smallest), Number(largest));
  if (!spectrum.every(Number.isFinite)) return null;
  return {
    eigenvalues: spectrum.toSorted().join(" "),
    ...(typeof stepSize === "number" && { eta: String(stepSize * ends(spectrum).largest) }),
    ...(typeof momentum === "number" && { beta: String(momentum) }),
  };
}
