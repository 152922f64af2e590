import { BITS, fixed, toNumber } from "./fixed-point.ts";

/** A network as `reluNetwork` has it, with its start. */
export interface ExactNetwork {
  readonly points: Float64Array;
  readonly labels: Float64Array;
  readonly count: number;
  readonly dimension: number;
  readonly signs: Float64Array;
  readonly start: Float64Array;
}

const ONE = 1n << BITS;

function times(x: bigint, y: bigint): bigint {
  return (x * y) >> BITS;
}

function dot(x: readonly bigint[], y: readonly bigint[]): bigint {
  return x.reduce((sum, value, k) => sum + value * y[k]!, 0n) >> BITS;
}

/** The whole part of √x for x ≥ 0, by Newton's method from above. */
function wholeRoot(x: bigint): bigint {
  let root = 1n << BigInt((x.toString(2).length >> 1) + 1);
  for (;;) {
    const next = (root + x / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** Rows of `columns` numbers. */
function rowsOf(values: Float64Array, columns: number): bigint[][] {
  return Array.from({ length: values.length / columns }, (_, r) =>
    Array.from(values.subarray(r * columns, (r + 1) * columns), fixed),
  );
}

/**
 * In fixed point, ½‖u_t − y‖² for t = 0 … steps, each rounded to a double once, of full-batch training from rest: p_t = w_t + lookAhead·v_t, v_{t+1} = βv_t − η∇f(p_t),
 * w_{t+1} = w_t + v_{t+1}, with lookAhead = 0 for the heavy ball (and gradient descent, β = 0) and β for Nesterov's method.
 */
export function exactReluLosses(
  network: ExactNetwork,
  { stepSize, momentum, lookAhead, steps }: Record<"stepSize" | "momentum" | "lookAhead" | "steps", number>,
): number[] {
  const { count, dimension, signs } = network;
  const points = rowsOf(network.points, dimension);
  const labels = Array.from(network.labels, fixed);
  const share = (ONE * ONE) / wholeRoot(BigInt(signs.length) * ONE * ONE);
  const weights = rowsOf(network.start, dimension);
  const velocities = weights.map((row) => row.map(() => 0n));
  const [eta, beta, ahead] = [fixed(stepSize), fixed(momentum), fixed(lookAhead)];

  /** u − y and every z = w·x. */
  const look = (rows: readonly bigint[][]) => {
    const products = rows.map((w) => points.map((x) => dot(w, x)));
    const residual = labels.map((label, i) => {
      const sum = products.reduce((sum, z, r) => sum + (z[i]! > 0n ? BigInt(signs[r]!) * z[i]! : 0n), 0n);
      return times(share, sum) - label;
    });
    return { products, residual };
  };

  const losses: number[] = [];
  for (let t = 0; ; t++) {
    const { residual } = look(weights);
    losses.push(toNumber(dot(residual, residual) / 2n));
    if (t === steps) return losses;
    const at = look(weights.map((row, r) => row.map((w, k) => w + times(ahead, velocities[r]![k]!))));
    for (const [r, velocity] of velocities.entries())
      for (let k = 0; k < dimension; k++) {
        let slope = 0n;
        for (let i = 0; i < count; i++)
          if (at.products[r]![i]! >= 0n) slope += times(at.residual[i]!, points[i]![k]!);
        const gradient = BigInt(signs[r]!) * times(share, slope);
        velocity[k] = times(beta, velocity[k]!) - times(eta, gradient);
        weights[r]![k]! += velocity[k]!;
      }
  }
}
