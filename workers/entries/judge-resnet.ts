import { expose } from "../../page/expose.ts";
import type { Cancellation } from "../../lib/search/search.ts";
import { judgeClaims, type Claim, type JudgedClaims } from "../../lib/theorems/judge-claims.ts";
import {
  certifiedClaims,
  doorClaims,
  standingClaims,
  type CertifiedSettings,
  type DoorSettings,
} from "../../lib/theorems/linear-resnet-claims.ts";

/** Which claims are to be judged; see the functions of the same names. */
export type ResNetClaims =
  | ({ readonly part: "certified" } & CertifiedSettings)
  | ({ readonly part: "door" } & DoorSettings)
  | { readonly part: "standing"; readonly seed: number; readonly seeds: number };

/** Judges claims about linear ResNets; see `judgeClaims`. */
export async function* judgeResNet(
  claims: ResNetClaims,
  signal?: Cancellation,
): AsyncGenerator<JudgedClaims, JudgedClaims> {
  return yield* judgeClaims(claimsOf(claims), signal);
}

function claimsOf(claims: ResNetClaims): readonly Claim[] {
  if (claims.part === "certified") return certifiedClaims(claims);
  if (claims.part === "door") return doorClaims(claims);
  return standingClaims(claims.seed, claims.seeds);
}

expose(judgeResNet);
