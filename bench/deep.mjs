/**
 * One step of heavy ball on a deep linear network with orthogonal weights, and one of gradient descent on a linear ResNet: our kernels on the narrow nets that train
 * exactly alike, our kernels in full width, ml-matrix as its manual has it, and NumPy where it is installed, in full width and on the narrow nets. All start from
 * the same weights, made of reflections, and are held to the same loss. What is gained over the full width is first of all that the narrow nets do less:
 * k²/m² of the work, and d/n for the ResNet.
 */
import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Matrix } from "ml-matrix";
import { importTypeScript } from "../tools/import-typescript.mjs";
import { row } from "./support/statistics.mjs";

export const title = "One step of training a deep linear network";

/** Depths and widths of the networks, with what the narrow one has to gain. d = d_y = 20, n = 5. */
const NETWORKS = [
  { depth: 100, width: 50, goal: { least: 7 } },
  { depth: 20, width: 200, goal: null },
  { depth: 10, width: 400, goal: { least: 100 } },
];
/** Depths of the ResNets. d = k = 10, m = 40, n = 1000. */
const RESNETS = [10, 100];
const SIZES = { inputs: 20, outputs: 20, examples: 5 };
const SETTING = { stepSize: 0.002, momentum: 0.5 };
const ROUNDS = 5;

/** A round takes at least this long (s). */
const LEAST_TIME = 0.02;

export async function measure() {
  const kernels = await loadKernels();
  const numpy = startNumpy();
  const rows = [];
  for (const { depth, width, goal } of NETWORKS) {
    const about = `L = ${depth}, m = ${width}`;
    rows.push(...(await race(about, networkContenders(kernels, numpy, depth, width), goal)));
  }
  for (const depth of RESNETS) {
    const about = `ResNet, L = ${depth}, m = 40, n = 1000`;
    rows.push(...(await race(about, resNetContenders(kernels, numpy, depth), null)));
  }
  rows.push(...(await independence(kernels)));
  numpy?.close();
  return rows;
}

async function loadKernels() {
  const modules = await Promise.all(
    [
      "lib/methods/method.ts",
      "lib/methods/heavy-ball.ts",
      "lib/methods/gradient-descent.ts",
      "lib/problems/deep-linear-data.ts",
      "lib/problems/deep-linear-network.ts",
      "lib/problems/deep-linear-reduction.ts",
      "lib/problems/linear-resnet.ts",
      "lib/problems/linear-resnet-transformations.ts",
      "lib/random.ts",
    ].map((file) => importTypeScript(file)),
  );
  return Object.assign({}, ...modules);
}

/** Rounds in turn, so that whatever else the machine does befalls all of them; the first contender is the narrow net in our kernels. */
async function race(about, contenders, goal) {
  await checkAgreement(about, contenders);
  for (const contender of contenders) await calibrate(contender);
  const times = contenders.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, { steps, count }] of contenders.entries())
      times[i].push(((await steps(count)).seconds / count) * 1e3);
  return contenders.flatMap(({ name, full }, i) => {
    const own = row(`${about}: ${name}`, "ms", times[i]);
    const ratios = times[i].map((time, round) => time / times[0][round]);
    return i === 0
      ? [own]
      : [own, row(`${about}: ${name} / ours, narrow`, "×", ratios, { goal: full ? goal : null })];
  });
}

/** Finds how many steps make a round; warms up on the way. */
async function calibrate(contender) {
  contender.count = 1;
  while ((await contender.steps(contender.count)).seconds < LEAST_TIME) contender.count *= 2;
}

/** After three steps all have the same loss. */
async function checkAgreement(about, contenders) {
  const losses = [];
  for (const { steps } of contenders) losses.push(await (await steps(3)).loss());
  for (const [i, loss] of losses.entries())
    if (!(Math.abs(loss / losses[0] - 1) < 1e-9))
      throw new Error(`${about}: ${contenders[i].name} has the loss ${loss}, ours ${losses[0]}`);
}

/** x_ij = sin(1 + i + 2j + 3ij/7): entries as good as random, and the same in NumPy. */
function wave(rows, columns) {
  return Float64Array.from({ length: rows * columns }, (_, e) => {
    const [i, j] = [Math.floor(e / columns), e % columns];
    return Math.sin(1 + i + 2 * j + (3 * i * j) / 7);
  });
}

function networkData() {
  const { inputs, outputs, examples } = SIZES;
  return { examples, inputs: wave(examples, inputs), targets: wave(examples, outputs).map((x) => 1.5 * x) };
}

