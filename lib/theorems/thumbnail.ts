import {
  judge,
  judgeBoth,
  type Judgement,
  type Kind,
  type Series,
  type Theorem,
  type Verdict,
} from "./theorem.ts";

/** What a claim comes to at its thumbnail case. */
export interface ThumbnailClaim {
  readonly expected: Verdict;
  readonly verdict: Verdict;
  readonly slack: number | null;
  /** The step of the slack, or of the first violation. */
  readonly at: number | null;
  readonly reason: string | null;
  /** For a small picture: claim and measurement at the same steps, at most `PICTURE_STEPS`, the first and the last among them. */
  readonly claim: Series;
  readonly measured: Series;
}

/** A theorem in small: what the map shows of it. */
export interface Thumbnail extends ThumbnailClaim {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: Kind;
  readonly plain: string;
  /** The name of the case. */
  readonly from: string;
  /** Where the statement is wrong as printed: what is printed, at its counterexample. */
  readonly printed: (ThumbnailClaim & { readonly from: string }) | null;
}

/** A small picture has no room for more. */
const PICTURE_STEPS = 48;

/**
 * The first case of a theorem, judged, and what is printed at its counterexample where there is an erratum. A claim in probability is judged at the seed of
 * its case, one: over many seeds its notebook judges it. Cost: two judgements; within about 20 ms by the rule for `Statement.cases`.
 */
export function thumbnail<P>(theorem: Theorem<P>): Thumbnail {
  const { statement, printed } = theorem;
  const { id, number, title, kind, plain } = statement;
  const [first] = statement.cases;
  if (!first) throw new RangeError(`cases must hold one at least: ${id}`);
  const claim = inSmall(judge(theorem, first.parameters), first.expected);
  const head = { id, number, title, kind, plain, from: first.name };
  if (!printed) return { ...head, ...claim, printed: null };
  const { counterexample } = printed;
  const crossed = judgeBoth(theorem, counterexample.parameters).printed!;
  return { ...head, ...claim, printed: { ...inSmall(crossed, "violated"), from: counterexample.name } };
}

function inSmall(
  { verdict, slack, at, reason, claim, measured }: Judgement,
  expected: Verdict,
): ThumbnailClaim {
  const last = Math.min(claim.length, measured.length) - 1;
  const count = Math.min(last + 1, PICTURE_STEPS);
  const chosen = (series: Series) =>
    Float64Array.from(
      { length: count },
      (_, i) => series[count > 1 ? Math.round((i * last) / (count - 1)) : 0]!,
    );
  return { expected, verdict, slack, at, reason, claim: chosen(claim), measured: chosen(measured) };
}
