/**
 * Fact 2.1 of Bu et al. 2021 (from Du et al. 2018): if no two of the unit points x₁ … x_n are parallel, then λ₀ = λ_min(H^∞) > 0, where
 * H^∞ᵢⱼ = E[xᵢᵀxⱼ 1{wᵀxᵢ ≥ 0, wᵀxⱼ ≥ 0}] for w ~ N(0, I).
 *
 * The claim here is ours, and says by how much: with ρ = max_{i≠j} |xᵢᵀxⱼ| < 1 and h(c) = c(π − arccos c)/(2π) = Σ_k c_k cᵏ,
 *   λ₀ ≥ Σ_k c_k max{0, 1 − (n − 1)ρᵏ} > 0.
 * Proof. h(c) = c/4 + c·arcsin(c)/(2π): only c₁ and the even coefficients are not 0, and all are positive. So H^∞ = Σ_k c_k G^{∘k}, entrywise
 * powers of the Gram matrix G. Each is positive semidefinite (Schur), and by Gershgorin's circles λ_min(G^{∘k}) ≥ 1 − (n − 1)ρᵏ, as its
 * diagonal is 1 and no other entry exceeds ρᵏ. The sum is positive, since ρᵏ → 0. ∎
 * For two points with xᵀy ≥ 0 it is an equality: λ₀ = ½ − h(ρ).
 */
import { gramMatrix } from "../../problems/gram.ts";
import { spherePoints } from "../../problems/sphere-points.ts";
import type { Random } from "../../random.ts";
import { reluGramSpectrum } from "../../spectra/relu-gram.ts";
import { decided, inWords } from "../hypothesis.ts";
import { logUniform } from "../quadratic-instance.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** `points`: n = `count` rows of `dimension` values, row-major. */
export interface Parameters {
  readonly points: Float64Array;
  readonly count: number;
  readonly dimension: number;
}

/** Beyond this power the sum is given up, and 0 claimed: ρ is then within 10⁻⁴ ln n of 1. */
const LAST_POWER = 20_000;

/** Unit points, no two parallel; opposite ones count as parallel. O(n²d). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const cosine = largestCosine(p);
  return [
    decided(
      "no two parallel",
      String.raw`x_i \nparallel x_j`,
      1 - cosine,
      `the largest $|x_i^\\top x_j|$ is ${inWords(cosine)}`,
    ),
  ];
}

/** Σ_k c_k max{0, 1 − (n − 1)ρᵏ}, a series of length 1; NaN where two points are parallel. O(n²d). */
export function claim(p: Parameters): Series {
  const cosine = largestCosine(p);
  return Float64Array.of(cosine < 1 ? leastEigenvalueBound(cosine, p.count - 1) : NaN);
}

/** λ_min(H^∞), a series of length 1. O(n²d + n³). */
export function measure({ points, count, dimension }: Parameters): Series {
  return Float64Array.of(reluGramSpectrum(points, count, dimension)[0]!);
}

/** An eigenvalue carries the rounding of the whole matrix, some n·10⁻¹⁶, and the bound that of ρ, which its slope near ρ = 1 enlarges by 1/√(1 − ρ²). O(n²d). */
export function rounding(p: Parameters): Series {
  const enlarged = 1 / Math.sqrt(1 - largestCosine(p) ** 2);
  return claim(p).map((bound) => (1e-15 * (p.count + enlarged)) / bound);
}

/** max_{i≠j} |xᵢᵀxⱼ|; 0 for a single point. Points that are parallel but for rounding are parallel. */
function largestCosine({ points, count, dimension }: Parameters): number {
  const gram = gramMatrix(points, count, dimension);
  let largest = 0;
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++) largest = Math.max(largest, Math.abs(gram[i * count + j]!));
  return largest > 1 - 4 * Number.EPSILON ? 1 : largest;
}

/** The sum, `others` = n − 1: its tail in closed form, Σ_{k>K} c_k = ½ − Σ_{k≤K} c_k and the same at ρ, from where no term is 0. */
function leastEigenvalueBound(cosine: number, others: number): number {
  const h = cosine / 4 + (cosine * Math.asin(cosine)) / (2 * Math.PI);
  let [whole, damped] = [0.5, h];
  let [power, coefficient, value] = [1, 1 / 4, cosine];
  for (; others * value >= 1; power += power === 1 ? 1 : 2) {
    if (power > LAST_POWER) return 0;
    whole -= coefficient;
    damped -= coefficient * value;
    coefficient = nextCoefficient(power, coefficient);
    value *= power === 1 ? cosine : cosine * cosine;
  }
  return whole - others * damped;
}

