/**
 * Lemma 8 of Wang et al. 2021: heavy ball on a deep linear network, from any weights, moves the residual ξ_t = vec(U_t − Y) by
 *   ξ_{t+1} = (1 + β)ξ_t − ηH₀ξ_t − βξ_{t−1} + φ_t + ψ_t + ι_t
 * with H_t as in `deepLinearGram`, c = 1/√(m^{L−1}d_y), and, vec taken column by column,
 *   φ_t = c vec((Π_l(W_t^{(l)} − ηM_{t,l}) − W_t^{(L:1)} + η Σ_l W_t^{(L:l+1)} M_{t,l} W_t^{(l−1:1)})X),   M_{t,l} = βM_{t−1,l} + ∂ℓ/∂W_t^{(l)},
 *   ψ_t = c vec((L−1)βW_t^{(L:1)}X + βW_{t−1}^{(L:1)}X − β Σ_l W_t^{(L:l+1)} W_{t−1}^{(l)} W_t^{(l−1:1)}X),   ι_t = η(H₀ − H_t)ξ_t.
 * Proof. W_{t+1}^{(l)} = W_t^{(l)} − ηM_{t,l}, so φ_t is U_{t+1} − U_t less its part of first order in ηM_t, which is −η dU_t[M_t] for the derivative dU_t of U at
 * W_t. As ηM_t = η∇ℓ(W_t) − β(W_t − W_{t−1}), dU_t[∇ℓ] = H_tξ_t and dU_t[W_t] = L·U_t, that part is −ηH_tξ_t + β(L·U_t − dU_t[W_{t−1}]), whence
 * ψ_t = βL·U_t − β dU_t[W_{t−1}] − β(U_t − U_{t−1}). Y drops out of ξ_{t+1} − (1 + β)ξ_t + βξ_{t−1}. ∎ (In print the recursion of M has
 * M_{t,l−1} for M_{t−1,l}, here and in (36); the sums that follow it there are right.)
 *
 * The claim is every entry of φ_t + ψ_t + ι_t from Algorithm 1, which has the M_t; what is measured is ξ_{t+1} − (1 + β)ξ_t + ηH₀ξ_t + βξ_{t−1} from
 * Algorithm 2. Entry t·nd_y + j·d_y + o belongs to output o of example j at step t.
 */