/** √m(I − 2vvᵀ) for v along sin(l + i), of which the first layer takes d columns and the last d_y rows. */
function reflections({ depth, width, inputs, outputs }) {
  const parts = [];
  for (let l = 1; l <= depth; l++) {
    const v = Float64Array.from({ length: width }, (_, i) => Math.sin(l + i));
    const square = v.reduce((sum, x) => sum + x * x, 0);
    const [rows, columns] = [l === depth ? outputs : width, l === 1 ? inputs : width];
    for (let i = 0; i < rows; i++)
      for (let k = 0; k < columns; k++)
        parts.push(Math.sqrt(width) * ((i === k ? 1 : 0) - (2 * v[i] * v[k]) / square));
  }
  return Float64Array.from(parts);
}

function networkContenders(kernels, numpy, depth, width) {
  const shape = { depth, width, inputs: SIZES.inputs, outputs: SIZES.outputs };
  const data = networkData();
  const weights = reflections(shape);
  const full = { chain: kernels.deepLinearChain(shape), data, weights };
  const narrow = kernels.reduceDeepLinear(shape, data, weights);
  const settings = { ...SETTING, stepSize: SETTING.stepSize / depth };
  const name = `network ${depth} ${width}`;
  return [
    {
      name: "ours, narrow",
      steps: ours(kernels, kernels.heavyBall, kernels.deepLinear(narrow), narrow.weights, settings),
    },
    {
      name: "ours, full width",
      full: true,
      steps: ours(kernels, kernels.heavyBall, kernels.deepLinear(full), weights, settings),
    },
    { name: "ml-matrix, full width", steps: mlMatrix(full, settings, false) },
    { name: "ml-matrix, narrow", steps: mlMatrix(narrow, settings, false) },
    ...(numpy
      ? [
          numpy.contender("NumPy, full width", `${name} full`),
          numpy.contender("NumPy, narrow", `${name} narrow`),
        ]
      : []),
  ];
}

function resNetContenders(kernels, numpy, depth) {
  const { data, maps } = resNetSetting(1000, 40);
  const settings = { stepSize: 1e-4 / depth, momentum: 0 };
  const few = kernels.compressData(data);
  const narrowMaps = kernels.collapse(maps);
  const start = (m) => new Float64Array(depth * m * m);
  const chain = (t) => ({
    sizes: new Array(depth + 1).fill(t.width),
    scales: new Array(depth).fill(1),
    into: t.into,
    readout: t.outOf,
  });
  const name = `resnet ${depth}`;
  const gd = kernels.gradientDescent;
  const offset = few.floor;
  const narrow = ours(
    kernels,
    gd,
    kernels.linearResNet(narrowMaps, depth, few),
    start(narrowMaps.width),
    settings,
    offset,
  );
  const wide = ours(kernels, gd, kernels.linearResNet(maps, depth, data), start(40), settings);
  const mlNarrow = { chain: chain(narrowMaps), data: few, weights: start(narrowMaps.width), offset };
  return [
    { name: "ours, narrow", steps: narrow },
    { name: "ours, full", full: true, steps: wide },
    {
      name: "ml-matrix, full",
      steps: mlMatrix({ chain: chain(maps), data, weights: start(40) }, settings, true),
    },
    { name: "ml-matrix, narrow", steps: mlMatrix(mlNarrow, settings, true) },
    ...(numpy
      ? [numpy.contender("NumPy, full", `${name} full`), numpy.contender("NumPy, narrow", `${name} narrow`)]
      : []),
  ];
}

function resNetSetting(examples, width) {
  const inputs = wave(examples, 10);
  const noise = wave(examples, 10).map((x, i) => Math.sin(100 * x + i));
  const data = { examples, inputs, targets: inputs.map((x, i) => -x + 0.1 * noise[i]) };
  const maps = {
    width,
    into: wave(width, 10).map((x) => x / Math.sqrt(width)),
    outOf: wave(10, width).map((x) => x / 3),
  };
  return { data, maps };
}

