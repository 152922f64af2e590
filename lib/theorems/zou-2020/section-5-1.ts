/**
 * Section 5.1 of Zou, Long and Gu 2020 says of the identity transformations, on Y = −X + noise, that gradient descent gets stuck, by the lower bound of Bartlett et al. 2019. That
 * bound is for a symmetric Φ with a negative eigenvalue; with noise Φ = YX⁺ is not symmetric, and the sign of det Φ decides.
 *
 * Repaired claim (ours): d = k, L layers, X of rank d, Φ = argmin ‖ΘX − Y‖. If det Φ < 0 and no step makes the determinant of a layer I + W_l change its sign or vanish, then
 *   𝓛(W_t) − 𝓛* ≥ ½σ_min²(ΦX) for all t.
 * Proof. U = √(m/k)Π(I + W_l) on the first d coordinates, all that ever move, so det U > 0. Let N = ΦX and M = UX; with X = RQ, R invertible (d × d), QQᵀ = I, both are d × d
 * matrices ΦR, UR times Q, with determinants of opposite sign. So some S = (1 − s)UR + sΦR with 0 < s < 1 is singular, and
 * ‖UR − ΦR‖_F ≥ ‖S − ΦR‖_F ≥ σ_min(ΦR) = σ_min(ΦX). Finally 𝓛 − 𝓛* = ½‖UX − ΦX‖²_F. ∎
 * Along the gradient flow with L ≥ 2 the determinant keeps its sign: the layers stay balanced, and U follows a flow that cannot leave its rank (Arora et al. 2019). Steps of
 * gradient descent that are short enough do the same; here it is checked at each of them. (In floating point the layers do not stay equal to the last bit, and the difference
 * grows: two layers on one coordinate with η = 0.1 leave through the saddle at step 407; three layers, and ten, are still there at step 100 000.) For L = 1 the problem is convex, and the run walks across det = 0.
 * The bound is attained in the limit: d = 1, L = 2, Φ = −1. If det Φ > 0 there is no such door: −I is a rotation in even dimensions, and once noise has broken the symmetry
 * the net leaves, after a plateau that is longer the smaller the noise, the step and the dimension.
 */
import { norm } from "../../norm.ts";
import { gradientDescent } from "../../methods/gradient-descent.ts";
import { run } from "../../methods/method.ts";
import { compressData, type LinearData } from "../../problems/deep-linear-data.ts";
import { linearResNet } from "../../problems/linear-resnet.ts";
import { identityTransformations } from "../../problems/linear-resnet-transformations.ts";
import { fillNormal, type Random } from "../../random.ts";
import { determinant } from "../../spectra/determinant.ts";
import { leastSquaresMap } from "../../spectra/least-squares-map.ts";
import { singularValues } from "../../spectra/singular-values.ts";
import { symmetricEigenvalues } from "../../spectra/symmetric-eigenvalues.ts";
import { decided, inWords } from "../hypothesis.ts";
import { dataRange, excessAlong } from "../linear-resnet-instance.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

/** Width d, as the other hidden variables stay 0, with B = `scale`·I (√(m/k) at width m); `steps` is T. */
export interface Parameters extends LinearData {
  readonly scale: number;
  readonly depth: number;
  readonly stepSize: number;
  readonly steps: number;
}

/** d = k, rank X = d, det Φ < 0, and det(I + W_l) > 0 for all l at every step of the run. O(T·L·d³). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const least = leastDeterminant(p);
  const phi = sizeOfPhi(p);
  return [
    ...identitySetting(p),
    decided("det Φ negative", String.raw`\det\Phi < 0`, -phi, `$\\det\\Phi$ = ${inWords(phi)}`),
    decided(
      "no layer turned over",
      String.raw`\det(I+W_l) > 0`,
      least,
      `the least determinant of a layer on the way is ${inWords(least)}`,
    ),
  ];
}

/** ½σ_min²(ΦX) for t = 0 … T; NaN where d ≠ k. O(T + nd²). */
export function claim(p: Parameters): Series {
  return new Float64Array(p.steps + 1).fill(plateau(p));
}

/** 𝓛(W_t) − 𝓛* for t = 0 … T by running gradient descent; Infinity once it has diverged. O(L·d³·T). */
export function measure(p: Parameters): Series {
  if (!isSquare(p)) return new Float64Array(p.steps + 1).fill(NaN);
  return excessAlong(problemOf(p), p.stepSize, p.steps);
}

/** Some hundred roundings of the outputs and targets, relative to σ_min(ΦX), and twice that for the square. */
export function rounding(p: Parameters): Series {
  const { largest } = dataRange(p);
  const size = norm(p.targets) + p.scale * largest;
  return claim(p).map((bound) => (200 * Number.EPSILON * (100 + p.steps) * size) / Math.sqrt(2 * bound));
}