import { gradientDescent } from "../../methods/gradient-descent.ts";
import { heavyBall } from "../../methods/heavy-ball.ts";
import { trajectory } from "../../methods/trajectory.ts";
import { norm } from "../../norm.ts";
import type { ChainProblem } from "../../problems/deep-linear-chain.ts";
import type { LinearData } from "../../problems/deep-linear-data.ts";
import { deepLinearGram } from "../../problems/deep-linear-gram.ts";
import { deepLinear, deepLinearChain, type DeepLinearShape } from "../../problems/deep-linear-network.ts";
import { fillNormal, type Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** `inputs` (n × d) and `targets` (n × d_y) with one example after the other; `weights` W₁, …, W_L, each row-major; from rest; `steps` is T. */
export interface Parameters {
  readonly examples: number;
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
  readonly depth: number;
  readonly width: number;
  readonly weights: Float64Array;
  readonly stepSize: number;
  readonly momentum: number;
  readonly steps: number;
}

/** 0 < η and 0 ≤ β ≤ 1; any weights, data, width. */
export function assumes({ stepSize, momentum }: Parameters): readonly Hypothesis[] {
  const least = Math.min(momentum, 1 - momentum);
  return [
    decided("a step", String.raw`\eta > 0`, stepSize, `$\\eta$ = ${inWords(stepSize)}`),
    decided("a momentum", String.raw`0 \le \beta \le 1`, least, `$\\beta$ = ${inWords(momentum)}`, false),
  ];
}

/** Every entry of φ_t + ψ_t + ι_t for t = 0 … T, by Algorithm 1; zeros once the run has left the doubles. O(T(Lm²n + n²d_y²L)). */
export function claim(p: Parameters): Series {
  const { stepSize, momentum, steps } = p;
  const { problem, size } = networkOf(p);
  const entries = new Float64Array((steps + 1) * size);
  if (!isDefined(p)) return entries.fill(NaN);
  let [before, w] = [p.weights, p.weights];
  let accumulated = new Float64Array(w.length);
  for (let t = 0; t <= steps; t++) {
    const gradient = problem.gradient(w, new Float64Array(w.length));
    accumulated = accumulated.map((x, i) => momentum * x + gradient[i]!);
    const next = w.map((x, i) => x - stepSize * accumulated[i]!);
    const [u, uBefore, uNext] = [w, before, next].map((v) => problem.outputs(v, new Float64Array(size)));
    if (!uNext!.every(Number.isFinite)) break;
    const first = problem.derivative(w, accumulated, new Float64Array(size));
    const mixed = problem.derivative(w, before, new Float64Array(size));
    const drift = gramChange(p, w, residualOf(p, u!));
    for (let i = 0; i < size; i++) {
      const phi = uNext![i]! - u![i]! + stepSize * first[i]!;
      const psi = (p.depth - 1) * momentum * u![i]! + momentum * uBefore![i]! - momentum * mixed[i]!;
      entries[t * size + i] = phi + psi + stepSize * drift[i]!;
    }
    [before, w] = [w, next];
  }
  return entries;
}

/** ξ_{t+1} − (1 + β)ξ_t + ηH₀ξ_t + βξ_{t−1} for t = 0 … T, entry by entry, by Algorithm 2; zeros once the run has left the doubles. */
export function measure(p: Parameters): Series {
  const { size } = networkOf(p);
  const entries = new Float64Array((p.steps + 1) * size);
  if (!isDefined(p)) return entries.fill(NaN);
  const gram = gramAt(p, p.weights);
  forEachStep(p, ([before, now, after], t) => {
    const pulled = product(gram, now);
    for (let i = 0; i < size; i++)
      entries[t * size + i] =
        after[i]! - (1 + p.momentum) * now[i]! + p.stepSize * pulled[i]! + p.momentum * before[i]!;
  });
  return entries;
}

/**
 * The size of what cancels: 3L + η‖H₀‖ times the largest of c‖|W^{(L)}| ⋯ |W^{(1)}||X|‖ at w_{t−1}, w_t, w_{t+1}, which bounds the roundings of a product also where the product
 * itself is small, and ‖Y‖; the same for all entries of a step.
 */
export function scale(p: Parameters): Series {
  const { size } = networkOf(p);
  const sizes = new Float64Array((p.steps + 1) * size);
  if (!isDefined(p)) return sizes;
  const pull = p.stepSize * norm(gramAt(p, p.weights));
  const targets = norm(p.targets);
  const productSize = productSizes(withoutSigns(p));
  forEachStep(p, (_, t, weights) => {
    const products = weights.map(productSize);
    sizes.fill((3 * p.depth + pull) * (Math.max(...products) + targets), t * size, (t + 1) * size);
  });
  return sizes;
}

/**
 * ε Π_{s<t}(1 + β + η‖|H|_s‖(1 + L‖ξ_s‖/‖|U|_s‖)) for each entry of step t, with |H| and |U| of the absolute values of weights and data: what two runs whose steps round in different ways may
 * come apart by, relative to `scale`, since ‖|H|‖ bounds the square of U's derivative, and its second derivative is at most L‖|H|‖/‖|U|‖. Matters where a run moves far in a step.
 */
export function rounding(p: Parameters): Series {
  const { size } = networkOf(p);
  const relative = new Float64Array((p.steps + 1) * size);
  if (!isDefined(p)) return relative;
  const positive = withoutSigns(p);
  const productSize = productSizes(positive);
  let apart = Number.EPSILON;
  forEachStep(p, ([, residual], t, [, w]) => {
    relative.fill(apart, t * size, (t + 1) * size);
    const outputs = productSize(w);
    // Where a layer or the data are 0 there is nothing to bend.
    const bend = outputs === 0 ? 0 : (p.depth * norm(residual)) / outputs;
    apart *= 1 + p.momentum + p.stepSize * norm(gramAt(positive, w.map(Math.abs))) * (1 + bend);
  });
  return relative;
}

/** The same with the absolute values of its data. */
function withoutSigns(p: Parameters): Parameters {
  return { ...p, inputs: p.inputs.map(Math.abs) };
}

/** c‖|W^{(L)}| ⋯ |W^{(1)}||X|‖ of weights, on data without signs. */
function productSizes(positive: Parameters): (weights: Float64Array) => number {
  const { problem, size } = networkOf(positive);
  return (weights) => norm(problem.outputs(weights.map(Math.abs), new Float64Array(size)));
}

type Triple = readonly [Float64Array, Float64Array, Float64Array];

/** Calls `visit` with ξ_{t−1}, ξ_t, ξ_{t+1}, t, and the weights at these steps for each t whose next iterate is finite. */
function forEachStep(p: Parameters, visit: (residuals: Triple, t: number, weights: Triple) => void): void {
  const { problem, size } = networkOf(p);
  const method = p.momentum === 0 ? gradientDescent : heavyBall;
  const rows = trajectory(method, problem, { ...p, start: p.weights, steps: p.steps + 1 });
  const { length } = p.weights;
  const iterates = Array.from({ length: rows.length / length }, (_, t) =>
    rows.subarray(t * length, (t + 1) * length),
  );
  const residuals = iterates.map((w) => residualOf(p, problem.outputs(w, new Float64Array(size))));
  const around = (list: readonly Float64Array[], t: number): Triple => [
    list[Math.max(0, t - 1)]!,
    list[t]!,
    list[t + 1]!,
  ];
  for (let t = 0; t + 1 < residuals.length && residuals[t + 1]!.every(Number.isFinite); t++)
    visit(around(residuals, t), t, around(iterates, t));
}

function networkOf(p: Parameters): { problem: ChainProblem; size: number } {
  const data = dataOf(p);
  return { problem: deepLinear({ chain: deepLinearChain(shapeOf(p)), data }), size: p.targets.length };
}

function shapeOf({ examples, inputs, targets, depth, width }: Parameters): DeepLinearShape {
  return { depth, width, inputs: inputs.length / examples, outputs: targets.length / examples };
}

function dataOf({ examples, inputs, targets }: Parameters): LinearData {
  return { examples, inputs, targets };
}

function isDefined({ stepSize, momentum }: Parameters): boolean {
  return stepSize > 0 && momentum >= 0 && momentum <= 1;
}

function residualOf({ targets }: Parameters, outputs: Float64Array): Float64Array {
  return outputs.map((u, i) => u - targets[i]!);
}

function gramAt(p: Parameters, weights: Float64Array): Float64Array {
  return deepLinearGram(deepLinearChain(shapeOf(p)), dataOf(p), weights);
}

/** (H₀ − H_t)ξ. */
function gramChange(p: Parameters, weights: Float64Array, residual: Float64Array): Float64Array {
  const now = gramAt(p, weights);
  return product(
    gramAt(p, p.weights).map((h, i) => h - now[i]!),
    residual,
  );
}

function product(matrix: Float64Array, v: Float64Array): Float64Array {
  return v.map((_, i) => v.reduce((sum, x, j) => sum + matrix[i * v.length + j]! * x, 0));
}

/** f(x) = w₂w₁x from w₁ = 2, w₂ = 1 with x = y = 1. */
const scalar: Parameters = {
  examples: 1,
  inputs: Float64Array.of(1),
  targets: Float64Array.of(1),
  depth: 2,
  width: 1,
  weights: Float64Array.of(2, 1),
  stepSize: 0.125,
  momentum: 0.5,
  steps: 3,
};

/** Three layers of width 4 with small whole weights: √m = 2, d_y = 1, so that all is rational. */
const rational: Parameters = {
  examples: 2,
  inputs: Float64Array.of(1, 2, -1, 1),
  targets: Float64Array.of(1, -2),
  depth: 3,
  width: 4,
  weights: Float64Array.of(
    ...[1, 0, 0, 1, 1, 1, -1, 2],
    ...[1, 1, 0, 0, 0, 2, 0, -1, 1, 0, 1, 0, 0, 0, 1, 1],
    ...[1, -1, 0, 2],
  ),
  stepSize: 0.015625,
  momentum: 0.75,
  steps: 4,
};

const cases: readonly Case<Parameters>[] = [
  { name: "two scalar layers", parameters: scalar, expected: "holds" },
  { name: "three layers of width 4", parameters: rational, expected: "holds" },
  { name: "β = 0: gradient descent", parameters: { ...rational, momentum: 0 }, expected: "holds" },
  {
    name: "a step too long: it diverges, and the identity holds on",
    parameters: { ...scalar, stepSize: 2, steps: 5 },
    expected: "holds",
  },
  { name: "no step", parameters: { ...scalar, stepSize: 0 }, expected: "outside" },
];

const oracle = "test/oracles/lemma-8.py";

// Tolerance: the three terms are what is left of numbers some hundred times as large.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: scalar,
    step: 0,
    claim: 0.03125,
    tolerance: 1e-14,
    source: "by hand: ξ₀ = 1, gradients 1 and 2, so φ₀ = 2η² and ψ₀ = ι₀ = 0",
  },
  { parameters: scalar, step: 1, claim: 0.08458948135375977, tolerance: 1e-12, source: oracle },
  { parameters: scalar, step: 2, claim: 0.003790498957181616, tolerance: 1e-12, source: oracle },
  { parameters: scalar, step: 3, claim: -0.055291760733523744, tolerance: 1e-12, source: oracle },
  { parameters: rational, step: 0, claim: 0.05375500186346471, tolerance: 1e-12, source: oracle },
  { parameters: rational, step: 3, claim: 0.17862063159134417, tolerance: 1e-12, source: oracle },
  { parameters: rational, step: 4, claim: 0.2729189749326222, tolerance: 1e-12, source: oracle },
  { parameters: rational, step: 7, claim: 0.12653183083968983, tolerance: 1e-12, source: oracle },
  { parameters: rational, step: 9, claim: 0.0421488191660612, tolerance: 1e-12, source: oracle },
];

