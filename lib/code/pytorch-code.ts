import type { CodeRequest } from "./code-request.ts";
import type { PythonParts } from "./python-parts.ts";

type Problem = CodeRequest["problem"];
type Method = CodeRequest["method"];

const CONSTANT_LR = [
  "True while lr is constant: the buffer holds gradients, so that a change of lr scales all of them.",
];

const CONVENTIONS: Record<Method, readonly string[]> = {
  "gradient-descent": ["torch.optim.SGD sets w <- w - lr g, g = grad f(w): lr = eta."],
  "heavy-ball": [
    "torch.optim.SGD keeps a buffer, b <- momentum b + g, g = grad f(w) (at first b = g), and sets",
    "w <- w - lr b: with dampening 0 this is the heavy ball, lr = eta and momentum = beta.",
    ...CONSTANT_LR,
  ],
  nesterov: [
    "torch.optim.SGD(nesterov=True) keeps a buffer, b <- momentum b + g, g = grad f(p) (at first",
    "b = g), and sets p <- p - lr (g + momentum b): with dampening 0 its parameters p are the look-ahead",
    "points y_t, lr = eta and momentum = beta. The iterate is w = p + lr momentum b; f(p) is another",
    "curve than f(w).",
    ...CONSTANT_LR,
  ],
};

/** PyTorch refuses nesterov=True without momentum. */
const WITHOUT_MOMENTUM = [
  "With momentum 0, Nesterov's method is gradient descent, for which torch.optim.SGD(nesterov=True)",
  "cannot be asked; it sets w <- w - lr g, g = grad f(w): lr = eta.",
];

const EXAMPLES: Record<Problem, readonly string[]> = {
  quadratic: [
    "hessian = torch.tensor([0.1, 0.5, 1.0])  # lambda_1 ... lambda_d, or A, d x d",
    "start = torch.tensor([1.0, 1.0, 1.0])  # w_0, d numbers, in the same basis",
  ],
  "least-squares": [
    "X = torch.tensor([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])  # n rows of d; a NumPy array will do too",
    "y = torch.tensor([1.0, 2.0, 4.0])  # n labels",
    "start = torch.zeros(X.shape[1])  # w_0, d numbers",
  ],
  relu: [
    "X = torch.tensor([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])  # n rows of d; a NumPy array will do too",
    "y = torch.tensor([1.0, -1.0, 1.0])  # n labels",
    "width = 1000  # m neurons",
    "torch.manual_seed(0)",
    "start = torch.randn(width, X.shape[1])  # w_0, m rows of d",
    "signs = 2.0 * torch.randint(0, 2, (width,)) - 1.0  # m signs",
  ],
};

const DEFINITIONS: Record<Problem, readonly string[]> = {
  quadratic: [
    "hessian = torch.as_tensor(hessian, dtype=torch.float64)",
    "start = torch.as_tensor(start, dtype=torch.float64)",
    "",
    "",
    "def f(w):",
    "    return 0.5 * (w * (hessian * w if hessian.ndim == 1 else hessian @ w)).sum()",
  ],
  "least-squares": [
    "X = torch.as_tensor(X, dtype=torch.float64)",
    "y = torch.as_tensor(y, dtype=torch.float64)",
    "start = torch.as_tensor(start, dtype=torch.float64)",
    "",
    "",
    "def f(w):",
    "    return 0.5 * ((X @ w - y) ** 2).sum()",
  ],
  relu: [
    "X = torch.as_tensor(X, dtype=torch.float64)",
    "y = torch.as_tensor(y, dtype=torch.float64)",
    "start = torch.as_tensor(start, dtype=torch.float64)",
    "signs = torch.as_tensor(signs, dtype=torch.float64)",
    "X = X / torch.linalg.norm(X, dim=1, keepdim=True)",
    "scaled_signs = signs / len(signs) ** 0.5",
    "",
    "",
    "def f(w):",
    "    return 0.5 * ((scaled_signs @ torch.relu(w @ X.T) - y) ** 2).sum()",
  ],
};

/** The parts of `pasteCode` in PyTorch, with torch.optim.SGD. */
export function pytorchCode({ problem, method, momentum }: CodeRequest): PythonParts {
  const bare = method === "nesterov" && momentum === 0;
  return {
    convention: bare ? WITHOUT_MOMENTUM : CONVENTIONS[method],
    load: [
      "import torch",
      "",
      "torch.set_default_dtype(torch.float64)  # float32 would keep seven digits of a loss",
    ],
    example: EXAMPLES[problem],
    run: [
      ...DEFINITIONS[problem],
      "",
      "",
      ...(method === "nesterov" && !bare
        ? lookAheadLoop
        : loop(method === "heavy-ball" ? ", momentum=momentum" : "")),
    ],
  };
}

function loop(momentum: string): string[] {
  return [
    "w = start.clone().requires_grad_()",
    `optimizer = torch.optim.SGD([w], lr=step_size${momentum})`,
    "losses = [f(w).item()]",
    "for t in range(steps):",
    "    optimizer.zero_grad()",
    "    f(w).backward()",
    "    optimizer.step()",
    "    with torch.no_grad():",
    "        losses.append(f(w).item())",
  ];
}

const lookAheadLoop = [
  "p = start.clone().requires_grad_()",
  "optimizer = torch.optim.SGD([p], lr=step_size, momentum=momentum, nesterov=True)",
  "losses = [f(p).item()]",
  "for t in range(steps):",
  "    optimizer.zero_grad()",
  "    f(p).backward()",
  "    optimizer.step()",
  "    with torch.no_grad():",
  '        w = p + step_size * momentum * optimizer.state[p]["momentum_buffer"]',
  "        losses.append(f(w).item())",
];
