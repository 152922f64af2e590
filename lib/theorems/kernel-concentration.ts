import { norm } from "../norm.ts";
import { activeShares } from "../problems/arc-cosine-kernel.ts";
import { gramMatrix } from "../problems/gram.ts";
import { hasUnitData, preActivations, type NetworkAtStart } from "./network-at-start.ts";

/**
 * (16/λ²)(√V + ‖G‖_F√(½ ln(1/δ)))², V = Σᵢⱼ Gᵢⱼ²pᵢⱼ(1 − pᵢⱼ): a width at which ‖H₀ − H̄‖_F ≤ λ/4 with probability at least 1 − δ, λ = `least` = λ_min(H̄),
 * δ = `failure`; proved in `wang-2021/lemma-17`. NaN for a λ that is no number. O(n²d).
 */
export function sufficientWidth(p: NetworkAtStart, least: number, failure: number): number {
  if (Number.isNaN(least)) return NaN;
  const gram = gramMatrix(p.points, p.count, p.dimension);
  const spread = activeShares(gram, p.count).map((share, k) => gram[k]! * Math.sqrt(share * (1 - share)));
  const size = norm(spread) + norm(gram) * Math.sqrt(Math.log(1 / failure) / 2);
  return ((4 * size) / least) ** 2;
}

/**
 * A bound of ‖Ĥ(W) − Ĥ(W₀)‖_F over all W with ‖w_r − w_r(0)‖ ≤ R, the same for the network of the seed: an entry moves by at most |Gᵢⱼ| times the share of the
 * neurons that lie within R of a border of datum i or j. NaN for data that are not of norm 1. O(mn²).
 */
export function worstKernelMove(p: NetworkAtStart, radius: number): number {
  if (!hasUnitData(p)) return NaN;
  const { count: n, width } = p;
  const gram = gramMatrix(p.points, n, p.dimension);
  const near = preActivations(p).map((z) => (Math.abs(z) <= radius ? 1 : 0));
  const moves = gram.map((product, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    let either = 0;
    for (let r = 0; r < width; r++) either += near[r * n + i]! | near[r * n + j]!;
    return (product * either) / width;
  });
  return norm(moves);
}
