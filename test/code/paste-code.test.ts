import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { CodeRequest } from "../../lib/code/code-request.ts";
import { pasteCode } from "../../lib/code/paste-code.ts";
import { pythonList, pythonRows } from "../../lib/code/python-list.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { run, type Method } from "../../lib/methods/method.ts";
import { nesterov } from "../../lib/methods/nesterov.ts";
import { gradientDescentBest, heavyBallPlain, nesterovTextbook } from "../../lib/methods/settings.ts";
import type { Problem } from "../../lib/problems/problem.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { reluNetwork } from "../../lib/problems/relu-network.ts";
import { randomLabels, spherePoints } from "../../lib/problems/sphere-points.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";
import { exactReluLosses } from "../oracles/exact-relu.ts";
import { lossesInPython, pythonHas } from "../support/python.ts";

const METHODS: Record<CodeRequest["method"], Method> = {
  "gradient-descent": gradientDescent,
  "heavy-ball": heavyBall,
  nesterov,
};

/** The same problem in Python and here, with what it takes for the loss to fall below 1e−20 of its start. */
interface Twin {
  readonly name: string;
  readonly problem: CodeRequest["problem"];
  readonly data: string;
  readonly ours: Problem;
  readonly start: Float64Array;
  /** What our loss leaves out of Python's. */
  readonly least: number;
  /** The ends of the spectrum. */
  readonly smallest: number;
  readonly largest: number;
  readonly steps: number;
  /** Down to which share of its start our loss has ten digits. */
  readonly floor: number;
  /** The losses themselves, where ours lose digits. */
  readonly exact?: (settings: {
    stepSize: number;
    momentum: number;
    lookAhead: number;
    steps: number;
  }) => number[];
}

/**
 * Where a residual is the difference of numbers as large as the labels, some roundings of 1.1e−16 ‖y‖ are 1e−10 of the loss only while ‖ξ‖ exceeds
 * a few 1e−6 ‖y‖.
 */
const DIFFERENCE_FLOOR = 1e-9;

/** What a curve to paste is compared down to. */
const LEAST = 1e-20;

/** (I − 2hhᵀ)x for a unit vector h. */
function reflected(h: Float64Array, x: Float64Array): Float64Array {
  const along = h.reduce((sum, value, i) => sum + value * x[i]!, 0);
  return x.map((value, i) => value - 2 * along * h[i]!);
}

const random = seededRandom(41);
const eigenvalues = Float64Array.of(0.05, 0.11, 0.3, 0.62, 1);
const start = Float64Array.of(1, -0.5, 2, 0.7, 1.3);

const spectrum: Twin = {
  name: "a spectrum",
  problem: "quadratic",
  data: `hessian = ${pythonList(eigenvalues)}\nstart = ${pythonList(start)}`,
  ours: quadratic(eigenvalues),
  start,
  least: 0,
  smallest: 0.05,
  largest: 1,
  steps: 250,
  floor: LEAST,
};

/** The same spectrum in other coordinates: A = HΛH with a reflection H. */
function symmetricMatrix(): Twin {
  const h = spherePoints(random, 1, 5);
  const columns = Array.from(eigenvalues, (lambda, i) => {
    const column = reflected(h, new Float64Array(5).fill(1, i, i + 1));
    return { lambda, column };
  });
  const matrix = Float64Array.from({ length: 25 }, (_, k) =>
    columns.reduce(
      (sum, { lambda, column }) => sum + lambda * column[k % 5]! * column[(k - (k % 5)) / 5]!,
      0,
    ),
  );
  return {
    ...spectrum,
    name: "a symmetric matrix",
    data: `hessian = ${pythonRows(matrix, 5)}\nstart = ${pythonList(reflected(h, start))}`,
  };
}

/**
 * X = H Σ G with reflections H (8 × 8) and G (5 × 5), y = X w* + off·Hê₈: by construction XᵀX has the eigenvalues above, and ½‖Xw − y‖² is
 * ½Σλᵢ(G(w − w*))ᵢ² + off²/2.
 */
