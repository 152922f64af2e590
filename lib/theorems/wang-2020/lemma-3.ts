/**
 * Lemma 3 of the paper of 2020 (the first version of Wang et al. 2021): ‖A‖₂ ≤ √β for A = [[(1 + β)I − ηH(W), −βI], [I, 0]] at β = (1 − √(ηλ/2))²,
 * η ≤ 1/(2λ_max), λ and λ_max the ends of the expected Gram matrix. Its authors withdrew it in the next version. What the width of the net
 * is there for is that the eigenvalues of H(W) stay within λ/2 of those ends, near the start and with high probability; here that is a hypothesis.
 *
 * Repaired claim (ours): with r = √β = 1 − √(ηλ/2), for every t ≥ 0,
 *   ‖Aᵗ‖₂ ≤ rᵗ(q_t + √(1 + q_t²)),  q_t = t(r + 1/r)/2,
 * with equality for every t where H(W) has the eigenvalue λ/2. At t = 1 this is ‖A‖₂ ≤ ½(1 + β + √((1 + β)² + 4β)); it grows like t rᵗ⁻¹(1 + r²).
 * Proof. In the eigenbasis the blocks are [[1 + β − z, −β], [1, 0]], z = ηλ(H(W)).
 * 1. By the hypotheses (1 − r)² = ηλ/2 ≤ z ≤ ½ + ¼ ≤ (1 + r)², so 1 + β − z = 2rc with c in [−1, 1]. That is Lemma 5: ρ(A) ≤ √β.
 * 2. With U the Chebyshev polynomials of the second kind, Aᵗ = rᵗ[[U_t, −rU_{t−1}], [U_{t−1}/r, −U_{t−2}]] at c. For [[a, b], [d, e]] twice the norm
 *    is √((a + e)² + (b − d)²) + √((a − e)² + (b + d)²), and a + e = 2T_t, d − b = (r + 1/r)U_{t−1}, a − e = 2cU_{t−1}, b + d = (1/r − r)U_{t−1}.
 * 3. |T_t| ≤ 1, |U_{t−1}| ≤ t, |c| ≤ 1, with equality at c = 1, which is z = (1 − r)²: there 2rᵗ⁻ᵗ‖Aᵗ‖ = √(4 + 4q²) + 2q. ∎
 *
 * No bound below 1 is possible at t = 1: A has an entry 1, so ‖A‖₂ ≥ 1 > √β for every β < 1.
 *
 * (19) of the paper multiplies matrices A_t that change from step to step. For such products neither the radius nor this bound is enough;
 * the version of 2021 keeps A fixed and carries the change of H(W) in the perturbation.
 */
import type { Random } from "../../random.ts";
import { logPowerNorms } from "../block-powers.ts";
import { decided, inWords } from "../hypothesis.ts";
import { ends, logUniform } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

/**
 * `eigenvalues` are those of H(W), `smallest` and `largest` are λ and λ_max, the ends of the expected Gram matrix; the momentum follows.
 * `steps` is T.
 */
export interface Parameters {
  readonly eigenvalues: Float64Array;
  readonly smallest: number;
  readonly largest: number;
  readonly stepSize: number;
  readonly steps: number;
}

/** 0 < λ, η ≤ 1/(2λ_max), and the eigenvalues of H(W) in [λ/2, λ_max + λ/2]. O(n). */
export function assumes({ eigenvalues, smallest, largest, stepSize }: Parameters): readonly Hypothesis[] {
  const near = ends(eigenvalues);
  const [below, above] = [near.smallest - smallest / 2, largest + smallest / 2 - near.largest];
  return [
    decided(
      "positive definite",
      String.raw`\lambda > 0`,
      smallest,
      `$\\lambda$ = ${inWords(smallest)}`,
    ),
    decided(
      "step size at most 1/(2λ_max)",
      String.raw`\eta \le \frac{1}{2\lambda_{\max}}`,
      0.5 / largest - stepSize,
      `$\\eta$ = ${inWords(stepSize)}, must be at most ${inWords(0.5 / largest)}`,
      false,
    ),
    decided(
      "H(W) near its expectation",
      String.raw`\tfrac\lambda2 \le \lambda_i(H(W)) \le \lambda_{\max} + \tfrac\lambda2`,
      Math.min(below, above),
      `eigenvalues from ${inWords(near.smallest)} to ${inWords(near.largest)}`,
      false,
    ),
  ];
}

/** rᵗ(q_t + √(1 + q_t²)) for t = 0 … T; NaN where λ ≤ 0. Safe down to 1e−290. O(T). */
export function claim({ smallest, stepSize, steps }: Parameters): Series {
  const modulus = modulusOf(smallest, stepSize);
  return Float64Array.from({ length: steps + 1 }, (_, t) => {
    if (t === 0) return modulus ** 0 * 1 + 0 * modulus;
    const turned = (t * (1 + modulus * modulus)) / 2; // rq, which is safe at r = 0
    return modulus ** (t - 1) * (turned + Math.sqrt(modulus * modulus + turned * turned));
  });
}

/** ‖Aᵗ‖₂ for t = 0 … T, by running the blocks from unit starts; NaN where λ ≤ 0. O(nT). */
export function measure({ eigenvalues, smallest, stepSize, steps }: Parameters): Series {
  const momentum = modulusOf(smallest, stepSize) ** 2;
  if (Number.isNaN(momentum)) return new Float64Array(steps + 1).fill(NaN);
  const traces = eigenvalues.map((eigenvalue) => 1 - stepSize * eigenvalue + momentum);
  return logPowerNorms(traces, momentum, steps).map(Math.exp);
}

/** 8ε(t + 1)² for t = 0 … T: a rounding of the trace of a double root moves the power by that rounding times t²/3. O(T). */
export function rounding({ steps }: Parameters): Series {
  return Float64Array.from({ length: steps + 1 }, (_, t) => 8 * Number.EPSILON * (t + 1) ** 2);
}