/** One or two examples, widths to four, two to four layers, at most four steps of any size that keeps the doubles. */
function sample(random: Random): Parameters {
  const [examples, d, k] = [
    1 + Math.floor(2 * random()),
    1 + Math.floor(3 * random()),
    1 + Math.floor(2 * random()),
  ];
  const [depth, width] = [2 + Math.floor(3 * random()), 1 + Math.floor(4 * random())];
  const normals = (length: number): Float64Array => fillNormal(random, new Float64Array(length));
  return {
    examples,
    inputs: normals(examples * d),
    targets: normals(examples * k),
    depth,
    width,
    weights: normals(width * d + (depth - 2) * width * width + k * width),
    stepSize: 0.2 * random() + 1e-3,
    momentum: random() < 0.1 ? 1 : random(),
    steps: 1 + Math.floor(4 * random()),
  };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/lemma-8",
  paper: "wang-2021",
  number: "Lemma 8",
  title: "The residual dynamics of a deep linear network",
  kind: "equality",
  tex: String.raw`\xi_{t+1} = (1+\beta)\,\xi_t - \eta H_0\xi_t - \beta\,\xi_{t-1} + \varphi_t,\qquad \varphi_t=\phi_t+\psi_t+\iota_t,\quad \iota_t=\eta\,(H_0-H_t)\,\xi_t`,
  plain:
    "On a deep linear network the residual follows the linear recursion of a quadratic, and what is left over consists of three terms: products of steps, products of velocities, and the change of the Gram matrix.",
  looseness: 1,
  cases,
  values,
  sample,
};
