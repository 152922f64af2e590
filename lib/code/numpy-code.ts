import type { CodeRequest } from "./code-request.ts";
import type { PythonParts } from "./python-parts.ts";

type Problem = CodeRequest["problem"];
type Method = CodeRequest["method"];

const CONVENTIONS: Record<Method, readonly string[]> = {
  "gradient-descent": ["There is no optimiser to set: the loop below is the formula."],
  "heavy-ball": [
    "There is no optimiser to set: the loop below is the formula, with v_t = w_t - w_{t-1}.",
    "This v holds the step size; PyTorch's buffer is -v / step_size.",
  ],
  nesterov: [
    "There is no optimiser to set: the loop below is the formula, with v_t = w_t - w_{t-1}.",
    "This v holds the step size; PyTorch's buffer is -v / step_size.",
  ],
};

const EXAMPLES: Record<Problem, readonly string[]> = {
  quadratic: [
    "hessian = np.array([0.1, 0.5, 1.0])  # lambda_1 ... lambda_d, or A, d x d",
    "start = np.array([1.0, 1.0, 1.0])  # w_0, d numbers, in the same basis",
  ],
  "least-squares": [
    'X = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])  # n rows of d; or np.loadtxt("X.csv", delimiter=",")',
    "y = np.array([1.0, 2.0, 4.0])  # n labels",
    "start = np.zeros(X.shape[1])  # w_0, d numbers",
  ],
  relu: [
    'X = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])  # n rows of d; or np.loadtxt("X.csv", delimiter=",")',
    "y = np.array([1.0, -1.0, 1.0])  # n labels",
    "width = 1000  # m neurons",
    "random = np.random.default_rng(0)",
    "start = random.standard_normal((width, X.shape[1]))  # w_0, m rows of d",
    "signs = random.choice([-1.0, 1.0], width)  # m signs",
  ],
};

const DEFINITIONS: Record<Problem, readonly string[]> = {
  quadratic: [
    "hessian, start = np.asarray(hessian, float), np.asarray(start, float)",
    "",
    "",
    "def gradient(w):",
    "    return hessian * w if hessian.ndim == 1 else hessian @ w",
    "",
    "",
    "def f(w):",
    "    return 0.5 * (w @ gradient(w))",
  ],
  "least-squares": ["X, y, start = np.asarray(X, float), np.asarray(y, float), np.asarray(start, float)"],
  relu: [
    "X, y = np.asarray(X, float), np.asarray(y, float)",
    "start, signs = np.asarray(start, float), np.asarray(signs, float)",
    "X = X / np.linalg.norm(X, axis=1, keepdims=True)",
    "scaled_signs = signs / np.sqrt(len(signs))",
    "",
    "",
    "def gradient(z, residual):",
    "    return (scaled_signs[:, None] * (z >= 0.0) * residual) @ X",
    "",
    "",
    "def change(z, dz):",
    "    # Of u, from z to z + dz; a neuron that stays active adds all the digits of dz.",
    "    stays = (z >= 0.0) & (z + dz >= 0.0)",
    "    return scaled_signs @ np.where(stays, dz, np.maximum(z + dz, 0.0) - np.maximum(z, 0.0))",
  ],
};

/** What stands before the first step, and in each step between the loop's head and the loss, but for v where a run has no momentum. */
interface Loop {
  readonly before: readonly string[];
  readonly step: Readonly<Record<Method, readonly string[]>>;
  /** The loss at w. */
  readonly loss: string;
}

const RESIDUAL_LOSS = "0.5 * (residual @ residual)";

const LOOPS: Record<Problem, Loop> = {
  quadratic: {
    before: ["w = start"],
    step: {
      "gradient-descent": ["w = w - step_size * gradient(w)"],
      "heavy-ball": ["v = momentum * v - step_size * gradient(w)", "w = w + v"],
      nesterov: ["v = momentum * v - step_size * gradient(w + momentum * v)", "w = w + v"],
    },
    loss: "f(w)",
  },
  "least-squares": {
    before: [
      "# The residual X w - y is carried along, so that it keeps its digits when it becomes small.",
      "w = start",
      "residual = X @ w - y",
    ],
    step: {
      "gradient-descent": ["v = -step_size * (X.T @ residual)", "w = w + v", "residual = residual + X @ v"],
      "heavy-ball": [
        "v = momentum * v - step_size * (X.T @ residual)",
        "w = w + v",
        "residual = residual + X @ v",
      ],
      nesterov: [
        "v = momentum * v - step_size * (X.T @ (residual + momentum * (X @ v)))",
        "w = w + v",
        "residual = residual + X @ v",
      ],
    },
    loss: RESIDUAL_LOSS,
  },
  relu: {
    before: [
      "# The residual u - y is carried along, so that it keeps its digits when it becomes small.",
      "w, z = start, start @ X.T",
      "residual = scaled_signs @ np.maximum(z, 0.0) - y",
    ],
    step: {
      "gradient-descent": ["v = -step_size * gradient(z, residual)", ...movedNetwork()],
      "heavy-ball": ["v = momentum * v - step_size * gradient(z, residual)", ...movedNetwork()],
      nesterov: [
        "dz = momentum * (v @ X.T)",
        "v = momentum * v - step_size * gradient(z + dz, residual + change(z, dz))",
        ...movedNetwork(),
      ],
    },
    loss: RESIDUAL_LOSS,
  },
};

/** From w, z and u − y to those after the step v. */
function movedNetwork(): string[] {
  return ["dz = v @ X.T", "residual = residual + change(z, dz)", "w, z = w + v, z + dz"];
}

/** The parts of `pasteCode` in NumPy. */
export function numpyCode({ problem, method }: CodeRequest): PythonParts {
  const { before, step, loss } = LOOPS[problem];
  return {
    convention: CONVENTIONS[method],
    load: ["import numpy as np"],
    example: EXAMPLES[problem],
    run: [
      ...DEFINITIONS[problem],
      "",
      ...(problem === "least-squares" ? [] : [""]),
      ...before,
      ...(method === "gradient-descent" ? [] : ["v = np.zeros_like(w)"]),
      `losses = [${loss}]`,
      "for t in range(steps):",
      ...step[method].map((line) => `    ${line}`),
      `    losses.append(${loss})`,
    ],
  };
}