function identitySetting(p: Parameters): readonly Hypothesis[] {
  const [d, k] = [p.inputs.length / p.examples, p.targets.length / p.examples];
  const sigma = singularValues(p.inputs, p.examples, d);
  const rank = p.examples >= d ? sigma.at(-1)! - 1e-12 * sigma[0]! : -1;
  return [
    decided("as many outputs as inputs", "d = k", -Math.abs(d - k), `$d$ = ${d}, $k$ = ${k}`, false),
    decided(
      "inputs in every direction",
      String.raw`\operatorname{rank} X = d`,
      rank,
      `$\\sigma_{\\min}(X)$ = ${inWords(rank)}`,
    ),
  ];
}

function isSquare({ inputs, targets, examples }: Parameters): boolean {
  return inputs.length === targets.length && examples >= inputs.length / examples;
}

/** ½σ_min²(ΦX), the same on compressed data, where ΦX = Y; NaN where it is not square. */
function plateau(p: Parameters): number {
  const { examples, targets } = compressData(p);
  const d = p.inputs.length / p.examples;
  return isSquare(p) && examples === d ? singularValues(targets, d, d).at(-1)! ** 2 / 2 : NaN;
}

/** det Φ = det(ΦX̃)/det X̃ on compressed data; NaN where it does not exist. */
function sizeOfPhi(p: Parameters): number {
  const { examples, inputs, targets } = compressData(p);
  const d = p.inputs.length / p.examples;
  return isSquare(p) && examples === d ? determinant(targets, d) / determinant(inputs, d) : NaN;
}

function problemOf(p: Parameters): ReturnType<typeof linearResNet> {
  const d = p.inputs.length / p.examples;
  const maps = identityTransformations({ inputs: d, outputs: d, width: d });
  return linearResNet({ ...maps, outOf: maps.outOf.map((x) => p.scale * x) }, p.depth, compressData(p));
}

/** The least det(I + W_l) over all layers and steps. */
function leastDeterminant(p: Parameters): number {
  if (!isSquare(p) || !(p.stepSize > 0)) return NaN;
  const d = p.inputs.length / p.examples;
  const problem = problemOf(p);
  const start = new Float64Array(problem.dimension);
  let least = Infinity;
  run(gradientDescent, problem, { ...p, momentum: 0, start }, (_, w) => {
    for (let l = 0; l < p.depth; l++) least = Math.min(least, layerDeterminant(w, l, d));
  });
  return least;
}

function layerDeterminant(w: Float64Array, l: number, d: number): number {
  const layer = w.slice(l * d * d, (l + 1) * d * d);
  for (let i = 0; i < d; i++) layer[i * (d + 1)]! += 1;
  return d === 1 ? layer[0]! : determinant(layer, d);
}

/** The data of the sheet's third test: Φ = [[−1, ¼], [0, −1]], whose determinant is 1. */
const rotation: Case<Parameters> = {
  name: "d = 2, Φ = [[−1, ¼], [0, −1]]: near −I, and it leaves",
  parameters: {
    examples: 2,
    inputs: Float64Array.of(1, 0, 0, 2),
    targets: Float64Array.of(-1, 0, 0.5, -2),
    scale: 1,
    depth: 2,
    stepSize: 0.02,
    steps: 200,
  },
  expected: "outside",
  expectedPrinted: "violated",
};

const line: Parameters = {
  examples: 1,
  inputs: Float64Array.of(1),
  targets: Float64Array.of(-1),
  scale: 1,
  depth: 2,
  stepSize: 0.1,
  steps: 120,
};
const reflection: Parameters = {
  examples: 2,
  inputs: Float64Array.of(1, 0, 0, 2),
  targets: Float64Array.of(0, 1, 3, 0),
  scale: 2,
  depth: 3,
  stepSize: 0.005,
  steps: 300,
};

const cases: readonly Case<Parameters>[] = [
  {
    name: "d = 1, two layers, Φ = −1: the excess tends to ½",
    parameters: line,
    expected: "holds",
    expectedPrinted: "holds",
  },
  { name: "d = 2, a reflection, three layers", parameters: reflection, expected: "holds" },
  rotation,
  {
    name: "one layer: convex, and it walks through det = 0",
    parameters: { ...line, depth: 1 },
    expected: "outside",
    expectedPrinted: "violated",
  },
  {
    name: "two inputs, one output",
    parameters: { ...reflection, targets: Float64Array.of(1, 2) },
    expected: "outside",
  },
];

const byHand = (parameters: Parameters, claim: number, source: string): IndependentValue<Parameters> => ({
  parameters,
  step: 9,
  claim,
  tolerance: 1e-14, // a few roundings
  source: `by hand: ${source}`,
});