function leastSquares(name: string, off: number): Twin {
  const [h, g] = [spherePoints(random, 1, 8), spherePoints(random, 1, 5)];
  const rows = Array.from(eigenvalues, (lambda, i) =>
    reflected(g, new Float64Array(5).fill(Math.sqrt(lambda), i, i + 1)),
  );
  const X = new Float64Array(40);
  for (let k = 0; k < 5; k++) {
    const column = reflected(
      h,
      Float64Array.from({ length: 8 }, (_, i) => rows[i]?.[k] ?? 0),
    );
    column.forEach((value, i) => (X[i * 5 + k] = value));
  }
  const inBasis = Float64Array.from({ length: 8 }, (_, i) =>
    i < 5 ? Math.sqrt(eigenvalues[i]!) * -start[i]! : 0,
  );
  inBasis[7] = off;
  return {
    ...spectrum,
    name,
    problem: "least-squares",
    data: `X = ${pythonRows(X, 5)}\ny = ${pythonList(reflected(h, inBasis))}\nstart = ${pythonList(new Float64Array(5))}`,
    least: off ** 2 / 2,
  };
}

/** No neuron slides along its edge of activity here, where the roundings of w·x, 1e−16 |w|, would stay while all else shrinks. */
function network(): Twin {
  const [count, dimension, width] = [5, 4, 60];
  const random = seededRandom(8);
  const points = spherePoints(random, count, dimension);
  const labels = fillNormal(random, new Float64Array(count));
  const signs = randomLabels(random, width);
  const weights = fillNormal(random, new Float64Array(width * dimension));
  const data = { points, labels, count, dimension, signs };
  const lists = [
    `X = ${pythonRows(points, dimension)}`,
    `y = ${pythonList(labels)}`,
    `signs = ${pythonList(signs)}`,
    `start = ${pythonRows(weights, dimension)}`,
  ];
  return {
    name: "a network",
    problem: "relu",
    data: lists.join("\n"),
    ours: reluNetwork(data),
    start: weights,
    least: 0,
    smallest: 0.05,
    largest: 2,
    steps: 400,
    floor: DIFFERENCE_FLOOR,
    exact: (settings) => exactReluLosses({ ...data, start: weights }, settings),
  };
}

const twins = [
  spectrum,
  symmetricMatrix(),
  leastSquares("least squares that can be met", 0),
  leastSquares("least squares", 0.4),
  network(),
];

const SETTINGS: Record<CodeRequest["method"], typeof heavyBallPlain> = {
  "gradient-descent": gradientDescentBest,
  "heavy-ball": heavyBallPlain,
  nesterov: nesterovTextbook,
};

const pairs = twins.flatMap((twin) =>
  (Object.keys(METHODS) as CodeRequest["method"][]).map((method) => ({ twin, method })),
);

function codeFor(library: CodeRequest["library"], { twin, method }: (typeof pairs)[number]): string {
  const { problem, data, smallest, largest, steps } = twin;
  return pasteCode({ library, problem, method, steps, data, ...SETTINGS[method](smallest, largest) });
}

function ourLosses({ twin, method }: (typeof pairs)[number]): number[] {
  const { ours, start, least, smallest, largest, steps } = twin;
  const losses: number[] = [];
  run(METHODS[method], ours, { ...SETTINGS[method](smallest, largest), start, steps }, (_, w) => {
    losses.push(ours.loss(w) + least);
  });
  return losses;
}

/** The losses in fixed point where ours lose digits; else ours. */
function trueLosses(pair: (typeof pairs)[number]): number[] {
  const { twin, method } = pair;
  if (!twin.exact) return ourLosses(pair);
  const { stepSize, momentum } = SETTINGS[method](twin.smallest, twin.largest);
  const beta = method === "gradient-descent" ? 0 : momentum;
  const lookAhead = method === "nesterov" ? beta : 0;
  return twin.exact({ stepSize, momentum: beta, lookAhead, steps: twin.steps });
}

/** The largest relative difference of two curves while the second exceeds `floor` of its start, and to where that is. */
function difference(theirs: readonly number[], reference: readonly number[], floor: number) {
  const end = reference.findIndex((loss) => loss <= floor * reference[0]!);
  const compared = end < 0 ? reference.length : end;
  const errors = reference.slice(0, compared).map((loss, t) => Math.abs(theirs[t]! / loss - 1));
  return { compared, error: Math.max(...errors) };
}

