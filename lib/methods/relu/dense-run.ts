import type { ReluData } from "../../problems/relu-data.ts";
import type { ReluDraw } from "../../problems/relu-draw.ts";
import type { RunResult } from "../method.ts";
import { checkReluSettings, type ReluSettings } from "./relu-method.ts";

/** A network at w_t. The arrays are reused: copy what must last. */
export interface DenseState {
  /** t. */
  readonly step: number;
  /** ½‖u − y‖². */
  readonly loss: number;
  /** u and ξ = u − y, n each. */
  readonly predictions: Float64Array;
  readonly residual: Float64Array;
  /** Z = WXᵀ at w_t, m × n, row-major. */
  readonly preActivations: Float64Array;
  /** zᵣ(0), m × n. */
  readonly start: Float64Array;
  /** aᵣ, ±1. */
  readonly signs: Float64Array;
}

/**
 * Trains a one-layer ReLU network neuron by neuron, and visits (t, w_t) for t = 0 … `steps`: the plain form of `LazyTrainer`, against which
 * that is held, and which shows every pre-activation. u = (1/√m) Σᵣ aᵣ max(zᵣ, 0), and with ∇ᵣL = (aᵣ/√m)XᵀDᵣξ a step on the
 * weights is one on the pre-activations, with −η(aᵣ/√m)GDᵣξ, Dᵣ = diag(1{zᵣ ≥ 0}).
 *
 * Stops where `visit` returns false or the loss is not finite (that step is not visited). RangeError for settings that cannot be, or a
 * draw of another number of data. O(mn²) for each step, and 24mn bytes.
 */
export function runDense(
  data: ReluData,
  draw: ReluDraw,
  settings: ReluSettings,
  visit: (state: DenseState) => boolean | void,
): RunResult {
  checkReluSettings(settings);
  const { count: n, labels, gram } = data;
  if (draw.count !== n) throw new RangeError(`count of the draw must be ${n}: ${draw.count}`);
  const { method, stepSize, momentum, steps } = settings;
  const m = draw.width;
  const signs = new Float64Array(m);
  const start = new Float64Array(m * n);
  draw.open()(start, signs);
  const point = start.slice();
  const memory = start.slice();
  const iterate = method.iterate === "point" ? point : memory;
  const predictions = new Float64Array(n);
  const residual = new Float64Array(n);
  const pointResidual = new Float64Array(n);
  const room = new Float64Array(n);
  for (let t = 0; ; t++) {
    predict(point, signs, n, pointResidual);
    for (let i = 0; i < n; i++) pointResidual[i]! -= labels[i]!;
    predict(iterate, signs, n, predictions);
    let squares = 0;
    for (let i = 0; i < n; i++) {
      residual[i] = predictions[i]! - labels[i]!;
      squares += residual[i]! * residual[i]!;
    }
    const loss = squares / 2;
    if (!Number.isFinite(loss)) return { stoppedAt: t, diverged: true };
    const state = { step: t, loss, predictions, residual, preActivations: iterate, start, signs };
    if (visit(state) === false && t < steps) return { stoppedAt: t, diverged: false };
    if (t >= steps) return { stoppedAt: null, diverged: false };
    const b = method.momentumAt(t, momentum);
    const half = method.remembers === "half step";
    for (let r = 0; r < m; r++) {
      const scale = (stepSize * signs[r]!) / Math.sqrt(m);
      advanceNeuron(point, memory, r * n, gram, pointResidual, scale, b, half, room);
    }
  }
}

function predict(
  preActivations: Float64Array,
  signs: Float64Array,
  n: number,
  predictions: Float64Array,
): void {
  const m = signs.length;
  predictions.fill(0);
  for (let r = 0; r < m; r++)
    for (let i = 0; i < n; i++) predictions[i]! += signs[r]! * Math.max(0, preActivations[r * n + i]!);
  for (let i = 0; i < n; i++) predictions[i]! /= Math.sqrt(m);
}

/** The neuron whose values begin at `from`, with the step −scale · GDξ. */
function advanceNeuron(
  point: Float64Array,
  memory: Float64Array,
  from: number,
  gram: Float64Array,
  residual: Float64Array,
  scale: number,
  momentum: number,
  half: boolean,
  step: Float64Array,
): void {
  const n = residual.length;
  step.fill(0);
  for (let j = 0; j < n; j++)
    if (point[from + j]! >= 0)
      for (let i = 0; i < n; i++) step[i]! += scale * gram[j * n + i]! * residual[j]!;
  for (let i = 0; i < n; i++) {
    const e = point[from + i]!;
    const h = e - step[i]!;
    const p = half ? h : e;
    point[from + i] = h + momentum * (p - memory[from + i]!);
    memory[from + i] = p;
  }
}
