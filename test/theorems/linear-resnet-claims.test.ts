import { expect, it } from "vitest";
import type { Claim } from "../../lib/theorems/judge-claims.ts";
import { certifiedClaims, doorClaims, standingClaims } from "../../lib/theorems/linear-resnet-claims.ts";
import { judgeOverSeeds } from "../../lib/theorems/over-seeds.ts";

const verdictOf = ({ theorem, parameters, seeds }: Claim): string =>
  judgeOverSeeds(theorem, parameters, seeds ?? 1).judgement.verdict;

it("Theorem 3.1 is certified at α = 76 and at width 60 000, and outside between identity maps", () => {
  const at = { alpha: 76, width: 60_000, seed: 1 };
  const verdicts = (["modified", "gaussian", "identity"] as const).map((maps) =>
    verdictOf(certifiedClaims({ ...at, maps })[0]!),
  );
  expect(verdicts).toEqual(["holds", "holds", "outside"]);
});

it("the standing claims hold where they are judged, but for Theorem 3.1 at α = 5", () => {
  const verdicts = standingClaims(1, 2).map((claim) => [claim.theorem.statement.id, verdictOf(claim)]);
  for (const [id, verdict] of verdicts)
    expect([id, verdict]).toEqual([id, id === "zou-2020/theorem-3-1" ? "outside" : "holds"]);
});

it("the door of section 5.1 is closed in three dimensions", () => {
  const settings = { dimension: 3, depth: 10, noise: 0.1, seed: 1, stepSize: 4e-5, steps: 100 };
  expect(doorClaims(settings).map(verdictOf)).toEqual(["holds"]);
});
