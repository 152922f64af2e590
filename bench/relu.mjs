/**
 * One step of heavy ball on a one-layer ReLU network of n data in dimension 2n, and setting one up: our trainer, which goes one by one
 * through those neurons only that have flipped, against every neuron in Gram space with the same tables, and against the weights
 * themselves: a loop over typed arrays, ml-matrix as its manual has it, NumPy and PyTorch where they are installed. All in double
 * precision and one thread; after 5 steps from the same start they are held to the same loss. Ours is the mean of 100 steps from
 * the start, while neurons go on flipping; for the others every step is alike. What would take more than 2 GB, or by its time at the width
 * before more than 10 s a step, is skipped.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Matrix } from "ml-matrix";
import { importTypeScript } from "../tools/import-typescript.mjs";
import { row } from "./support/statistics.mjs";

export const title = "One step of heavy ball on a ReLU network of width m";

const DATA = [5, 20, 50];
const WIDTHS = [1e3, 1e4, 1e5, 1e6];
const ROUNDS = 5;
const STEPS = 100;

/** A round takes at least this long (s). */
const LEAST_TIME = 0.02;
const MOST_BYTES = 2e9;
const MOST_SECONDS = 10;
/** The ratio to the fastest run on weights, at a million neurons. */
const RATIO_GOALS = { 5: 150, 20: 40 };
const MOST_EXPONENT = 0.65;
const MOST_SETUP = 1000;
const SETTING = { stepSize: 0.5, momentum: 0.5 };

export async function measure() {
  const library = await loadLibrary();
  const python = startPython();
  const makers = [
    ours(library),
    gramSpace(library),
    typedArrays(library),
    mlMatrix(library),
    ...python.contenders,
  ];
  for (const n of [5, 20]) await checkAgreement(n, makers, library);
  const rows = [];
  for (const n of DATA) rows.push(...(await raceWidths(n, makers, python)));
  python.close();
  return rows;
}

async function raceWidths(n, makers, python) {
  const rows = [];
  const fastest = new Map(makers.map(({ name }) => [name, []]));
  for (const m of WIDTHS) {
    const { contenders, skipped } = await choose(n, m, makers, fastest);
    const times = await race(contenders);
    await python.forget();
    contenders.forEach(({ name }, i) => fastest.get(name).push({ m, seconds: Math.min(...times[i]) }));
    rows.push(...rowsOf(n, m, contenders, times, skipped));
  }
  for (const { name } of makers) {
    const exponent = growth(fastest.get(name).filter(({ m }) => m >= 1e4));
    if (exponent === null) continue;
    const goal = name === "ours" && n in RATIO_GOALS ? { most: MOST_EXPONENT } : null;
    rows.push(row(`n = ${n}: a step of ${name} grows with m to the power`, "", [exponent], { goal }));
  }
  return rows;
}

/** Sets up those that take neither too much room nor too much time. */
async function choose(n, m, makers, fastest) {
  const contenders = [];
  const skipped = [];
  for (const maker of makers) {
    const before = fastest.get(maker.name).at(-1);
    const bytes = maker.bytes(n, m);
    const seconds = before ? (before.seconds * m) / before.m : 0;
    if (m > WIDTHS[0] && before?.m !== m / 10) skipped.push(maker.name);
    else if (maker.name !== "ours" && bytes > MOST_BYTES)
      skipped.push(`${maker.name} (${(bytes / 1e9).toFixed(1)} GB)`);
    else if (maker.name !== "ours" && seconds > MOST_SECONDS)
      skipped.push(`${maker.name} (${seconds.toFixed(0)} s)`);
    else contenders.push({ name: maker.name, onWeights: maker.onWeights, ...(await maker.setUp(n, m)) });
  }
  return { contenders, skipped };
}

/** Seconds per step in rounds in turn, so that whatever else the machine does befalls all of them. */
async function race(contenders) {
  for (const contender of contenders) {
    contender.count = contender.wholeRun ? STEPS : 1;
    while (!contender.wholeRun && (await contender.run(contender.count)) < LEAST_TIME) contender.count *= 2;
    if (contender.wholeRun) await contender.run(STEPS);
  }
  const times = contenders.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, { run, count }] of contenders.entries()) times[i].push((await run(count)) / count);
  return times;
}