/** c₂ = 1/(2π), then c_{k+2}/c_k = (k − 1)²/(k(k + 1)): the series of arcsin. */
function nextCoefficient(power: number, coefficient: number): number {
  return power === 1 ? 1 / (2 * Math.PI) : (coefficient * (power - 1) ** 2) / (power * (power + 1));
}

/** Points of the plane at angles in degrees. */
function atAngles(...degrees: number[]): Parameters {
  const points = degrees.flatMap((angle) => {
    const radians = (angle * Math.PI) / 180;
    return [Math.cos(radians), Math.sin(radians)];
  });
  return { points: Float64Array.from(points), count: degrees.length, dimension: 2 };
}

/** Two points of the plane with a given cosine. */
function withCosine(cosine: number): Parameters {
  const points = Float64Array.of(1, 0, cosine, Math.sqrt(1 - cosine * cosine));
  return { points, count: 2, dimension: 2 };
}

/** n points that pairwise have the same cosine c ≥ 0: √c·e₀ + √(1 − c)·eᵢ. */
function equicorrelated(count: number, cosine: number): Parameters {
  const dimension = count + 1;
  const points = new Float64Array(count * dimension);
  for (let i = 0; i < count; i++) {
    points[i * dimension] = Math.sqrt(cosine);
    points[i * dimension + i + 1] = Math.sqrt(1 - cosine);
  }
  return { points, count, dimension };
}

const cases: readonly Case<Parameters>[] = [
  { name: "two points with cosine 0.9: an equality", parameters: withCosine(0.9), expected: "holds" },
  { name: "orthogonal points: λ₀ = ½", parameters: atAngles(0, 90), expected: "holds" },
  { name: "one point", parameters: atAngles(30), expected: "holds" },
  { name: "three at 0°, 40°, 100°", parameters: atAngles(0, 40, 100), expected: "holds" },
  { name: "two that are nearly parallel", parameters: atAngles(0, 0.01), expected: "holds" },
  { name: "eight that crowd", parameters: equicorrelated(8, 0.95), expected: "holds" },
  { name: "the same point twice", parameters: atAngles(10, 10), expected: "outside" },
  {
    name: "opposite points: outside, although λ₀ = ½",
    parameters: atAngles(0, 180),
    expected: "outside",
  },
];

// Tolerances: a few roundings; the closed tail cancels by a factor of at most 10.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: withCosine(0.9),
    step: 0,
    claim: 0.11460483190791782,
    tolerance: 4e-15,
    source: "½ − h(0.9), 40 digits (test/oracles/bu-2021.py)",
  },
  { parameters: withCosine(0.5), step: 0, claim: 1 / 3, tolerance: 1e-15, source: "by hand: ½ − 1/6" },
  {
    parameters: atAngles(0, 120, 240),
    step: 0,
    claim: 1 / 6,
    tolerance: 4e-15,
    source: "by hand: (½ − ¼) − 2(1/6 − 1/8), where the first term is exactly 0",
  },
  {
    parameters: equicorrelated(4, 0.9),
    step: 0,
    claim: 0.031478275563357835,
    tolerance: 1e-13,
    source: "3000 terms of the sum, 40 digits (test/oracles/bu-2021.py)",
  },
  {
    parameters: equicorrelated(9, 0.6),
    step: 0,
    claim: 0.058588808052473239,
    tolerance: 1e-13,
    source: "the same",
  },
  { parameters: atAngles(0, 180), step: 0, claim: NaN, tolerance: 0, source: "the points are parallel" },
];

/** One to eight points on a sphere of dimension 2 to 10, or a pair that is nearly parallel or nearly opposite. */
function sample(random: Random): Parameters {
  if (random() < 0.2) {
    const near = logUniform(random, 5);
    return withCosine(random() < 0.5 ? 1 - near : near - 1);
  }
  const [count, dimension] = [1 + Math.floor(8 * random()), 2 + Math.floor(9 * random())];
  return { points: spherePoints(random, count, dimension), count, dimension };
}

export const statement: Statement<Parameters> = {
  id: "bu-2021/fact-2-1",
  paper: "bu-2021",
  number: "Fact 2.1",
  title: "When the kernel has no flat direction",
  kind: "lower",
  tex: String.raw`\lambda_0 = \lambda_{\min}(H^\infty) \ge \sum_k c_k \max\{0,\ 1-(n-1)\rho^k\},\quad \rho = \max_{i\ne j}|x_i^\top x_j|`,
  plain:
    "If no two data points are parallel, the kernel of the infinitely wide network is positive definite; the number is ours.",
  looseness: 1.000001,
  cases,
  values,
  sample,
};
