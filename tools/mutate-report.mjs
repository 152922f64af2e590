/** What a mutation run comes to: {mutant, outcome} of each mutant, and the list of those that are known to survive. */
import { idOf } from "./mutate-claims.mjs";

/** The part of the mutants, but for the equivalent ones, that must be noticed. */
const GOAL = 0.95;

/** Whether enough is noticed: in all, and in each file, where it will do as well that every survivor is listed. */
export function isEnough({ file, score, survivors }) {
  return score >= GOAL || (file !== "all" && survivors.length === 0);
}

/** What is wrong with the list of survivors itself. */
export function complaints(survivors, mutants, judged) {
  const ids = new Set(mutants.map(({ id }) => id));
  const killed = new Map(
    judged.filter(({ outcome }) => outcome).map(({ mutant, outcome }) => [mutant.id, outcome]),
  );
  return survivors.flatMap(({ mutant, verdict, reason }) => {
    if (!reason) return [`${mutant}: listed without a reason`];
    if (verdict !== "equivalent" && verdict !== "accepted")
      return [`${mutant}: listed as ${verdict}, which is neither equivalent nor accepted`];
    if (!ids.has(mutant)) return [`${mutant}: listed, and there is no such mutant any more`];
    const noticed = killed.get(mutant);
    return noticed ? [`${mutant}: listed, and noticed by ${noticed.claim}, ${noticed.clause}`] : [];
  });
}

/** A row for each file with code of claims, and one for all; shared code is judged by all claims that reach it. */
export function tally(judged, listed) {
  const files = [...new Set(judged.map(({ mutant }) => idOf(mutant.file)))];
  return [...files, "all"].map((file) => {
    const own = judged.filter(({ mutant }) => file === "all" || idOf(mutant.file) === file);
    const killed = own.filter(({ outcome }) => outcome).length;
    const alive = own.filter(({ outcome }) => !outcome).map(({ mutant }) => mutant.id);
    const survivors = alive.filter((id) => !listed.has(id));
    const equivalent = alive.filter((id) => listed.get(id)?.verdict === "equivalent").length;
    return {
      file,
      mutants: own.length,
      killed,
      equivalent,
      accepted: alive.length - survivors.length - equivalent,
      survivors,
      score: own.length === equivalent ? 1 : killed / (own.length - equivalent),
    };
  });
}

/** For people. */
export function table(rows) {
  const lines = rows.map((row) => [
    row.file,
    row.mutants,
    row.killed,
    row.equivalent,
    row.accepted,
    row.survivors.length,
    `${(100 * row.score).toFixed(1)} %`,
  ]);
  const all = [["code", "mutants", "killed", "equivalent", "accepted", "survivors", "score"], ...lines];
  const widths = all[0].map((_, column) => Math.max(...all.map((line) => String(line[column]).length)));
  const pad = (cell, i) => (i === 0 ? cell.padEnd(widths[i]) : String(cell).padStart(widths[i]));
  return all.map((line) => line.map(pad).join("  ")).join("\n");
}
