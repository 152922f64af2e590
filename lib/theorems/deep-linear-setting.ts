import { theorem12, type Setting } from "../methods/settings.ts";
import { drawnRegression } from "../problems/drawn-regression.ts";
import { seededRandom } from "../random.ts";
import { dataSizes, shapeOf, widthTerm, type DeepLinearInstance } from "./deep-linear-instance.ts";

/** λ_min(H₀) and λ_max(H₀) under orthogonal weights: Lσ²/d_y for both ends of the spectrum of X. Source: Wang et al. 2021, Lemma 23. */
export function startEigenvalues(p: DeepLinearInstance): { smallest: number; largest: number } {
  const { smallest, largest } = dataSizes(p);
  const factor = p.depth / shapeOf(p).outputs;
  return { smallest: factor * smallest ** 2, largest: factor * largest ** 2 };
}

/** η = d_y/(Lσ_max²), β = (1 − 1/(2√κ))². Independent examples, else RangeError. Source: Wang et al. 2021, Theorem 14. */
export function theorem14Setting(p: DeepLinearInstance): Setting {
  const { smallest, largest } = startEigenvalues(p);
  return theorem12(smallest, largest);
}

/** η = d_y/(2Lσ_max²), β = (1 − ½√(ηλ_min(H₀)))². Source: Wang et al. 2021, appendix I.2. */
export function figure2Setting(p: DeepLinearInstance): Setting {
  const { smallest, largest } = startEigenvalues(p);
  const stepSize = 1 / (2 * largest);
  return { stepSize, momentum: (1 - Math.sqrt(stepSize * smallest) / 2) ** 2 };
}

/** κ⁵(‖X‖²_F/σ_max²)(d_y(1 + ‖W*‖²) + ln(n/δ)), the width that Theorem 14 of Wang et al. 2021, repaired, asks for with the constant 1. O(nd²). */
export function widthOfTheorem14(p: DeepLinearInstance): number {
  const { conditionNumber, size, largest } = dataSizes(p);
  return conditionNumber ** 5 * (size / largest) ** 2 * widthTerm(p);
}

/**
 * The network of Figure 2 of Wang et al. 2021: a hundred layers of width 50, five examples with d = d_y = 20. How X and W* were drawn is not said: ours are
 * normal, W* with variance 1/d. `failure` has no part in it.
 */
export function figure2Instance(seed: number): DeepLinearInstance {
  const data = drawnRegression(seededRandom(seed), { examples: 5, inputs: 20, outputs: 20 });
  return { ...data, depth: 100, width: 50, failure: 0.1, seed: seed + 1e6 };
}
