import { nesterovExponent } from "../flows/nesterov-exponent.ts";

/**
 * A convergence rate of a flow, e^{−ρ√μt} for the objective. Rows of Table 1 of Liu et al. 2022, whose body our copy lacks, rebuilt from the text around it, and rows that it does not have.
 */
export interface FlowRate {
  readonly source: string;
  readonly year: number;
  readonly method: "heavyBall" | "nesterov";
  /** ρ as proved. */
  readonly proved: number;
  /** ρ as it is on the worst constant kernel or quadratic with eigenvalues of at least `multiple`·μ. */
  readonly exact: number;
  /** Whether the paper's table has it, as far as its text tells. */
  readonly inTable: boolean;
}

/**
 * All rows, by year. `root` = √(μs) in [0, 1]. The text gives Sun et al. 2020 as 3/7 in its section 2.1 and as 3/2 in Remark 4; 3/2 would be more than it calls an improvement of, so it is 3/7 here.
 * Exact: 2, from the slowest root at λ = μ (see `liu-2022/remark-3-exact`), and for a kernel at its limit, λ ≥ 2μ, 2(1 + √(μs)) for Nesterov. O(1).
 */
export function flowRates(root: number): readonly FlowRate[] {
  const row = (
    source: string,
    year: number,
    method: FlowRate["method"],
    proved: number,
    inTable: boolean,
  ): FlowRate => ({
    source,
    year,
    method,
    proved,
    exact: 2,
    inTable,
  });
  return [
    row("Sun et al. 2020", 2020, "nesterov", 3 / 7, true),
    row("Shi et al. 2021", 2021, "heavyBall", 1 / 4, true),
    row("Shi et al. 2021", 2021, "nesterov", 1 / 4, true),
    row("Zhang et al. 2021", 2021, "nesterov", 1 / 2, true),
    row("Bu et al. 2021", 2021, "heavyBall", 1, false),
    row("Liu et al. 2022", 2022, "heavyBall", nesterovExponent(0), true),
    row("Liu et al. 2022", 2022, "nesterov", nesterovExponent(root / 2), true),
    row("here, sharp", 2026, "heavyBall", 2, false),
    row("here, sharp", 2026, "nesterov", 2, false),
    { ...row("here, at the limit", 2026, "heavyBall", 2, false), exact: 2 },
    { ...row("here, at the limit", 2026, "nesterov", 2 * (1 + root), false), exact: 2 * (1 + root) },
  ];
}
