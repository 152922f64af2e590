import type { Images } from "../problems/images.ts";
import { clusteredSpectrum } from "../spectra/clustered.ts";
import { givenSpectrum } from "../spectra/given.ts";
import { powerLawSpectrum } from "../spectra/power-law.ts";
import { reluGramSpectrum } from "../spectra/relu-gram.ts";
import { twoPointSpectrum } from "../spectra/two-point.ts";
import { uniformSpectrum } from "../spectra/uniform.ts";
import { stateOf, type QuadraticState, type StartKind } from "./quadratic-state.ts";

const shapes = {
  "power-law": powerLawSpectrum,
  uniform: uniformSpectrum,
  clustered: clusteredSpectrum,
  "two-point": twoPointSpectrum,
};
const spectra = [...(Object.keys(shapes) as (keyof typeof shapes)[]), "fashion-mnist", "yours"] as const;
const startKinds: readonly StartKind[] = ["worst", "rest", "random"];

/** The notebook's own values, as a link would hold them. Keys that are not among these say nothing about the state. */
export const quadraticDefaults = {
  kappa: "100",
  eta: "1",
  beta: "0.9025",
  spectrum: "power-law",
  modes: "24",
  eigenvalues: "0.01 0.02 0.05 0.1 0.3 1",
  start: "worst",
  seed: "1",
} as const;

type Key = keyof typeof quadraticDefaults;

/**
 * The state that a link of the notebook "Why √κ?" holds, from the keys and values of its query (a URLSearchParams, a Map, or
 * pairs). A key that is absent has its value of `quadraticDefaults`; of one that is repeated the first counts, as for a page;
 * other keys are passed over. Numbers are decimal, as a page writes them. `spectrum` = fashion-mnist needs the images.
 * RangeError with key, rule and value for a value that no control of the notebook can hold, used or not.
 * Cost: O(n), with the eigenvalues of an n × n matrix for fashion-mnist.
 */
export function quadraticState(query: Iterable<readonly [string, string]>, images?: Images): QuadraticState {
  const texts = firstOfEach(query);
  const setting = {
    eta: inRange(texts, "eta", 0.01, 4),
    beta: inRange(texts, "beta", 0, 1),
    start: oneOf(texts, "start", startKinds),
    seed: whole(texts, "seed", 0, Number.MAX_SAFE_INTEGER),
  };
  return stateOf(spectrumOf(texts, images), setting);
}

function firstOfEach(query: Iterable<readonly [string, string]>): Record<Key, string> {
  const given = Object.fromEntries([...query].reverse());
  const keys = Object.keys(quadraticDefaults) as Key[];
  return Object.fromEntries(keys.map((key) => [key, given[key] ?? quadraticDefaults[key]])) as Record<
    Key,
    string
  >;
}

function spectrumOf(texts: Record<Key, string>, images: Images | undefined): Float64Array {
  const kappa = inRange(texts, "kappa", 1, 1e6);
  const modes = whole(texts, "modes", 2, 60);
  const given = givenSpectrum(texts.eigenvalues);
  const name = oneOf(texts, "spectrum", spectra);
  if (name === "yours") return given;
  if (name !== "fashion-mnist") return shapes[name](modes, kappa);
  if (!images) throw new RangeError(`spectrum must come with its images: ${name}`);
  return reluGramSpectrum(images.points.subarray(0, modes * images.dimension), modes, images.dimension);
}

function inRange(texts: Record<Key, string>, key: Key, least: number, greatest: number): number {
  const text = texts[key];
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (value >= least && value <= greatest) return value;
  throw new RangeError(`${key} must be a number in [${least}, ${greatest}]: ${shown(text)}`);
}

function whole(texts: Record<Key, string>, key: Key, least: number, greatest: number): number {
  const value = inRange(texts, key, least, greatest);
  if (Number.isInteger(value)) return value;
  throw new RangeError(`${key} must be a whole number: ${shown(texts[key])}`);
}

function oneOf<T extends string>(texts: Record<Key, string>, key: Key, values: readonly T[]): T {
  const value = values.find((candidate) => candidate === texts[key]);
  if (value !== undefined) return value;
  throw new RangeError(`${key} must be one of ${values.join(", ")}: ${shown(texts[key])}`);
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
