/**
 * Lemma 5 of Bu et al. 2021 (Lemma 3.2 of Du et al. 2018): if every neuron stays within R = cδλ₀/n² of its start, for a small constant c, then with probability at least
 * 1 − δ the kernel stays near its start, ‖H(t) − H(0)‖₂ < λ₀/4 (and λ_min(H(t)) > λ₀/2 where Lemma 4 holds). The constant is left open; the claim here takes
 * c = √(π/2)/8 = 0.157 (ours).
 * Proof. An entry moves by at most |Gᵢⱼ| ≤ 1 times the share of the neurons within R of a border of datum i or j, each with a chance of at most 2√(2/π)R. So
 * E‖H(t) − H(0)‖₂ ≤ E Σᵢⱼ|·| ≤ 2√(2/π)n²R = δλ₀/4 at that c, and Markov's inequality. ∎ What is measured is that bound before its expectation is taken.
 */
import { spherePoints } from "../../problems/sphere-points.ts";
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { worstKernelMove } from "../kernel-concentration.ts";
import { drawable, kernelEnds, type NetworkAtStart } from "../network-at-start.ts";
import type { Case, Hypothesis, InProbability, IndependentValue, Series, Statement } from "../theorem.ts";

/** `failure` is δ, `radius` is how far the neurons may go. */
export interface Parameters extends NetworkAtStart {
  readonly failure: number;
  readonly radius: number;
}

/** √(π/2)/8, the c with which it is proved here. */
const CONSTANT = Math.sqrt(Math.PI / 2) / 8;

/** Unit data, λ₀ > 0, 0 < δ < 1, and R ≤ cδλ₀/n². O(n²d + n³). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const { least } = kernelEnds(p);
  const largest = (CONSTANT * p.failure * least) / p.count ** 2;
  return [
    ...drawable(p, String.raw`\lambda_0`),
    decided(
      "neurons stay near",
      String.raw`R \le \tfrac18\sqrt{\tfrac\pi2}\,\frac{\delta\lambda_0}{n^2}`,
      largest - p.radius,
      `$R$ = ${inWords(p.radius)}, at most ${inWords(largest)}`,
      false,
    ),
  ];
}

/** λ₀/4, a series of length 1; NaN for data that are not of norm 1. O(n²d + n³). */
export function claim(p: Parameters): Series {
  return Float64Array.of(kernelEnds(p).least / 4);
}

/** What no weights in the ball can exceed, for the network of the seed, a series of length 1; NaN for data that are not of norm 1. O(mn²). */
export function measure(p: Parameters): Series {
  return Float64Array.of(worstKernelMove(p, p.radius));
}

export const inProbability: InProbability<Parameters> = {
  failure: ({ failure }) => failure,
  withSeed: (p, seed) => ({ ...p, seed }),
};

/** One or two data at a right angle. */
function atRightAngle(count: 1 | 2, width: number, radius: number, failure: number): Parameters {
  const points = Float64Array.of(1, 0, 0, 1).subarray(0, 2 * count);
  return { points, count, dimension: 2, width, radius, failure, seed: 1 };
}

const cases: readonly Case<Parameters>[] = [
  {
    name: "one datum, the farthest for δ = 9/10",
    parameters: atRightAngle(1, 1000, 0.07, 0.9),
    expected: "holds",
  },
  { name: "two data, 1000 neurons, δ = ½", parameters: atRightAngle(2, 1000, 0.009, 0.5), expected: "holds" },
  { name: "too far", parameters: atRightAngle(1, 1000, 0.5, 0.5), expected: "outside" },
  {
    name: "the same datum twice",
    parameters: { ...atRightAngle(2, 100, 0.001, 0.5), points: Float64Array.of(1, 0, 1, 0) },
    expected: "outside",
  },
];

// Tolerance: the roundings of an eigenvalue.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: atRightAngle(1, 10, 0.1, 0.5),
    step: 0,
    claim: 1 / 8,
    tolerance: 1e-15,
    source: "by hand: λ₀ = ½",
  },
  {
    parameters: {
      ...atRightAngle(2, 10, 0.1, 0.5),
      points: Float64Array.of(1, 0, 0.5, Math.sqrt(3) / 2),
    },
    step: 0,
    claim: 1 / 12,
    tolerance: 1e-14,
    source: "by hand: λ₀ = ½ − 1/6 at 60°",
  },
];

/** One to three data, up to 1000 neurons, as far as is allowed or less; one in ten farther. */
function sample(random: Random): Parameters {
  const [count, dimension] = [1 + Math.floor(3 * random()), 2 + Math.floor(6 * random())];
  const points = spherePoints(random, count, dimension);
  const network = {
    points,
    count,
    dimension,
    width: Math.ceil(1000 ** random()),
    failure: 0.1 ** random(),
    seed: 1,
  };
  const largest = (CONSTANT * network.failure * kernelEnds(network).least) / count ** 2;
  return { ...network, radius: largest * (random() < 0.1 ? 1 + random() : random()) };
}

export const statement: Statement<Parameters> = {
  id: "bu-2021/lemma-5",
  paper: "bu-2021",
  number: "Lemma 5",
  title: "The kernel while the neurons stay near",
  kind: "upper",
  tex: String.raw`\|H(t)-H(0)\|_2 < \frac{\lambda_0}{4}\quad\text{if all } \|w_r(t)-w_r(0)\| \le c\,\frac{\delta\lambda_0}{n^2},\qquad\text{with probability at least } 1-\delta`,
  plain:
    "While every neuron stays within a small radius of its start, the kernel stays near its start as well, with high probability.",
  looseness: 2.8,
  cases,
  values,
  sample,
};
