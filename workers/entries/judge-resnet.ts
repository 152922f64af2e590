import { expose } from "../../page/expose.ts";
import type { Cancellation } from "../../lib/search/search.ts";
import {
  certifiedClaims,
  doorClaims,
  standingClaims,
  type CertifiedSettings,
  type DoorSettings,
} from "../../lib/theorems/linear-resnet-claims.ts";
import { overSeeds } from "../../lib/theorems/over-seeds.ts";
import { judgeBoth, type Both, type SeedCounts } from "../../lib/theorems/theorem.ts";

/** Which claims are to be judged; see the functions of the same names. */
export type ResNetClaims =
  | ({ readonly part: "certified" } & CertifiedSettings)
  | ({ readonly part: "door" } & DoorSettings)
  | { readonly part: "standing"; readonly seed: number; readonly seeds: number };

/** What has been judged so far. */
export interface JudgedSoFar {
  readonly judged: readonly Both[];
  /** Of the next claim, where it is in probability. */
  readonly counts: SeedCounts | null;
}

/** Judges claims about linear ResNets, one after the other; see `judgeBoth` and `overSeeds`. */
export async function* judgeResNet(
  claims: ResNetClaims,
  signal?: Cancellation,
): AsyncGenerator<JudgedSoFar, readonly Both[]> {
  const judged: Both[] = [];
  for (const { theorem, parameters, seeds } of claimsOf(claims)) {
    yield { judged, counts: null };
    if (seeds === null) {
      judged.push(judgeBoth(theorem, parameters));
      continue;
    }
    const run = overSeeds(theorem, parameters, seeds, signal);
    let step = run.next();
    for (; !step.done; step = run.next()) yield { judged, counts: step.value };
    judged.push(step.value);
  }
  return judged;
}

function claimsOf(claims: ResNetClaims): ReturnType<typeof certifiedClaims> {
  if (claims.part === "certified") return certifiedClaims(claims);
  if (claims.part === "door") return doorClaims(claims);
  return standingClaims(claims.seed, claims.seeds);
}

expose(judgeResNet);
