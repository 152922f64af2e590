import { ends } from "./quadratic-instance.ts";

/** The blocks [[traceᵢ, −ρ²], [1, 0]] of heavy ball at Polyak's setting, ρ = (√κ − 1)/(√κ + 1). */
export interface PolyakBlocks {
  /** ρ, the spectral radius; the momentum is ρ². */
  readonly modulus: number;
  /** 1 + β − ηλᵢ. */
  readonly traces: Float64Array;
}

/** ρ as (α − μ)/(√μ + √α)², which does not cancel; NaN where μ ≤ 0. O(1). */
export function polyakModulus(smallest: number, largest: number): number {
  return smallest > 0 ? (largest - smallest) / (Math.sqrt(smallest) + Math.sqrt(largest)) ** 2 : NaN;
}

/**
 * The blocks at η = 4/(√μ + √α)², β = ρ². Since 1 + β − ημ = 2ρ and η(α − μ) = 4ρ, the traces are
 * 2ρ(1 − 2(λ − μ)/(α − μ)): at both ends ±2ρ to the last digit, where 1 + β − ηλ would cancel and its roots come apart.
 * All NaN where μ ≤ 0. O(n).
 */
export function polyakBlocks(eigenvalues: Float64Array): PolyakBlocks {
  const { smallest, largest } = ends(eigenvalues);
  if (!(smallest > 0)) return { modulus: NaN, traces: eigenvalues.map(() => NaN) };
  const width = largest - smallest;
  const modulus = polyakModulus(smallest, largest);
  const traces = eigenvalues.map((eigenvalue) =>
    width === 0 ? 0 : 2 * modulus * (1 - 2 * ((eigenvalue - smallest) / width)),
  );
  return { modulus, traces };
}
