/** A one-layer network with its data: the weights are m rows of d numbers, the points n rows of d. */
export interface WeightSpaceNet {
  readonly points: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly weights: readonly (readonly number[])[];
  readonly signs: readonly number[];
}

export type Variant = "gradient descent" | "heavy ball" | "Nesterov" | "Nesterov, gradient correction";

/** A network at one step: loss, predictions, and the weights. */
export interface WeightSpaceStep {
  readonly loss: number;
  readonly predictions: readonly number[];
  readonly weights: readonly (readonly number[])[];
}

type Matrix = number[][];

function dot(x: readonly number[], y: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += x[k]! * y[k]!;
  return sum;
}

/** A + cB. */
function plus(a: Matrix, c: number, b: Matrix): Matrix {
  return a.map((row, r) => {
    const sum = row.slice();
    for (let k = 0; k < sum.length; k++) sum[k]! += c * b[r]![k]!;
    return sum;
  });
}

/** u_i = (1/√m) Σ a_r max(w_r·x_i, 0). */
function predictionsOf({ points, signs }: WeightSpaceNet, weights: Matrix): number[] {
  return points.map((x) => {
    let sum = 0;
    for (let r = 0; r < weights.length; r++) sum += signs[r]! * Math.max(0, dot(weights[r]!, x));
    return sum / Math.sqrt(signs.length);
  });
}

/** ∇_r ½‖u − y‖² = (a_r/√m) Σ_i ξ_i 1{w_r·x_i ≥ 0} x_i. */
function gradientOf(net: WeightSpaceNet, weights: Matrix): Matrix {
  const residual = predictionsOf(net, weights).map((u, i) => u - net.labels[i]!);
  return weights.map((w, r) => {
    const gradient = new Array<number>(w.length).fill(0);
    for (let i = 0; i < net.points.length; i++) {
      const x = net.points[i]!;
      if (!(dot(w, x) >= 0)) continue;
      const factor = (net.signs[r]! / Math.sqrt(net.signs.length)) * residual[i]!;
      for (let k = 0; k < gradient.length; k++) gradient[k]! += factor * x[k]!;
    }
    return gradient;
  });
}

/** Full-batch training as the papers write it, on the weights themselves; one entry for each t = 0 … steps. */
export function weightSpaceRun(
  net: WeightSpaceNet,
  variant: Variant,
  stepSize: number,
  momentum: number,
  steps: number,
): WeightSpaceStep[] {
  const run: WeightSpaceStep[] = [];
  let weights: Matrix = net.weights.map((row) => [...row]);
  let before = weights;
  let gradientBefore: Matrix | null = null;
  for (let t = 0; ; t++) {
    const predictions = predictionsOf(net, weights);
    const loss = predictions.reduce((sum, u, i) => sum + (u - net.labels[i]!) ** 2, 0) / 2;
    run.push({ loss, predictions, weights });
    if (t === steps) return run;
    const velocity = plus(weights, -1, before);
    const beta = variant === "gradient descent" ? 0 : momentum;
    const ahead = variant === "Nesterov" ? plus(weights, beta, velocity) : weights;
    const gradient = gradientOf(net, ahead);
    let next = plus(ahead, -stepSize, gradient);
    if (variant === "heavy ball" || variant === "Nesterov, gradient correction")
      next = plus(next, beta, velocity);
    if (variant === "Nesterov, gradient correction")
      next = plus(next, -beta * stepSize, plus(gradient, -1, gradientBefore ?? gradient));
    [before, weights, gradientBefore] = [weights, next, gradient];
  }
}