function rowsOf(n, m, contenders, times, skipped) {
  const size = `n = ${n}, m = 10^${Math.log10(m)}`;
  const onWeights = contenders.flatMap(({ onWeights }, i) => (onWeights ? [i] : []));
  const rows = contenders.flatMap(({ name, setUpSeconds }, i) => {
    const note = i === 0 && skipped.length > 0 ? `skipped: ${skipped.join(", ")}` : null;
    const goal = name === "ours" && n === 5 && m === 1e6 ? { most: MOST_SETUP } : null;
    return [
      row(
        `${size}: ${name}, a step`,
        "ms",
        times[i].map((seconds) => 1e3 * seconds),
        { note },
      ),
      row(`${size}: ${name}, setting up`, "ms", [1e3 * setUpSeconds], { goal }),
    ];
  });
  if (onWeights.length === 0) return rows;
  const ratios = times[0].map(
    (seconds, round) => Math.min(...onWeights.map((i) => times[i][round])) / seconds,
  );
  const goal = m === 1e6 && n in RATIO_GOALS ? { least: RATIO_GOALS[n] } : null;
  return [...rows, row(`${size}: fastest on weights / ours`, "×", ratios, { goal })];
}

/** The slope of ln(seconds) over ln(m) by least squares, of the fastest rounds, since noise only adds; null of fewer than two. */
function growth(points) {
  if (points.length < 2) return null;
  const xs = points.map(({ m }) => Math.log(m));
  const ys = points.map(({ seconds }) => Math.log(seconds));
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const covariance = xs.reduce((sum, value, k) => sum + (value - x) * (ys[k] - y), 0);
  return covariance / xs.reduce((sum, value) => sum + (value - x) ** 2, 0);
}

async function loadLibrary() {
  const paths = [
    "lib/random.ts",
    "lib/problems/sphere-points.ts",
    "lib/problems/relu-data.ts",
    "lib/problems/relu-draw.ts",
    "lib/methods/relu/heavy-ball.ts",
    "lib/methods/relu/survey.ts",
    "lib/methods/relu/lazy-run.ts",
    "lib/methods/relu/lazy-trainer.ts",
  ];
  return Object.assign({}, ...(await Promise.all(paths.map((path) => importTypeScript(path)))));
}

/** n points on the sphere of dimension 2n, with labels. */
function drawData(n, { seededRandom, spherePoints, reluData }) {
  const random = seededRandom(n);
  const points = spherePoints(random, n, 2 * n);
  const labels = Float64Array.from({ length: n }, () => (random() < 0.5 ? 1 : -1));
  return { points, labels, data: reluData(points, labels, n, 2 * n) };
}

/** m weight vectors and signs. */
function drawWeights(n, m, { seededRandom, fillNormal }) {
  const random = seededRandom(m + 1);
  const weights = fillNormal(random, new Float64Array(m * 2 * n));
  return { weights, signs: Float64Array.from({ length: m }, () => (random() < 0.5 ? 1 : -1)) };
}

/** A trainer of ours on a survey that reaches as it says, and how it runs. */
function trainerOf(library, data, draw, reach) {
  const { LazyTrainer, surveyDraw, reluHeavyBall } = library;
  const settings = { ...SETTING, method: reluHeavyBall, steps: STEPS };
  const first = finished(surveyDraw(draw, reach(data, draw.width, settings)));
  const fresh = () => new LazyTrainer(data, first, settings);
  const step = (trainer) => {
    for (let needed = trainer.neededReach(); needed > 0; needed = trainer.neededReach())
      trainer.adopt(finished(surveyDraw(draw, 2 * needed)));
    trainer.evaluate();
    trainer.advance();
  };
  return { fresh, step };
}

function ours(library) {
  const { firstReach, gaussianDraw } = library;
  const reach = (data, width, settings) => firstReach(data, width, [settings]);
  return {
    name: "ours",
    onWeights: false,
    bytes: () => 0,
    async setUp(n, m) {
      const { data } = drawData(n, library);
      const begin = performance.now();
      const { fresh, step } = trainerOf(library, data, gaussianDraw(data, m, 1), reach);
      fresh();
      const setUpSeconds = (performance.now() - begin) / 1000;
      return { setUpSeconds, wholeRun: true, run: runner(fresh, step, true) };
    },
    lossAfter: (network, steps) => lossAfter(library, network, steps, reach),
  };
}

