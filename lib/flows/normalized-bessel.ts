/** Below this the power series needs few terms and does not cancel. */
const SERIES_END = 1;

/** The recursion is scaled down where it passes this. */
const LARGE = 1e250;

/**
 * g_ν(u) = Γ(ν + 1)(2/u)^ν J_ν(u) = ₀F₁(; ν + 1; −u²/4), Bessel's function divided by its first term, so that g_ν(0) = 1.
 * Any real `order` ν > −½, any u ≥ 0 (else RangeError). Right to about 3e−16 absolutely.
 * By the power series for u < 1, else by Miller's recursion downward, j_{k−1} = 2(ν + k)/u·j_k − j_{k+1} from an even k above
 * u + 12u^{1/3} + 30 + ν, normalised by Neumann's sum Σ_k w_k j_{2k} = 1 in which Γ and (2/u)^ν cancel: w₀ = 1,
 * w_k = (ν + 2k)(ν + 1)_{k−1}/k!. Cost: O(u).
 */
export function normalizedBessel(order: number, u: number): number {
  if (!(order > -0.5 && order < Infinity)) throw new RangeError(`order must be above -1/2: ${order}`);
  if (!(u >= 0 && u < Infinity)) throw new RangeError(`u must be finite and at least 0: ${u}`);
  return u < SERIES_END ? series(order, u) : miller(order, u);
}

/** g_ν′(u) = −u/(2(ν + 1))·g_{ν+1}(u). The same domain and cost. */
export function normalizedBesselSlope(order: number, u: number): number {
  return (-u / (2 * (order + 1))) * normalizedBessel(order + 1, u);
}

function series(order: number, u: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; Math.abs(term) > 1e-18; k++) {
    term *= (-u * u) / (4 * k * (order + k));
    sum += term;
  }
  return sum;
}

function miller(order: number, u: number): number {
  const top = 2 * Math.ceil((u + 12 * Math.cbrt(u) + 30 + Math.abs(order)) / 2);
  let [above, here] = [0, 1e-250];
  // The sum by Horner's scheme from the top: w_k = ratio(k)·…, where w_{k+1}/w_k = (ν + 2k + 2)(ν + k)/((ν + 2k)(k + 1)).
  let sum = 0;
  for (let k = top; k > 0; k--) {
    if (k % 2 === 0) sum = here + sum * weightRatio(order, k / 2);
    const below = ((2 * (order + k)) / u) * here - above;
    [above, here] = [here, below];
    if (Math.abs(here) > LARGE) {
      above /= LARGE;
      sum /= LARGE;
      here /= LARGE;
    }
  }
  return here / (here + sum * weightRatio(order, 0));
}

/** w_{k+1}/w_k of Neumann's sum; w₁/w₀ = ν + 2. */
function weightRatio(order: number, k: number): number {
  if (k === 0) return order + 2;
  return ((order + 2 * k + 2) * (order + k)) / ((order + 2 * k) * (k + 1));
}