const values: readonly IndependentValue<Parameters>[] = [
  byHand(line, 0.5, "½ · 1²"),
  byHand(reflection, 0.5, "ΦX has the singular values 3 and 1"),
  byHand({ ...reflection, targets: Float64Array.of(0, 4, 3, 0) }, 4.5, "4 and 3, ½ · 9"),
  { ...byHand(cases.at(-1)!.parameters, NaN, "not square"), tolerance: 0 },
];

/** Φ = −I, in even dimensions most often with one entry +1, and noise; one to three dimensions, a few examples, two to four layers, short steps. */
function sample(random: Random): Parameters {
  const d = random() < 0.2 ? 1 : 2 + Math.floor(2 * random());
  const examples = d + Math.floor(3 * random());
  const inputs = fillNormal(random, new Float64Array(examples * d));
  for (let i = 0; i < d; i++) inputs[i * (d + 1)]! += 2;
  const noise = fillNormal(random, new Float64Array(d * d)).map((x) => 0.5 * x);
  const turned = d === 2 && random() < 0.8;
  const targets = inputs.map((x, e) => {
    const [j, o] = [Math.floor(e / d), e % d];
    let target = turned && o === 0 ? x : -x;
    for (let i = 0; i < d; i++) target += noise[o * d + i]! * inputs[j * d + i]!;
    return target;
  });
  const size = inputs.reduce((sum, x) => sum + x * x, 0);
  const depth = 2 + Math.floor(3 * random());
  return {
    examples,
    inputs,
    targets,
    scale: 1,
    depth,
    stepSize: (0.4 + 0.4 * random()) / (depth * size),
    steps: 120,
  };
}

export const statement: Statement<Parameters> = {
  id: "zou-2020/section-5-1",
  paper: "zou-2020",
  number: "Section 5.1",
  title: "The plateau of the identity: a closed door, or a long corridor",
  kind: "lower",
  tex: String.raw`\det\Phi<0 \quad\Longrightarrow\quad \mathcal L(W_t)-\mathcal L_* \ge \tfrac12\,\sigma_{\min}^2(\Phi X) \quad\text{for all } t`,
  plain:
    "With identity transformations a net whose target turns space over can never reach it, since the determinant of its product keeps its sign; a target that does not turn space over is reached after a plateau.",
  looseness: 1.0001,
  cases,
  values,
  sample,
};

/** "Gets stuck", for every Φ whose symmetric part is negative definite, as −I plus noise is. */
export const printed: Printed<Parameters> = {
  tex: String.raw`\Phi+\Phi^\top\prec0 \quad\Longrightarrow\quad \mathcal L(W_t)-\mathcal L_* \ge \tfrac12\,\sigma_{\min}^2(\Phi X) \quad\text{for all } t`,
  assumes(p) {
    const largest = largestOfSymmetricPart(p);
    return [
      ...identitySetting(p),
      decided(
        "Φ near −I",
        String.raw`\Phi+\Phi^\top \prec 0`,
        -largest,
        `the largest eigenvalue of the symmetric part of $\\Phi$ is ${inWords(largest)}`,
      ),
    ];
  },
  claim,
  counterexample: rotation,
  slip: String.raw`Bartlett, Helmbold and Long show that gradient descent from the identity does not reach a symmetric $\Phi$ with a negative eigenvalue: there all iterates stay symmetric and positive definite. In the experiment $Y=-X+0.1E$, and $\Phi$ is not symmetric. For even $d$ its determinant is positive, nothing stands in the way, and the plateau is left in the end.`,
  survives: String.raw`That the identity is slow: on the data of the experiment, $d = 10$, the loss stays near its plateau for thousands of steps, where the two other transformations have long converged. For odd $d$ it is stuck for good, at $\tfrac12\sigma_{\min}^2(\Phi X)$. And for symmetric $\Phi$ the lower bound applies as it is.`,
  scan: String.raw`The sentence is legible in our copy. How many iterations Figure 1 shows, and with which step size, the text does not say; over a few hundred the plateau looks like an end.`,
};

/** The largest eigenvalue of (Φ + Φᵀ)/2; NaN where Φ is not square. */
function largestOfSymmetricPart(p: Parameters): number {
  const { examples, inputs, targets } = compressData(p);
  const d = p.inputs.length / p.examples;
  if (!isSquare(p) || examples !== d) return NaN;
  const phi = leastSquaresMap(inputs, targets, d, d);
  const symmetric = phi.map((x, e) => (x + phi[(e % d) * d + Math.floor(e / d)]!) / 2);
  return symmetricEigenvalues(symmetric, d).at(-1)!;
}