function gramSpace(library) {
  const reach = () => Infinity;
  return {
    name: "all neurons in Gram space",
    onWeights: false,
    bytes: (n, m) => 5 * 8 * m * n,
    async setUp(n, m) {
      const { data } = drawData(n, library);
      const begin = performance.now();
      const { fresh, step } = trainerOf(library, data, library.gaussianDraw(data, m, 1), reach);
      const trainer = fresh();
      const setUpSeconds = (performance.now() - begin) / 1000;
      return { setUpSeconds, run: runner(() => trainer, step, false) };
    },
    lossAfter: (network, steps) => lossAfter(library, network, steps, reach),
  };
}

/** Times steps; from a fresh start each time, or going on. */
function runner(fresh, step, anew) {
  const kept = anew ? null : fresh();
  return async (count) => {
    const trainer = kept ?? fresh();
    const begin = performance.now();
    for (let t = 0; t < count; t++) step(trainer);
    return (performance.now() - begin) / 1000;
  };
}

function lossAfter(library, { n, m, data, points, weights, signs }, steps, reach) {
  const d = 2 * n;
  const products = new Float64Array(m * n);
  for (let r = 0; r < m; r++)
    for (let i = 0; i < n; i++)
      for (let k = 0; k < d; k++) products[r * n + i] += weights[r * d + k] * points[i * d + k];
  const { fresh, step } = trainerOf(library, data, library.givenDraw(products, signs, n), reach);
  const trainer = fresh();
  for (let t = 0; t < steps; t++) step(trainer);
  trainer.neededReach();
  trainer.evaluate();
  return trainer.loss;
}

function typedArrays(library) {
  const setUp = ({ n, m, points, labels, weights, signs }) => {
    const d = 2 * n;
    const [products, residual, coefficients] = [m * n, n, n].map((length) => new Float64Array(length));
    const [w, previous] = [Float64Array.from(weights), Float64Array.from(weights)];
    const scale = 1 / Math.sqrt(m);
    const { stepSize, momentum } = SETTING;
    const evaluate = () => {
      residual.fill(0);
      for (let r = 0; r < m; r++)
        for (let i = 0; i < n; i++) {
          let z = 0;
          for (let k = 0; k < d; k++) z += w[r * d + k] * points[i * d + k];
          products[r * n + i] = z;
          if (z >= 0) residual[i] += signs[r] * z;
        }
      for (let i = 0; i < n; i++) residual[i] = residual[i] * scale - labels[i];
      return residual.reduce((sum, xi) => sum + xi * xi, 0) / 2;
    };
    const step = () => {
      evaluate();
      for (let r = 0; r < m; r++) {
        for (let i = 0; i < n; i++)
          coefficients[i] = products[r * n + i] >= 0 ? stepSize * signs[r] * scale * residual[i] : 0;
        for (let k = 0; k < d; k++) {
          let gradient = 0;
          for (let i = 0; i < n; i++) gradient += coefficients[i] * points[i * d + k];
          const value = w[r * d + k];
          w[r * d + k] = value - gradient + momentum * (value - previous[r * d + k]);
          previous[r * d + k] = value;
        }
      }
    };
    return { evaluate, step };
  };
  return onWeightsInNode("typed arrays", library, setUp, (n, m) => 8 * m * (3 * 2 * n + n + 1));
}