/** How a step of the narrow nets depends on what they were made of: widths, dimensions and examples a thousand times as large. */
async function independence(kernels) {
  const network = (width, size) => {
    const random = kernels.seededRandom(1);
    const data = { examples: 5, inputs: wave(5, size), targets: wave(5, size).map((x) => 1.5 * x) };
    const start = kernels.sampleDeepLinear({ depth: 20, width, inputs: size, outputs: size }, data, random);
    return ours(kernels, kernels.heavyBall, kernels.deepLinear(start), start.weights, {
      stepSize: 1e-4,
      momentum: 0.5,
    });
  };
  const resNet = (examples, width) => {
    const { data, maps } = resNetSetting(examples, width);
    const problem = kernels.linearResNet(kernels.collapse(maps), 10, kernels.compressData(data));
    return ours(kernels, kernels.gradientDescent, problem, new Float64Array(problem.dimension), {
      stepSize: 1e-7,
      momentum: 0,
    });
  };
  const pairs = [
    ["narrow network, width 10⁶ / width 50", network(1e6, 20), network(50, 20)],
    ["narrow network, d = d_y = 200 / 20", network(1e6, 200), network(1e6, 20)],
    ["narrow ResNet, m = 20 000 / 40", resNet(1000, 20_000), resNet(1000, 40)],
    ["narrow ResNet, n = 100 000 / 1000", resNet(100_000, 40), resNet(1000, 40)],
  ];
  const rows = [];
  for (const [what, large, small] of pairs) {
    const ratios = [];
    await Promise.all([large(200), small(200)]);
    for (let round = 0; round < 9; round++)
      ratios.push((await large(200)).seconds / (await small(200)).seconds);
    rows.push(row(what, "×", ratios, { goal: { most: 1.3 } }));
  }
  return rows;
}

function ours({ run }, method, problem, start, settings, offset = 0) {
  let last = start;
  const visit = (_step, current) => void (last = current);
  return timed(
    (steps) => run(method, problem, { ...settings, start, steps }, visit),
    () => problem.loss(last) + offset,
  );
}

/** The formulas of the papers by ml-matrix: layers F ← s(W F) (+ F), and the gradients back. */
function mlMatrix({ chain, data, weights, offset = 0 }, { stepSize, momentum }, residual) {
  const { sizes, scales, into, readout } = chain;
  const { examples } = data;
  const d = data.inputs.length / examples;
  const x = Matrix.from1DArray(examples, d, data.inputs).transpose();
  const first = into ? Matrix.from1DArray(sizes[0], d, into).mmul(x) : x;
  const y = Matrix.from1DArray(examples, data.targets.length / examples, data.targets).transpose();
  const reader = readout ? Matrix.from1DArray(readout.length / sizes.at(-1), sizes.at(-1), readout) : null;
  const begin = [];
  for (let l = 1, at = 0; l < sizes.length; at += sizes[l] * sizes[l - 1], l++)
    begin.push(
      Matrix.from1DArray(sizes[l], sizes[l - 1], weights.subarray(at, at + sizes[l] * sizes[l - 1])),
    );
  const forward = (layers) => {
    const activations = [first];
    for (const [l, w] of layers.entries()) {
      const next = w.mmul(activations[l]).mul(scales[l]);
      activations.push(residual ? next.add(activations[l]) : next);
    }
    return activations;
  };
  const residualOf = (last) => (reader ? reader.mmul(last) : last.clone()).sub(y);
  let layers = begin;
  return timed(
    (steps) => {
      layers = begin;
      let before = begin;
      for (let t = 0; t < steps; t++) {
        const activations = forward(layers);
        let back = residualOf(activations.at(-1));
        if (reader) back = reader.transpose().mmul(back);
        const next = [];
        for (let l = layers.length - 1; l >= 0; l--) {
          const gradient = back.mmul(activations[l].transpose()).mul(scales[l]);
          const velocity = Matrix.sub(layers[l], before[l]).mul(momentum);
          next.unshift(Matrix.sub(layers[l], gradient.mul(stepSize)).add(velocity));
          const below = layers[l].transpose().mmul(back).mul(scales[l]);
          back = residual ? below.add(back) : below;
        }
        [before, layers] = [layers, next];
      }
    },
    () => residualOf(forward(layers).at(-1)).norm("frobenius") ** 2 / 2 + offset,
  );
}

/** A function that runs some steps and says how long they took, and the loss where they ended. */
function timed(run, loss) {
  return async (steps) => {
    const begin = performance.now();
    run(steps);
    return { seconds: (performance.now() - begin) / 1000, loss };
  };
}

/** NumPy in a process of its own, with one thread as the others have; null where there is none. */
function startNumpy() {
  if (spawnSync("python3", ["-c", "import numpy"]).status !== 0) return null;
  const threads = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  const script = fileURLToPath(new URL("deep.py", import.meta.url));
  const child = spawn("python3", [script], { env: { ...process.env, ...threads } });
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  const ask = async (question) => {
    child.stdin.write(`${question}\n`);
    return Number((await answers.next()).value);
  };
  const contender = (name, form) => ({
    name,
    steps: async (count) => ({
      seconds: await ask(`${form} ${count}`),
      loss: () => ask(`check ${form} ${count}`),
    }),
  });
  return { contender, close: () => child.stdin.end() };
}
