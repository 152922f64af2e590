/**
 * Lemma 23 of Wang et al. 2021 (Lemma 4.2 of Hu et al. 2020), on the start of a deep linear network with orthogonal weights:
 *   λ_min(H₀) ≥ Lσ_min²(X)/d_y,   λ_max(H₀) ≤ Lσ_max²(X)/d_y,   σ(W₀^{(j:i)}) = m^{(j−i+1)/2}.
 * The first two are equalities: H₀ = (L/d_y) XᵀX ⊗ I. The third holds for all (j, i) but (L, 1), where only σ ≤ m^{L/2} is left.
 * Proof. W^{(l)} = √m O_l with O_l orthogonal for 1 < l < L, O₁ᵀO₁ = I, O_LO_Lᵀ = I. For i > 1 the product O_j⋯O_i has orthonormal rows if j = L and is
 * orthogonal otherwise; for i = 1 and j < L it has orthonormal columns. So all its singular values are 1, and
 * (W^{(l−1:1)}X)ᵀ(W^{(l−1:1)}X) = m^{l−1}XᵀX, W^{(L:l+1)}(W^{(L:l+1)})ᵀ = m^{L−l}I, whence H₀. W^{(L:1)}/m^{L/2} = (O_L⋯O₂)O₁ is a product of orthonormal rows and
 * orthonormal columns, a d_y × d corner of an orthogonal matrix when m > max{d, d_y}: its singular values are at most 1, and for
 * d_y + d ≤ m less than 1, with probability 1. Only at m = d = d_y they are all 1. ∎
 * The proofs that follow use the products with j < L or i > 1 alone, as far as we have read them, so nothing else is lost.
 *
 * The claim is a list of upper bounds: λ_max, 1/λ_min, the largest σ(W^{(j:i)})/m^{(j−i+1)/2} and the largest of its reciprocals over (j, i) ≠ (L, 1), and
 * the same two for (L, 1), of which the last has none. The lemma's third part, on ℓ(W₀), is in a file of its own.
 */
import { multiply } from "../../problems/deep-linear-products.ts";
import { layerOffsets } from "../../problems/deep-linear-chain.ts";
import { deepLinearGram } from "../../problems/deep-linear-gram.ts";
import { deepLinearChain, orthogonalWeights } from "../../problems/deep-linear-network.ts";
import { transpose } from "../../problems/deep-linear-data.ts";
import { seededRandom, type Random } from "../../random.ts";
import { singularValues } from "../../spectra/singular-values.ts";
import { symmetricEigenvalues } from "../../spectra/symmetric-eigenvalues.ts";
import {
  dataOf,
  dataSizes,
  deepLinearSetting,
  diagonalData,
  sampleDeepLinearInstance,
  shapeOf,
  type DeepLinearInstance,
} from "../deep-linear-instance.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

/** The weights are drawn in full width. W* and δ have no say. */
export type Parameters = DeepLinearInstance;

/** (A1), L ≥ 2, m ≥ max{d, d_y}. O(nd²). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return deepLinearSetting(p);
}

/** Lσ_max²/d_y, d_y/(Lσ_min²), 1, 1, 1, ∞; NaN where X has no κ. O(nd²). */
export function claim(p: Parameters): Series {
  return bounds(p, Infinity);
}

/** λ_max(H₀), 1/λ_min(H₀), the largest and the reciprocal of the smallest σ of the scaled products but for (L, 1), and of that one. O(L²m³ + (nd_y)³). */
export function measure(p: Parameters): Series {
  const shape = shapeOf(p);
  if (!(p.width >= Math.max(shape.inputs, shape.outputs))) return new Float64Array(6).fill(NaN);
  const weights = orthogonalWeights(shape, seededRandom(p.seed));
  const eigenvalues = symmetricEigenvalues(
    deepLinearGram(deepLinearChain(shape), dataOf(p), weights),
    p.examples * shape.outputs,
  );
  const [inner, whole] = [
    { least: Infinity, most: 0 },
    { least: Infinity, most: 0 },
  ];
  for (let i = 1; i <= p.depth; i++)
    for (const [j, sigma] of productsFrom(p, weights, i)) {
      const seen = i === 1 && j === p.depth ? whole : inner;
      seen.least = Math.min(seen.least, sigma.at(-1)!);
      seen.most = Math.max(seen.most, sigma[0]!);
    }
  const ends = [eigenvalues.at(-1)!, 1 / eigenvalues[0]!];
  return Float64Array.of(...ends, inner.most, 1 / inner.least, whole.most, 1 / whole.least);
}

/** 1e−14κ for the eigenvalues, whose errors are relative to the largest, and 1e−13 for the products. */
export function rounding(p: Parameters): Series {
  const { conditionNumber } = dataSizes(p);
  const [eigen, product] = [1e-14 * p.depth * (1 + conditionNumber), 1e-13 * p.depth];
  return Float64Array.of(eigen, eigen, product, product, product, product);
}

function bounds(p: Parameters, last: number): Series {
  const { largest, smallest } = dataSizes(p);
  const { outputs } = shapeOf(p);
  if (!(smallest > 0)) return new Float64Array(6).fill(NaN);
  return Float64Array.of(
    (p.depth * largest ** 2) / outputs,
    outputs / (p.depth * smallest ** 2),
    1,
    1,
    1,
    last,
  );
}