function mlMatrix(library) {
  const setUp = ({ n, m, points, labels, weights, signs }) => {
    const x = Matrix.from1DArray(n, 2 * n, points);
    const y = Matrix.rowVector(labels);
    const a = Matrix.rowVector(signs).div(Math.sqrt(m));
    let w = Matrix.from1DArray(m, 2 * n, weights);
    let previous = w;
    const { stepSize, momentum } = SETTING;
    const activity = (products) => {
      const active = Matrix.zeros(m, n);
      for (let r = 0; r < m; r++)
        for (let i = 0; i < n; i++) active.set(r, i, products.get(r, i) >= 0 ? 1 : 0);
      return active;
    };
    const residualOf = (products, active) => Matrix.sub(a.mmul(Matrix.mul(products, active)), y);
    const evaluate = () => {
      const products = w.mmul(x.transpose());
      return residualOf(products, activity(products)).norm("frobenius") ** 2 / 2;
    };
    const step = () => {
      const products = w.mmul(x.transpose());
      const active = activity(products);
      const residual = residualOf(products, active);
      const gradient = active.mulRowVector(residual.getRow(0)).mmul(x).mulColumnVector(a.getRow(0));
      const velocity = Matrix.sub(w, previous).mul(momentum);
      const next = Matrix.sub(w, gradient.mul(stepSize)).add(velocity);
      previous = w;
      w = next;
    };
    return { evaluate, step };
  };
  // Eight matrices at a time, each row an object of its own.
  return onWeightsInNode("ml-matrix", library, setUp, (n, m) => 8 * m * (5 * 2 * n + 3 * n) + 8 * 100 * m);
}

/** A contender in this process that trains the weights; `setUp` gives what evaluates and steps a network. */
function onWeightsInNode(name, library, setUp, bytes) {
  return {
    name,
    onWeights: true,
    bytes,
    async setUp(n, m) {
      const { points, labels } = drawData(n, library);
      const begin = performance.now();
      const network = setUp({ n, m, points, labels, ...drawWeights(n, m, library) });
      const setUpSeconds = (performance.now() - begin) / 1000;
      return {
        setUpSeconds,
        run: runner(
          () => network,
          ({ step }) => step(),
          false,
        ),
      };
    },
    lossAfter(network, steps) {
      const { evaluate, step } = setUp(network);
      for (let t = 0; t < steps; t++) step();
      return evaluate();
    },
  };
}

/** NumPy and PyTorch in a process of their own, with one thread as the others have; without contenders where there is none. */
function startPython() {
  const installed = ["NumPy", "PyTorch"].filter(
    (name) => spawnSync("python3", ["-c", `import numpy${name === "PyTorch" ? ", torch" : ""}`]).status === 0,
  );
  if (installed.length === 0) return { contenders: [], forget: async () => {}, close() {} };
  const threads = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  const script = fileURLToPath(new URL("relu.py", import.meta.url));
  const child = spawn("python3", [script], { env: { ...process.env, ...threads } });
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  const ask = async (question) => {
    child.stdin.write(`${question}\n`);
    return Number((await answers.next()).value);
  };
  const contenders = installed.map((name) => ({
    name,
    onWeights: true,
    bytes: (n, m) => 8 * m * (4 * 2 * n + 3 * n),
    async setUp(n, m) {
      const network = `${name} ${n} ${2 * n} ${m}`;
      const setUpSeconds = await ask(`draw ${network} 0`);
      return { setUpSeconds, run: (count) => ask(`${network} ${count}`) };
    },
    async lossAfter({ n, m, points, labels, weights, signs }, steps) {
      const folder = await mkdtemp(join(tmpdir(), "relu-"));
      for (const [file, values] of Object.entries({ points, labels, weights, signs }))
        await writeFile(join(folder, file), values);
      const loss = await ask(`check ${name} ${n} ${2 * n} ${m} ${steps} ${folder}`);
      await rm(folder, { recursive: true });
      return loss;
    },
  }));
  return { contenders, forget: () => ask("forget"), close: () => child.stdin.end() };
}

/** After 5 steps all have the same loss. */
async function checkAgreement(n, makers, library) {
  const m = 1000;
  const network = { n, m, ...drawData(n, library), ...drawWeights(n, m, library) };
  const losses = [];
  for (const maker of makers) losses.push(await maker.lossAfter(network, 5));
  for (const [i, loss] of losses.entries())
    if (!(Math.abs(loss / losses[0] - 1) < 1e-11))
      throw new Error(`n = ${n}: ${makers[i].name} has the loss ${loss}, ours ${losses[0]}`);
}

/** What a generator returns. */
function finished(generator) {
  for (;;) {
    const { done, value } = generator.next();
    if (done) return value;
  }
}
