/** ‖ξ_t‖/‖ξ₀‖ = √(ℓ_t/ℓ₀) for t = 0 … T, from the losses ℓ = ½‖ξ‖². Empty for none. O(T). */
export function lossRatios(losses: Float64Array): Float64Array {
  return losses.map((loss) => Math.sqrt(loss / losses[0]!));
}
