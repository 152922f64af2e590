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
    "def f(w):",
    "    residual = scaled_signs @ np.maximum(w @ X.T, 0.0) - y",
    "    return 0.5 * (residual @ residual)",
    "",
    "",
    "def gradient(w):",
    "    z = w @ X.T",
    "    residual = scaled_signs @ np.maximum(z, 0.0) - y",
    "    return (scaled_signs[:, None] * (z >= 0.0) * residual) @ X",
  ],
};

const STEPS: Record<Method, readonly string[]> = {
  "gradient-descent": ["    w = w - step_size * gradient(w)"],
  "heavy-ball": ["    v = momentum * v - step_size * gradient(w)", "    w = w + v"],
  nesterov: ["    v = momentum * v - step_size * gradient(w + momentum * v)", "    w = w + v"],
};

const VELOCITIES: Record<Method, string> = {
  "gradient-descent": "    v = -step_size * (X.T @ residual)",
  "heavy-ball": "    v = momentum * v - step_size * (X.T @ residual)",
  nesterov: "    v = momentum * v - step_size * (X.T @ (residual + momentum * change))",
};

/** The parts of `pasteCode` in NumPy. */
export function numpyCode({ problem, method }: CodeRequest): PythonParts {
  return {
    convention: CONVENTIONS[method],
    load: ["import numpy as np"],
    example: EXAMPLES[problem],
    run: [...DEFINITIONS[problem], ...(problem === "least-squares" ? residualLoop(method) : loop(method))],
  };
}

function loop(method: Method): string[] {
  return [
    "",
    "",
    "w = start",
    ...(method === "gradient-descent" ? [] : ["v = np.zeros_like(w)"]),
    "losses = [f(w)]",
    "for t in range(steps):",
    ...STEPS[method],
    "    losses.append(f(w))",
  ];
}

/** Least squares: X w − y changes by X v in a step, and so it is never the small difference of large numbers. */
function residualLoop(method: Method): string[] {
  return [
    "",
    "# The residual X w - y is carried along, so that it keeps its digits when it becomes small.",
    "w = start",
    "residual = X @ w - y",
    ...(method === "gradient-descent" ? [] : ["v = np.zeros_like(w)"]),
    ...(method === "nesterov" ? ["change = np.zeros_like(residual)  # X v"] : []),
    "losses = [0.5 * (residual @ residual)]",
    "for t in range(steps):",
    VELOCITIES[method],
    "    w = w + v",
    ...(method === "nesterov"
      ? ["    change = X @ v", "    residual = residual + change"]
      : ["    residual = residual + X @ v"]),
    "    losses.append(0.5 * (residual @ residual))",
  ];
}
