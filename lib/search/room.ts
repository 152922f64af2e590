import type { Hypothesis, Judgement, Kind } from "../theorems/theorem.ts";

/** The room of an instance with nothing to compare, or of one without any bound: larger than the logarithm of any ratio of doubles. */
const WIDEST = 1500;

/**
 * How far an instance is from the edge of a claim, for a minimiser. Where the hypotheses and the claim hold: ln(slack), of a limit −ln(slack);
 * always positive, so that what only rounding decides is never nearer than the edge. Where the claim is violated: the same, at most 0, and 0 where
 * the bound does not exist, so that a violation in numbers is nearer to the goal than a missing bound. Outside: more than 1500, the more
 * the farther. O(hypotheses).
 */
export function roomOf(
  kind: Kind,
  { verdict, slack, hypotheses, reason }: Pick<Judgement, "verdict" | "slack" | "hypotheses" | "reason">,
): number {
  if (verdict === "outside") return outsideRoom(hypotheses);
  const violated = verdict === "violated";
  if (slack === null) return violated ? 0 : WIDEST;
  // A law that rounding cuts off before it is near.
  if (kind === "limit" && !violated && reason?.includes("only rounding")) return WIDEST;
  const room = Math.max(-WIDEST, Math.min(WIDEST, Math.log(slack) * (kind === "limit" ? -1 : 1)));
  return violated ? Math.min(0, room) : Math.max(Number.MIN_VALUE, room);
}

/** 1501 and, for each hypothesis that fails, m/(1 + m) of the margin −m by which it does. O(hypotheses). */
export function outsideRoom(hypotheses: readonly Hypothesis[]): number {
  return hypotheses
    .filter(({ status }) => status === "fails")
    .reduce((sum, { margin }) => sum + (margin < 0 ? -margin / (1 - margin) : 1), WIDEST + 1);
}

/** The room of parameters that a theorem refuses with a RangeError. */
export const REFUSED_ROOM = 2 * WIDEST;
