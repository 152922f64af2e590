import type { ReluData } from "../../problems/relu-data.ts";
import { flipThresholds } from "./flip-thresholds.ts";
import { addOuter, FlippedNeurons } from "./flipped-neurons.ts";
import type { PatternTally } from "./pattern-tally.ts";
import type { ReluSettings } from "./relu-method.ts";
import { SharedTrajectory } from "./shared-trajectory.ts";
import { SignTable } from "./sign-table.ts";
import type { Survey } from "./survey.ts";
import { WatchList } from "./watch-list.ts";

/** What is said of a network at one step besides its predictions. */
export interface ReluMeasurement {
  /** Neurons that have had another sign than at the start on some datum, at a point where the loss or its gradient was taken. */
  readonly flippedNeurons: number;
  /** Pairs (neuron, datum) whose sign now differs from that at the start, with |z| > 1e−9. */
  readonly changedPairs: number;
  /** max_r ‖wᵣ − wᵣ(0)‖. */
  readonly displacement: number;
  /** ‖H_t − H₀‖_F. */
  readonly kernelDrift: number;
}

/**
 * Trains a one-layer ReLU network of any width exactly (in exact arithmetic, the predictions on its data are those of the dense run), at a
 * cost for each step that grows with √m: a neuron whose pattern has never changed follows the shared trajectory
 * (see `SharedTrajectory`) and is known by sums over the pool of all such neurons,
 *
 *     uᵢ = Sᵢ/√m − Σⱼ Gᵢⱼ(Cᵢⱼ/m)vⱼ + Σ_{flipped} aᵣ max(zᵣᵢ, 0)/√m,
 *
 * with S and C as in `Survey`, over the pool only. A neuron that may have flipped (see `flipThresholds`) is looked at, and one that has leaves
 * the pool for good and is trained by itself, in pre-activations, n numbers.
 *
 * One step is: while `neededReach()` is not 0, `adopt` a survey of the same draw that reaches as far; `evaluate()`; `advance()`. With
 * a survey of infinite reach all neurons are trained one by one. Nothing is allocated in a step but when room doubles.
 * Cost of a step: O(n²·256/8 + ⌈n/8⌉(watched + n · flipped)).
 */
export class LazyTrainer {
  /** t. */
  step = 0;
  /** ½‖u − y‖² at w_t, after `evaluate`. */
  loss = NaN;
  /** u and u − y at w_t, n each, after `evaluate`. */
  readonly predictions: Float64Array;
  readonly residual: Float64Array;
  readonly #data: ReluData;
  readonly #settings: ReluSettings;
  readonly #width: number;
  readonly #looksAhead: boolean;
  readonly #flipped: FlippedNeurons;
  readonly #shared: SharedTrajectory;
  readonly #pool: Pool;
  /** For v at e_t and at q_t, and for ηξ. */
  readonly #pointTable: SignTable;
  readonly #memoryTable: SignTable;
  readonly #forceTable: SignTable;
  readonly #pointThresholds: Float64Array;
  readonly #memoryThresholds: Float64Array;
  /** u − y at e_t, and η times it. */
  readonly #pointResidual: Float64Array;
  readonly #force: Float64Array;
  readonly #pointShift: Float64Array;
  readonly #memoryShift: Float64Array;
  #survey: Survey;
  #gone: Uint8Array = new Uint8Array(0);
  #found: Int32Array = new Int32Array(0);
  #watched: WatchList | null = null;

  constructor(data: ReluData, survey: Survey, settings: ReluSettings) {
    const { count: n, gram } = data;
    const vector = () => new Float64Array(n);
    this.#data = data;
    this.#settings = settings;
    this.#width = survey.draw.width;
    this.#looksAhead = settings.method.iterate === "memory";
    this.predictions = vector();
    this.residual = vector();
    this.#flipped = new FlippedNeurons(n);
    this.#shared = new SharedTrajectory(n);
    this.#pool = new Pool(data, survey);
    this.#pointTable = new SignTable(gram, n);
    this.#memoryTable = this.#looksAhead ? new SignTable(gram, n) : this.#pointTable;
    this.#forceTable = new SignTable(gram, n);
    this.#pointThresholds = new Float64Array(4 * n);
    this.#memoryThresholds = new Float64Array(4 * n);
    this.#pointResidual = vector();
    this.#force = vector();
    this.#pointShift = vector();
    this.#memoryShift = vector();
    this.#survey = survey;
    this.adopt(survey);
  }

  /** How many neurons are trained one by one. */
  get active(): number {
    return this.#flipped.size;
  }

  /** How many pairs of a neuron and a datum are looked at in each step. */
  get watched(): number {
    return this.#watched?.size ?? 0;
  }

