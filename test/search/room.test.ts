import { expect, it } from "vitest";
import { outsideRoom, REFUSED_ROOM, roomOf } from "../../lib/search/room.ts";
import type { Hypothesis, Verdict } from "../../lib/theorems/theorem.ts";

const judged = (verdict: Verdict, slack: number | null) => ({ verdict, slack, hypotheses: [], reason: null });
const failing = (...margins: number[]): Hypothesis[] =>
  margins.map((margin) => ({ name: "", tex: "", detail: "", status: "fails", margin }));

it("orders instances: far across, just across, no bound, at the edge, far from it, nothing to compare, outside, refused", () => {
  const rooms = [
    roomOf("upper", judged("violated", 0)),
    roomOf("upper", judged("violated", 0.5)),
    roomOf("upper", judged("violated", null)),
    roomOf("upper", judged("holds", 1 - 1e-13)),
    roomOf("upper", judged("holds", 2)),
    roomOf("upper", judged("holds", null)),
    outsideRoom(failing(-1)),
    outsideRoom(failing(-2)),
    outsideRoom(failing(-2, NaN)),
    REFUSED_ROOM,
  ];
  expect(rooms).toEqual(rooms.toSorted((a, b) => a - b));
  expect(new Set(rooms).size).toBe(rooms.length);
  expect(rooms.every(Number.isFinite)).toBe(true);
});

it("is the logarithm of the slack, of a limit minus that", () => {
  expect(roomOf("lower", judged("holds", 2))).toBe(Math.log(2));
  expect(roomOf("limit", judged("holds", 0.01))).toBe(-Math.log(0.01));
  expect(roomOf("limit", judged("violated", 0.01))).toBe(0);
  expect(roomOf("limit", judged("violated", 2))).toBe(-Math.log(2));
});

it("does not count a law that rounding cuts off as far from it", () => {
  const cut = { ...judged("holds", 0.5), reason: "from step 9 on only rounding is measured" };
  expect(roomOf("limit", cut)).toBe(roomOf("limit", judged("holds", null)));
  expect(roomOf("upper", cut)).toBeLessThan(1);
});

it("sees a hypothesis that fails on its border, and passes over those that hold", () => {
  const [holds] = failing(1).map((hypothesis) => ({ ...hypothesis, status: "holds" as const }));
  expect(outsideRoom([holds!])).toBeLessThan(outsideRoom(failing(0)));
  expect(roomOf("upper", { ...judged("outside", 0.5), hypotheses: failing(-1) })).toBe(
    outsideRoom(failing(-1)),
  );
});
