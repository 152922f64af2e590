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
   * Lines of Python that set what the problem asks for, as lists or arrays: `hessian` (the eigenvalues, or a symmetric matrix) and `start` for a
   * quadratic; `X`, `y` and `start` for least squares; `X`, `y`, `signs` and `start` (m rows of d) for a network. Left out, a small
   * example, which the reader is asked to replace.
   */
  readonly data?: string;
}