/** j and the singular values of W^{(j:i)}/m^{(j−i+1)/2}, for j = i … L. */
function* productsFrom(
  p: Parameters,
  weights: Float64Array,
  i: number,
): Generator<readonly [number, Float64Array]> {
  const { sizes } = deepLinearChain(shapeOf(p));
  const offsets = layerOffsets(sizes);
  const columns = sizes[i - 1]!;
  let rows: Float64Array = Float64Array.from({ length: columns ** 2 }, (_, e) =>
    e % (columns + 1) === 0 ? 1 : 0,
  );
  for (let j = i; j <= p.depth; j++) {
    const next = new Float64Array(columns * sizes[j]!);
    multiply(weights, offsets[j - 1]!, sizes[j]!, sizes[j - 1]!, 1 / Math.sqrt(p.width), rows, next, columns);
    rows = next;
    yield [j, singularValues(transpose(rows, columns, sizes[j]!), sizes[j]!, columns)];
  }
}

const base = { failure: 0.01, seed: 1 };

const wholeProduct: Case<Parameters> = {
  name: "two inputs, two outputs, width 6: the whole product shrinks some directions",
  parameters: { ...diagonalData([2, 1], 1), ...base, depth: 3, width: 6 },
  expected: "holds",
  expectedPrinted: "violated",
};

const cases: readonly Case<Parameters>[] = [
  wholeProduct,
  {
    name: "m = d = d_y: the one case without the exception",
    parameters: { ...diagonalData([2, 1, 1], 0), ...base, depth: 4, width: 3 },
    expected: "holds",
    expectedPrinted: "holds",
  },
  {
    name: "one output of five inputs, six layers",
    parameters: {
      examples: 2,
      inputs: Float64Array.of(1, 0, 2, 0, 1, 0, 3, 0, 1, 1),
      map: Float64Array.of(1, 1, 0, 0, 1),
      ...base,
      depth: 6,
      width: 7,
    },
    expected: "holds",
    expectedPrinted: "violated",
  },
  {
    name: "narrower than its inputs",
    parameters: { ...diagonalData([2, 1], 1), ...base, depth: 3, width: 1 },
    expected: "outside",
  },
  {
    name: "dependent examples",
    parameters: {
      examples: 2,
      inputs: Float64Array.of(1, 2, 2, 4),
      map: Float64Array.of(1, 1),
      ...base,
      depth: 3,
      width: 3,
    },
    expected: "outside",
  },
];

const table2 = { ...diagonalData([2, 1], 0), ...base, depth: 3, width: 2 };
const three = { ...diagonalData([5, 1, 2], 0), ...base, depth: 12, width: 3 };
const byHand = (
  step: number,
  value: number,
  parameters: Parameters,
  source: string,
): IndependentValue<Parameters> => ({
  parameters,
  step,
  claim: value,
  tolerance: 1e-14, // a few roundings
  source: `by hand: ${source}`,
});

const values: readonly IndependentValue<Parameters>[] = [
  byHand(0, 6, table2, "3 · 4/2"),
  byHand(1, 2 / 3, table2, "2/(3 · 1)"),
  byHand(2, 1, table2, "orthogonal matrices"),
  byHand(0, 100, three, "12 · 25/3"),
  byHand(1, 0.25, three, "3/(12 · 1)"),
  byHand(3, 1, three, "orthogonal matrices"),
  byHand(4, 1, three, "a corner of an orthogonal matrix"),
  byHand(1, NaN, cases[4]!.parameters, "σ_min = 0"),
];

export const statement: Statement<Parameters> = {
  id: "wang-2021/lemma-23",
  paper: "wang-2021",
  number: "Lemma 23",
  title: "What orthogonal weights give at the start",
  kind: "tight",
  tex: String.raw`\lambda_{\min}(H_0)=\frac{L\,\sigma_{\min}^2(X)}{d_y},\quad \lambda_{\max}(H_0)=\frac{L\,\sigma_{\max}^2(X)}{d_y},\\ \sigma\bigl(W_0^{(j:i)}\bigr)=m^{\frac{j-i+1}2}\ \text{for } (j,i)\ne(L,1)`,
  plain:
    "With orthogonal weights the Gram matrix at the start has the condition number of the data, whatever the depth, and every partial product of layers keeps lengths; the product of all layers does not.",
  looseness: 1,
  cases,
  values,
  sample: (random: Random): Parameters => sampleDeepLinearInstance(random),
};

/** Also for (j, i) = (L, 1). */
export const printed: Printed<Parameters> = {
  tex: String.raw`\sigma_{\max}(W_0^{(j:i)}) = m^{\frac{j-i+1}{2}},\quad \sigma_{\min}(W_0^{(j:i)}) = m^{\frac{j-i+1}{2}} \quad\text{for } 1\le i\le j\le L`,
  assumes,
  claim: (p) => bounds(p, 1),
  counterexample: wholeProduct,
  slip: String.raw`The first layer has orthonormal columns and the last orthonormal rows, each up to $\sqrt m$. A product that contains one of them keeps all singular values; that of all layers contains both, and is a $d_y\times d$ corner of an orthogonal $m\times m$ matrix, whose singular values spread over $[0,1]$.`,
  survives: String.raw`All that is said of $H_0$, even as equalities, and every product with $j<L$ or $i>1$. The proofs of the later lemmas use only those, as far as we have read them.`,
  scan: String.raw`The indices are legible in our copy, and no exception is stated; a condition such as $(j,i)\ne(L,1)$ may have been left out on the way to print.`,
};