const byManual = fileURLToPath(new URL("../oracles/torch-by-its-manual", import.meta.url));
const hasNumpy = pythonHas("numpy");
const hasTorch = pythonHas("torch");
for (const [name, here] of Object.entries({ NumPy: hasNumpy, PyTorch: hasTorch }))
  if (!here) console.log(`SKIPPED: the code to paste is not run with ${name}, which is not installed`);

const runners = [
  { name: "NumPy", library: "numpy", here: hasNumpy, path: undefined },
  { name: "PyTorch", library: "pytorch", here: hasTorch, path: undefined },
  { name: "PyTorch, as its manual has it", library: "pytorch", here: hasNumpy, path: byManual },
] as const;

const references = pairs.map(trueLosses);

it("our losses are the true ones, as far as they have ten digits", () => {
  pairs.forEach((pair, i) => {
    if (!pair.twin.exact) return;
    const { compared, error } = difference(ourLosses(pair), references[i]!, pair.twin.floor);
    expect(compared).toBeGreaterThan(25);
    expect(error).toBeLessThan(1e-10); // see DIFFERENCE_FLOOR
  });
});

describe.each(runners)("in $name", ({ library, here, path }) => {
  it.skipIf(!here)("the code to paste has our losses", () => {
    const curves = lossesInPython(
      pairs.map((pair) => codeFor(library, pair)),
      path,
    );
    const far = pairs.flatMap((pair, i) => {
      const { name, problem } = pair.twin;
      // PyTorch's residual is a difference.
      const floor = library === "pytorch" && problem !== "quadratic" ? DIFFERENCE_FLOOR : LEAST;
      const reference = references[i]!;
      const { compared, error } = difference(curves[i]!, reference, floor);
      // All that there is where the loss stays above 0; else down to the floor, which the run goes below.
      const whole =
        pair.twin.least > 0 ? compared === reference.length : compared > 25 && compared < reference.length;
      const complete = curves[i]!.length === reference.length && whole;
      return complete && error <= 1e-10 ? [] : [{ name, method: pair.method, compared, error }]; // ten digits, as the page says
    });
    expect(far).toEqual([]);
  });

  it.skipIf(!here)("the code runs as it is, on its own example", () => {
    const problems = ["quadratic", "least-squares", "relu"] as const;
    const codes = problems.map((problem) =>
      pasteCode({ library, problem, method: "nesterov", stepSize: 0.1, momentum: 0.5, steps: 10 }),
    );
    for (const losses of lossesInPython(codes, path)) {
      expect(losses).toHaveLength(11);
      expect(losses[10]).toBeLessThan(losses[0]!);
    }
  });
});

describe("what the code says", () => {
  const request = { stepSize: 1, momentum: 0.9, steps: 5 };
  const libraries = ["numpy", "pytorch"] as const;

  it.each(libraries)("names the loss and its scaling, in %s", (library) => {
    const code = pasteCode({ ...request, library, problem: "least-squares", method: "heavy-ball" });
    expect(code).toContain("f(w) = 1/2 ||X w - y||^2");
    expect(code).toContain("multiply the step size by n");
  });

  it("is ASCII in lines that fit a window", () => {
    const problems = ["quadratic", "least-squares", "relu"] as const;
    const methods = ["gradient-descent", "heavy-ball", "nesterov"] as const;
    for (const library of libraries)
      for (const problem of problems)
        for (const method of methods) {
          const code = pasteCode({ ...request, library, problem, method });
          expect(code).toMatch(/^[\n\x20-\x7e]*$/);
          expect(Math.max(...code.split("\n").map((line) => line.length))).toBeLessThanOrEqual(110);
        }
  });
});

it("refuses settings that cannot be", () => {
  const request = {
    library: "numpy",
    problem: "relu",
    method: "nesterov",
    stepSize: 1,
    momentum: 0.5,
    steps: 1,
  } as const;
  expect(() => pasteCode({ ...request, stepSize: 0 })).toThrow(
    new RangeError("stepSize must be positive and finite: 0"),
  );
  expect(() => pasteCode({ ...request, momentum: 1.2 })).toThrow(
    new RangeError("momentum must be in [0, 1]: 1.2"),
  );
  expect(() => pasteCode({ ...request, steps: 0.5 })).toThrow(
    new RangeError("steps must be a whole number of at least 0: 0.5"),
  );
});
