/**
 * Trains a one-layer ReLU network in pre-activations, all neurons at once, by heavy ball or by Nesterov's method in the form of Liu et al. 2022, (4) and (5).
 * It shares no code with lib/methods/relu, which trains lazily: each is a test of the other.
 *
 * With zᵣ = Xwᵣ the gradient of a neuron is (aᵣ/√m)G(Dᵣξ), G = XXᵀ, Dᵣ its pattern, ξ = u − y. For each byte of a pattern the sums of the rows of G∘ξ are kept
 * for all 256 values, so that a neuron costs n²/8 additions. Displacements: wᵣ(t) − wᵣ(0) = −(aᵣ/√m)Xᵀsᵣ, where sᵣ follows the method with −Dᵣξ as its gradient.
 */

/**
 * ½‖u_t − y‖² for t = 0 … `steps`, and max_r ‖w_r(t) − w_r(0)‖ at every `measureEvery` steps. `network`: n = `count`, m = `width`, G n × n, labels n,
 * pre-activations m × n at the start (kept as they are), signs m. O(steps · mn²/8).
 */
export function trainDensely(network, { method, stepSize, momentum, steps, measureEvery }) {
  const { count: n, width: m, gram, preActivations, signs } = network;
  const bytes = Math.ceil(n / 8);
  const points = Float64Array.from(preActivations);
  const memories = Float64Array.from(preActivations);
  const sums = new Float64Array(m * n);
  const sumMemories = new Float64Array(m * n);
  const patterns = new Uint8Array(m * bytes);
  const table = new Float64Array(bytes * 256 * n);
  const force = new Float64Array(n);
  const losses = [];
  const displacements = [];
  for (let t = 0; ; t++) {
    const residual = residualOf(points, patterns, network, bytes);
    losses.push(residual.reduce((sum, x) => sum + (x * x) / 2, 0));
    if (t % measureEvery === 0) displacements.push(displacementOf(points, sums, network));
    if (t === steps) return { losses, displacements };
    fillTable(table, gram, residual, stepSize / Math.sqrt(m), bytes);
    const remembersHalf = method === "nesterov";
    const pull = remembersHalf && t === 0 ? 0 : momentum;
    for (let r = 0; r < m; r++) {
      addRows(force, table, patterns, r * bytes, bytes);
      const [from, sign] = [r * n, signs[r]];
      for (let i = 0; i < n; i++) {
        const k = from + i;
        const half = points[k] - sign * force[i];
        const remembered = remembersHalf ? half : points[k];
        points[k] = half + pull * (remembered - memories[k]);
        memories[k] = remembered;
        const sees = (patterns[r * bytes + (i >> 3)] >> (i & 7)) & 1;
        const sumHalf = sums[k] + sees * stepSize * residual[i];
        const rememberedSum = remembersHalf ? sumHalf : sums[k];
        sums[k] = sumHalf + pull * (rememberedSum - sumMemories[k]);
        sumMemories[k] = rememberedSum;
      }
    }
  }
}

/** u − y, and the patterns on the way. */
function residualOf(points, patterns, { count: n, width: m, labels, signs }, bytes) {
  const predictions = new Float64Array(n);
  patterns.fill(0);
  for (let r = 0; r < m; r++)
    for (let i = 0; i < n; i++) {
      const z = points[r * n + i];
      if (z < 0) continue;
      predictions[i] += signs[r] * z;
      patterns[r * bytes + (i >> 3)] |= 1 << (i & 7);
    }
  return predictions.map((sum, i) => sum / Math.sqrt(m) - labels[i]);
}

/** For byte b and value v, the n sums Σ_{j in v} G_ij ξ_j · scale; each value adds one datum to a smaller one. */
function fillTable(table, gram, residual, scale, bytes) {
  const n = residual.length;
  for (let b = 0; b < bytes; b++)
    for (let v = 1; v < 256; v++) {
      const top = 31 - Math.clz32(v);
      const j = 8 * b + top;
      const to = (b * 256 + v) * n;
      const from = (b * 256 + (v ^ (1 << top))) * n;
      const factor = j < n ? scale * residual[j] : 0;
      for (let i = 0; i < n; i++) table[to + i] = table[from + i] + (j < n ? gram[j * n + i] : 0) * factor;
    }
}

/** The sum of the rows of one neuron's bytes, five at a time. */
function addRows(force, table, patterns, from, bytes) {
  const n = force.length;
  const row = (b) => (b < bytes ? (b * 256 + patterns[from + b]) * n : 0); // the first row is 0
  for (let b = 0; b < bytes; b += 5) {
    const [r0, r1, r2, r3, r4] = [row(b), row(b + 1), row(b + 2), row(b + 3), row(b + 4)];
    for (let i = 0; i < n; i++) {
      const five = table[r0 + i] + table[r1 + i] + table[r2 + i] + table[r3 + i] + table[r4 + i];
      force[i] = b === 0 ? five : force[i] + five;
    }
  }
}

/** max_r ‖wᵣ − wᵣ(0)‖, from ‖·‖² = sᵣᵀGsᵣ/m and zᵣ − zᵣ(0) = −(aᵣ/√m)Gsᵣ. */
function displacementOf(points, sums, { count: n, width: m, preActivations, signs }) {
  let largest = 0;
  for (let r = 0; r < m; r++) {
    let product = 0;
    for (let k = r * n; k < (r + 1) * n; k++) product += sums[k] * (points[k] - preActivations[k]);
    largest = Math.max(largest, (-signs[r] * product) / Math.sqrt(m));
  }
  return Math.sqrt(largest);
}
