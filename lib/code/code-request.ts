/** What a piece of Python is to do. */
export interface CodeRequest {
  readonly library: "numpy" | "pytorch";
  readonly problem: "quadratic" | "least-squares" | "relu";
  readonly method: "gradient-descent" | "heavy-ball" | "nesterov";
  /** η > 0. */
  readonly stepSize: number;
  /** β in [0, 1]; gradient descent has none and ignores it. */
  readonly momentum: number;
  /** T ≥ 0. */
  readonly steps: number;
  /**
   * Lines of Python that set what the problem asks for, as lists or arrays: `hessian, start` for a quadratic (the eigenvalues, or a
   * symmetric matrix, and w₀); `X, y, start` for least squares; `X, y, signs, start` for a network (w₀ as m rows of d). Left out, a small
   * example, which the reader is asked to replace.
   */
  readonly data?: string;
}