  /**
   * How far a survey must reach for the step that comes, if that of now does not; else 0. Infinity asks for all neurons, since those of the
   * pool would cost less one by one than the pool does. O(n²).
   */
  neededReach(): number {
    if (this.#pool.size === 0) return 0;
    if (this.#poolCost() > this.#pool.size * this.#neuronCost()) return Infinity;
    const { gram } = this.#data;
    let reach = flipThresholds(this.#pointThresholds, gram, this.#shared.point, this.#width);
    if (this.#looksAhead)
      reach = Math.max(reach, flipThresholds(this.#memoryThresholds, gram, this.#shared.memory, this.#width));
    return reach > this.#survey.reach && reach < Infinity ? reach : 0;
  }

  /** Goes on with another survey of the same draw. O(n · near). */
  adopt(survey: Survey): void {
    const { near, reach } = survey;
    this.#survey = survey;
    this.#gone = new Uint8Array(near.size);
    this.#found = new Int32Array(near.size);
    for (let k = 0; k < this.#flipped.size; k++) this.#gone[near.indexOf(this.#flipped.ids[k]!)] = 1;
    if (reach < Infinity) {
      this.#watched = new WatchList(near, this.#gone, this.#data.count, reach);
      return;
    }
    this.#watched = null;
    this.#flipped.reserve(near.size);
    for (let place = 0; place < near.size; place++) if (this.#gone[place] === 0) this.#separate(place);
    this.#pool.close();
  }

  /** Predictions, residual and loss at w_t. `neededReach()` must have said 0. */
  evaluate(): void {
    const { point, memory } = this.#shared;
    if (this.#watched) this.#separateFlipped(this.#watched);
    this.#predict(point, this.#pointResidual);
    this.#flipped.addPredictions(this.#pointResidual);
    this.predictions.set(this.#pointResidual);
    if (this.#looksAhead) {
      this.#predict(memory, this.predictions);
      this.#flipped.addMemoryPredictions(this.predictions);
    }
    let squares = 0;
    for (let i = 0; i < this.residual.length; i++) {
      const label = this.#data.labels[i]!;
      this.#pointResidual[i]! -= label;
      const xi = this.predictions[i]! - label;
      this.residual[i] = xi;
      squares += xi * xi;
    }
    this.loss = squares / 2;
  }

  /** From w_t to w_{t+1}; after `evaluate`. */
  advance(): void {
    const { method, stepSize } = this.#settings;
    const momentum = method.momentumAt(this.step, this.#settings.momentum);
    for (let i = 0; i < this.#force.length; i++) this.#force[i] = stepSize * this.#pointResidual[i]!;
    if (this.#flipped.size > 0) {
      this.#forceTable.build(this.#force);
      this.#flipped.advance(this.#forceTable, method, momentum);
    }
    this.#shared.advance(this.#pointResidual, method, stepSize, momentum);
    this.step++;
  }

  /** What there is to say of w_t, after `evaluate`. O(n² · flipped), and as `PatternTally.largestLength`. */
  measure(): ReluMeasurement {
    const { gram, inverseRoot, count } = this.#data;
    const { iterate } = this.#settings.method;
    const change = new Float64Array(count * count);
    this.#flipped.addJointChange(iterate, change);
    let squares = 0;
    for (let k = 0; k < change.length; k++) squares += ((gram[k]! * change[k]!) / this.#width) ** 2;
    const flippedFarthest = this.#flipped.largestDisplacement(iterate, inverseRoot);
    return {
      flippedNeurons: this.#flipped.changed,
      changedPairs: this.#flipped.changedPairs(iterate),
      displacement: Math.max(flippedFarthest, this.#pooledDisplacement()),
      kernelDrift: Math.sqrt(squares),
    };
  }

  /** Ĥ_t = G∘C_t/m at the iterate, n × n, row-major; after `evaluate`. O(n² · flipped). */
  kernel(): Float64Array {
    const { gram } = this.#data;
    const joint = this.#survey.jointlyActive.slice();
    this.#flipped.addJointChange(this.#settings.method.iterate, joint);
    return joint.map((active, k) => (gram[k]! * active) / this.#width);
  }

  /** Additions in a step for the pool: thresholds, the table, and what is watched. */
  #poolCost(): number {
    const { count } = this.#data;
    const { bytes } = this.#pointTable;
    const points = this.#looksAhead ? 2 : 1;
    const rows = Math.min(256, 2 ** count);
    return points * (4 * count * count + rows * count * bytes + (bytes + 2) * this.watched);
  }

  /** Additions in a step for a neuron that is trained by itself. */
  #neuronCost(): number {
    return this.#data.count * (this.#pointTable.bytes + 3);
  }

  #pooledDisplacement(): number {
    if (this.#pool.size === 0) return 0;
    const v = this.#looksAhead ? this.#shared.memory : this.#shared.point;
    return this.#pool.tally.largestLength(this.#memoryTable, v) / Math.sqrt(this.#width);
  }

  /** Takes out of the pool what has flipped at the points of this step. */
  #separateFlipped(watched: WatchList): void {
    const { point, memory } = this.#shared;
    const scale = 1 / Math.sqrt(this.#width);
    watched.open(this.#pointThresholds);
    this.#pointTable.build(point);
    let found = watched.collect(this.#pointTable, scale, this.#gone, this.#found, 0);
    if (this.#looksAhead) {
      watched.open(this.#memoryThresholds);
      this.#memoryTable.build(memory);
      found = watched.collect(this.#memoryTable, scale, this.#gone, this.#found, found);
    }
    if (found === 0) return;
    for (let k = 0; k < found; k++) this.#separate(this.#found[k]!);
    this.#pool.refreshKernel();
  }

  /** From the pool to the neurons that are trained one by one. O(n²). */
  #separate(place: number): void {
    const { near } = this.#survey;
    const n = this.#data.count;
    const from = place * near.bytes;
    this.#fillShift(this.#pointShift, this.#shared.point, near.patterns, from);
    this.#fillShift(this.#memoryShift, this.#shared.memory, near.patterns, from);
    const weight = near.signs[place]! / Math.sqrt(this.#width);
    const id = near.ids[place]!;
    this.#flipped.add(id, weight, near.preActivations, place * n, this.#pointShift, this.#memoryShift);
    this.#pool.remove(id, near.signs[place]!, near.preActivations, place * n, near.patterns, from);
  }

  /** G D v for the pattern D that begins at `from`. */
  #fillShift(shift: Float64Array, v: Float64Array, patterns: Uint8Array, from: number): void {
    const n = v.length;
    shift.fill(0);
    for (let j = 0; j < n; j++) {
      if (((patterns[from + (j >> 3)]! >> (j & 7)) & 1) === 0) continue;
      for (let i = 0; i < n; i++) shift[i]! += this.#data.gram[j * n + i]! * v[j]!;
    }
  }

  #predict(v: Float64Array, predictions: Float64Array): void {
    if (this.#pool.size === 0) predictions.fill(0);
    else this.#pool.predict(v, predictions);
  }
}

/** The neurons that have never flipped, as sums. */
class Pool {
  size: number;
  readonly tally: PatternTally;
  readonly #gram: Float64Array;
  readonly #width: number;
  /** S, and what its roundings have lost. */
  readonly #sums: Float64Array;
  readonly #lost: Float64Array;
  /** C, and G∘C/m. */
  readonly #joint: Float64Array;
  readonly #kernel: Float64Array;

  constructor({ count, gram }: ReluData, { draw, activeSums, jointlyActive, tally }: Survey) {
    this.size = draw.width;
    this.tally = tally.copy();
    this.#gram = gram;
    this.#width = draw.width;
    this.#sums = activeSums.slice();
    this.#lost = new Float64Array(count);
    this.#joint = jointlyActive.slice();
    this.#kernel = new Float64Array(gram.length);
    this.refreshKernel();
  }

  remove(
    id: number,
    sign: number,
    values: Float64Array,
    from: number,
    patterns: Uint8Array,
    patternFrom: number,
  ): void {
    const sums = this.#sums;
    for (let i = 0; i < sums.length; i++) {
      const z = values[from + i]!;
      if (!(z >= 0)) continue;
      // Subtracts with what the rounding loses (Kahan): thousands may leave.
      const term = -sign * z - this.#lost[i]!;
      const sum = sums[i]! + term;
      this.#lost[i] = sum - sums[i]! - term;
      sums[i] = sum;
    }
    addOuter(this.#joint, patterns, patternFrom, sums.length, -1);
    this.tally.remove(id, patterns, patternFrom);
    this.size--;
  }

  /** To be called after some were removed. O(n²). */
  refreshKernel(): void {
    for (let k = 0; k < this.#kernel.length; k++)
      this.#kernel[k] = (this.#gram[k]! * this.#joint[k]!) / this.#width;
  }

  /** When nobody is left: no rounding either. */
  close(): void {
    this.size = 0;
  }

  /** S/√m − (G∘C/m)v. */
  predict(v: Float64Array, predictions: Float64Array): void {
    const n = v.length;
    const scale = 1 / Math.sqrt(this.#width);
    for (let i = 0; i < n; i++) {
      let sum = this.#sums[i]! * scale;
      for (let j = 0; j < n; j++) sum -= this.#kernel[i * n + j]! * v[j]!;
      predictions[i] = sum;
    }
  }
}
