import type { CodeRequest } from "./code-request.ts";
import { numpyCode } from "./numpy-code.ts";
import { pytorchCode } from "./pytorch-code.ts";
import { pythonNumber } from "./python-number.ts";

const METHODS: Record<CodeRequest["method"], { readonly name: string; readonly formula: readonly string[] }> =
  {
    "gradient-descent": {
      name: "gradient descent",
      formula: ["w_{t+1} = w_t - eta grad f(w_t)."],
    },
    "heavy-ball": {
      name: "Polyak's heavy ball",
      formula: [
        "w_{t+1} = w_t - eta grad f(w_t) + beta (w_t - w_{t-1}), with w_{-1} = w_0:",
        "the first step has no momentum.",
      ],
    },
    nesterov: {
      name: "Nesterov's method",
      formula: [
        "y_t = w_t + beta (w_t - w_{t-1}), w_{t+1} = y_t - eta grad f(y_t), with w_{-1} = w_0:",
        "the first step has no momentum. The gradient is taken at the look-ahead point y_t;",
        "the losses are those of the iterates w_t.",
      ],
    },
  };

const OF_SQUARES = [
  "If yours is divided by n, multiply the step size by n; if it is the mean of the squares",
  "without the half (torch.nn.MSELoss, for one), by n/2. The momentum stays as it is.",
];

const LOSSES: Record<CodeRequest["problem"], { readonly name: string; readonly scaling: readonly string[] }> =
  {
    quadratic: {
      name: "a quadratic",
      scaling: [
        "f(w) = 1/2 sum_i lambda_i w_i^2, or 1/2 w'Aw with a symmetric matrix A: the minimiser is 0, so that",
        "w is the distance to it. If yours is without the half, halve the step size.",
      ],
    },
    "least-squares": {
      name: "least squares",
      scaling: ["f(w) = 1/2 ||X w - y||^2, half the sum over the n rows, not their mean.", ...OF_SQUARES],
    },
    relu: {
      name: "a wide ReLU network",
      scaling: [
        "f(w) = 1/2 ||u - y||^2, u_i = 1/sqrt(m) sum_r signs_r max(w_r . x_i, 0), half the sum over the",
        "n rows of X, not their mean. Only w is trained; the rows of X have length 1.",
        ...OF_SQUARES,
      ],
    },
  };

/**
 * Python that minimises the reader's own problem as our methods do, from rest, and leaves f(w₀), …, f(w_T) in the list `losses`. Its
 * first lines say how the loss is scaled, what the method is, and how the library's words for step size and momentum relate to η
 * and β; then comes the place for data. The losses are those of ½Σλᵢwᵢ² (or ½wᵀAw), ½‖Xw − y‖² and ½‖u − y‖², at the iterates, also where PyTorch's parameters
 * are Nesterov's look-ahead points. In NumPy the residual is carried along and keeps its digits when it becomes small, but for what a neuron that slides along
 * its edge of activity leaves, some 1e−17; in PyTorch it is a difference, and a loss that is far below ‖y‖² has lost as many digits.
 * RangeError for a step size, momentum or number of steps that cannot be.
 */
export function pasteCode(request: CodeRequest): string {
  const { library, problem, method, stepSize, momentum, steps } = request;
  if (!(stepSize > 0 && stepSize < Infinity))
    throw new RangeError(`stepSize must be positive and finite: ${stepSize}`);
  if (!(momentum >= 0 && momentum <= 1)) throw new RangeError(`momentum must be in [0, 1]: ${momentum}`);
  if (!(Number.isInteger(steps) && steps >= 0))
    throw new RangeError(`steps must be a whole number of at least 0: ${steps}`);
  const { load, example, convention, run } = (library === "numpy" ? numpyCode : pytorchCode)(request);
  const { name, formula } = METHODS[method];
  const settings = [
    `step_size = ${pythonNumber(stepSize)}  # eta`,
    ...(method === "gradient-descent" ? [] : [`momentum = ${pythonNumber(momentum)}  # beta`]),
    `steps = ${steps}`,
  ];
  return [
    `# ${capital(LOSSES[problem].name)}, by ${name}.`,
    ...paragraph("Loss", LOSSES[problem].scaling),
    ...paragraph("Method", formula),
    ...paragraph(library === "numpy" ? "NumPy" : "PyTorch", convention),
    "",
    ...load,
    "",
    "# ---- Your data: replace these lines. ----",
    request.data?.trimEnd() ?? example.join("\n"),
    "# -----------------------------------------",
    "",
    ...settings,
    "",
    ...run,
    "",
    "for t in range(0, steps + 1, max(1, steps // 20)):",
    "    print(t, losses[t])",
    "",
  ].join("\n");
}

/** Lines of a comment under a heading. */
function paragraph(head: string, lines: readonly string[]): string[] {
  return ["#", `# ${head}`, ...lines.map((line) => `#   ${line}`)];
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
