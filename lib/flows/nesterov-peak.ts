/*
 * How large Nesterov's flow gets when its decay is divided out. On a mode x(t) = g(u), u = t√λ (see `nesterovFlow`, g = g_ν, ν = (d − 1)/2):
 *   t^p x² = λ^{−p/2} u^p g²,  and the function (B.1) of Bu et al. 2021 is ½λ^{1−α/2} E(u),  E = u^α g² + c²u^{α−2}(g + (u/c)g′)²,  c = (2d − α)/2.
 */
import { normalizedBessel, normalizedBesselSlope } from "./normalized-bessel.ts";

/** A maximum, and where it is. */
export interface Peak {
  readonly at: number;
  readonly value: number;
}

/**
 * sup over u > 0 of u^p g_ν(u)². `power` 0 < p ≤ d, `damping` 2 < d ≤ 200 (else RangeError): for p > d there is none. It is the first maximum, before the first zero j₁
 * of g. Proof: there p + 2ug′/g falls, since −ug′/g = Σ 2u²/(j_k² − u²), so that there is one maximum. Now u^p g² is at most a multiple of u^{p−d}·u(J_ν² + Y_ν²), which
 * falls for ν > ½ (Nicholson) and is met where Y_ν = 0, for the first time before j₁: so nothing later is higher. ∎ Right to 1e−15. Cost: O(d) evaluations.
 */
export function nesterovPeak(power: number, damping: number): Peak {
  checkDamping(damping);
  if (!(power > 0 && power <= damping)) throw new RangeError(`power must be in (0, ${damping}]: ${power}`);
  const order = (damping - 1) / 2;
  const rises = (u: number) =>
    (power / 2) * normalizedBessel(order, u) + u * normalizedBesselSlope(order, u) > 0;
  const at = firstChange(rises);
  return { at, value: at ** power * normalizedBessel(order, at) ** 2 };
}

/**
 * The first maximum of E over u > 0, 2 < d ≤ 200 and 2 < α < d (else RangeError); for α = 2, E falls from (d − 1)² at u = 0. E′ is a positive multiple of
 * g·((½(α − 2)c² − (d − α)u²)g + ½(α − 2)c·ug′). That no later maximum is higher was checked numerically, and is not proved here. Right to 1e−14. Cost: O(d) evaluations.
 */
export function nesterovEnergyPeak(power: number, damping: number): Peak {
  checkDamping(damping);
  if (power === 2) return { at: 0, value: (damping - 1) ** 2 };
  if (!(power > 2 && power < damping)) throw new RangeError(`power must be in [2, ${damping}): ${power}`);
  const order = (damping - 1) / 2;
  const c = damping - power / 2;
  const rises = (u: number) => {
    const [g, slope] = [normalizedBessel(order, u), normalizedBesselSlope(order, u)];
    const weight = ((power - 2) * c * c) / 2 - (damping - power) * u * u;
    return g * (weight * g + ((power - 2) / 2) * c * u * slope) > 0;
  };
  const at = firstChange(rises);
  return { at, value: nesterovEnergy(power, damping, at) };
}

/**
 * The least value of g_ν, negative, at its first minimum u = j_{ν+1,1}, where g′ vanishes for the first time; 0 < d ≤ 200 (else RangeError). Nowhere is it less, nor g above 1: g² + g′² falls, by
 * −2(d/u)g′², so that |g| is smaller at each extremum than at the one before. Right to 1e−15. Cost: O(d) evaluations.
 */
export function nesterovDip(damping: number): Peak {
  if (!(damping > 0 && damping <= 200)) throw new RangeError(`damping must be in (0, 200]: ${damping}`);
  const order = (damping - 1) / 2;
  const at = firstChange((u) => normalizedBessel(order + 1, u) > 0);
  return { at, value: normalizedBessel(order, at) };
}

/** E(u), for d = `damping` > 0, α = `power` and u ≥ 0. Cost: O(u). */
export function nesterovEnergy(power: number, damping: number, u: number): number {
  const order = (damping - 1) / 2;
  const c = damping - power / 2;
  const [g, slope] = [normalizedBessel(order, u), normalizedBesselSlope(order, u)];
  return u ** power * g * g + u ** (power - 2) * (c * g + u * slope) ** 2;
}

function checkDamping(damping: number): void {
  if (!(damping > 2 && damping <= 200)) throw new RangeError(`damping must be in (2, 200]: ${damping}`);
}

/** Where a condition that is true near 0 first becomes false, below 500: in steps of 1/20, then by bisection. */
function firstChange(rises: (u: number) => boolean): number {
  let count = 1;
  while (count < 10_000 && rises(count / 20)) count++;
  let [low, high] = [(count - 1) / 20, count / 20];
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2)
    if (rises(middle)) low = middle;
    else high = middle;
  return low;
}
