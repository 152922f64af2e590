/**
 * Fact 2.2 of Bu et al. 2021 (from Du et al. 2018): for unit points with c = xᵢᵀxⱼ and w ~ N(0, I),
 *   H^∞ᵢⱼ = E[c·1{wᵀxᵢ ≥ 0, wᵀxⱼ ≥ 0}] = c(½ − arccos(c)/(2π)).
 * (That λ_min(H^∞) > 0 where no two are parallel is Fact 2.1.)
 *
 * The expectation is taken exactly, by counting: only the direction of w in the plane of xᵢ and xⱼ matters, and it is uniform on a circle. For
 * points whose angle is k of m parts of the circle, 4 | m, the count over the m directions in the middles of the parts is the expectation
 * over all directions, since within a part no indicator changes.
 */
import { gramMatrix } from "../../problems/gram.ts";
import { reluGram, signPatterns } from "../../problems/relu-gram.ts";
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** Two points at an angle of `turn`/`parts` of the circle, of norm `length`; `parts` is a multiple of 4. */
export interface Parameters {
  readonly turn: number;
  readonly parts: number;
  readonly length: number;
}

/** Points of norm 1, within rounding. O(1). */
export function assumes({ length }: Parameters): readonly Hypothesis[] {
  const margin = 1e-12 - Math.abs(length - 1);
  return [decided("unit points", String.raw`\|x_i\| = 1`, margin, `$\\|x_i\\|$ = ${inWords(length)}`, false)];
}

/** c(½ − arccos(c)/(2π)), c = xᵢᵀxⱼ, a series of length 1; NaN where |c| > 1. O(1). */
export function claim({ turn, parts, length }: Parameters): Series {
  const cosine = length * length * Math.cos((2 * Math.PI * turn) / parts);
  return Float64Array.of(cosine * (1 / 2 - Math.acos(cosine) / (2 * Math.PI)));
}

/** The entry of the Gram matrix of a network with one neuron in each part of the circle. O(parts). */
export function measure({ turn, parts, length }: Parameters): Series {
  const angle = (2 * Math.PI * turn) / parts;
  const preActivations = new Float64Array(2 * parts);
  for (let r = 0; r < parts; r++) {
    const direction = (2 * Math.PI * (r + 0.5)) / parts;
    preActivations[2 * r] = Math.cos(direction);
    preActivations[2 * r + 1] = Math.cos(direction - angle);
  }
  const points = Float64Array.of(length, 0, length * Math.cos(angle), length * Math.sin(angle));
  return reluGram(gramMatrix(points, 2, 2), signPatterns(preActivations, parts, 2)).slice(1, 2);
}

/** The arccosine near ±1 enlarges the rounding of c by 1/sin. O(1). */
export function rounding({ turn, parts }: Parameters): Series {
  const sine = Math.abs(Math.sin((2 * Math.PI * turn) / parts));
  return Float64Array.of(1e-15 * (1 + 1 / Math.max(sine, 1e-8)));
}

/** Where c is 0, the error is that of c, which comes from an angle of up to 2π. O(1). */
export function scale(): Series {
  return Float64Array.of(0.25);
}

const cases: readonly Case<Parameters>[] = [
  { name: "60°: 1/6", parameters: { turn: 2, parts: 12, length: 1 }, expected: "holds" },
  { name: "120°: −1/12", parameters: { turn: 4, parts: 12, length: 1 }, expected: "holds" },
  { name: "the same point: ½", parameters: { turn: 0, parts: 4, length: 1 }, expected: "holds" },
  { name: "opposite points: 0", parameters: { turn: 6, parts: 12, length: 1 }, expected: "holds" },
  { name: "orthogonal points: 0", parameters: { turn: 3, parts: 12, length: 1 }, expected: "holds" },
  { name: "0.09°", parameters: { turn: 1, parts: 4000, length: 1 }, expected: "holds" },
  { name: "points of norm ½", parameters: { turn: 2, parts: 12, length: 0.5 }, expected: "outside" },
];

// Tolerances: cos and arccos are each right to a rounding or two.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: { turn: 2, parts: 12, length: 1 },
    step: 0,
    claim: 1 / 6,
    tolerance: 1e-15,
    source: "by hand: ½ · (½ − 1/6)",
  },
  {
    parameters: { turn: 4, parts: 12, length: 1 },
    step: 0,
    claim: -1 / 12,
    tolerance: 4e-15,
    source: "by hand: −½ · (½ − 1/3)",
  },
  { parameters: { turn: 0, parts: 4, length: 1 }, step: 0, claim: 0.5, tolerance: 0, source: "by hand" },
  {
    parameters: { turn: 1, parts: 8, length: 1 },
    step: 0,
    claim: (3 * Math.SQRT2) / 16,
    tolerance: 1e-15,
    source: "by hand: (√2/2) · (½ − ⅛)",
  },
  {
    parameters: { turn: 1, parts: 8, length: 2 },
    step: 0,
    claim: NaN,
    tolerance: 0,
    source: "2√2 is no cosine",
  },
  {
    parameters: { turn: 2, parts: 12, length: 0.5 },
    step: 0,
    claim: 3.37433179796730143483e-2,
    tolerance: 1e-15,
    source: "⅛(¼ + arcsin(⅛)/(2π)), 40 digits (test/oracles/bu-2021.py)",
  },
];

/** Any angle that is a part of a circle of up to 4000 parts; one in ten with points that are no unit points. */
function sample(random: Random): Parameters {
  const parts = 4 * (1 + Math.floor(10 ** (3 * random())));
  return { turn: Math.floor(parts * random()), parts, length: random() < 0.1 ? 2 * random() : 1 };
}

export const statement: Statement<Parameters> = {
  id: "bu-2021/fact-2-2",
  paper: "bu-2021",
  number: "Fact 2.2",
  title: "The kernel of an infinitely wide network",
  kind: "equality",
  tex: String.raw`H^\infty_{ij} = \Bigl(\frac12-\frac{\arccos(x_i^\top x_j)}{2\pi}\Bigr)\,x_i^\top x_j`,
  plain:
    "The expected kernel of two unit points depends on their angle only: the cosine times the share of neurons that see both.",
  looseness: 1,
  cases,
  values,
  sample,
};
