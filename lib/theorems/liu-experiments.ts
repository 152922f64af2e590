/** The experiments of Liu et al. 2022, section 5, repeated: what `npm run data:liu` writes into data/liu-2022.json, and what follows from it. */

export type ExperimentData = "fashion-mnist" | "mnist";

/** The eigenvalues of H^∞ of some images, ascending, and their labels along its eigenvectors, up to sign. */
export interface KernelSpectrum {
  readonly eigenvalues: readonly number[];
  readonly labels: readonly number[];
}

/** A run of one method: ½‖u − y‖² at every `recordEvery` steps, and max_r ‖w_r(t) − w_r(0)‖ at every `measureEvery`. */
export interface RecordedRun {
  readonly losses: readonly number[];
  readonly displacements: readonly number[];
}

/** Both methods from one start, with η = 1/(divisor · λ_m). */
export interface ExperimentRun {
  readonly data: ExperimentData;
  readonly width: number;
  readonly divisor: number;
  readonly momentum: number;
  readonly seed: number;
  readonly steps: number;
  /** At how many of the steps 0 … T Nesterov's loss is the smaller. */
  readonly ahead: number;
  readonly heavyBall: RecordedRun;
  readonly nesterov: RecordedRun;
}

export interface Experiments {
  readonly plan: {
    readonly count: number;
    readonly steps: number;
    readonly recordEvery: number;
    readonly measureEvery: number;
    readonly grid: readonly { readonly divisor: number; readonly widths: readonly number[] }[];
    readonly momenta: readonly number[];
    readonly seeds: readonly number[];
  };
  readonly spectra: Readonly<Record<ExperimentData, KernelSpectrum>>;
  readonly runs: readonly ExperimentRun[];
}

/** λ_m = λ_max(H^∞) + λ₀/4, which bounds the eigenvalues while the kernel stays near its limit. O(1). */
export function largestEigenvalue({ eigenvalues }: Pick<KernelSpectrum, "eigenvalues">): number {
  return eigenvalues.at(-1)! + eigenvalues[0]! / 4;
}

/** The last t at which the ratio is below 1; −1 for none. O(T). */
export function lastAhead(ratios: Float64Array): number {
  return ratios.findLastIndex((ratio) => ratio < 1);
}

export type ExperimentMethod = "heavyBall" | "nesterov";

/** The mean of ‖ξ_t‖/‖ξ₀‖ over runs of the same length, at every step that was recorded. Empty for no runs. O(runs · records). */
export function meanResiduals(runs: readonly ExperimentRun[], method: ExperimentMethod): Float64Array {
  const curves = runs.map((run) =>
    run[method].losses.map((loss) => Math.sqrt(loss / run[method].losses[0]!)),
  );
  return Float64Array.from(curves[0] ?? [], (_, t) => meanOf(curves.map((curve) => curve[t]!)));
}

/** max_t max_r ‖w_r(t) − w_r(0)‖ of a run. */
export function largestDisplacement(run: ExperimentRun, method: ExperimentMethod): number {
  return Math.max(...run[method].displacements);
}

/** A slope with its 95 % confidence interval. */
export interface Slope {
  readonly slope: number;
  readonly lower: number;
  readonly upper: number;
}

/** The 97.5 % points of Student's t with 1 to 30 degrees of freedom; beyond, that of the normal distribution is near enough. */
const STUDENT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/**
 * The slope of ln(largest displacement) over ln(width), one for all runs, by least squares with a level of its own for each momentum; with its 95 % interval. Theory: −½ in the limit of
 * wide networks. RangeError for fewer than two runs more than momenta. O(runs).
 */
export function displacementSlope(runs: readonly ExperimentRun[], method: ExperimentMethod): Slope {
  const momenta = [...new Set(runs.map(({ momentum }) => momentum))];
  const freedom = runs.length - momenta.length - 1;
  if (freedom < 1) throw new RangeError(`runs must be at least ${momenta.length + 2}: ${runs.length}`);
  const points = momenta.flatMap((momentum) => {
    const own = runs.filter((run) => run.momentum === momentum);
    const xs = own.map(({ width }) => Math.log(width));
    const ys = own.map((run) => Math.log(largestDisplacement(run, method)));
    const [x, y] = [meanOf(xs), meanOf(ys)];
    return own.map((_, i) => ({ x: xs[i]! - x, y: ys[i]! - y }));
  });
  const squares = points.reduce((sum, { x }) => sum + x * x, 0);
  const slope = points.reduce((sum, { x, y }) => sum + x * y, 0) / squares;
  const errors = points.reduce((sum, { x, y }) => sum + (y - slope * x) ** 2, 0);
  const margin = (STUDENT[freedom - 1] ?? 1.96) * Math.sqrt(errors / freedom / squares);
  return { slope, lower: slope - margin, upper: slope + margin };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
