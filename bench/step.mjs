/**
 * One step of heavy ball on a quadratic: our kernel, which works in the eigenbasis, against ml-matrix as its manual has
 * it, a loop over typed arrays with a dense Hessian, and NumPy (dense, and in the eigenbasis) where it is installed.
 * All start from the same point, in their own coordinates, and are held to the same answer. With momentum 1 nothing
 * decays, so that every step works on numbers of the same size. What is gained over the dense forms is first of all
 * that a diagonal Hessian costs n multiplications where a dense one costs n².
 */
import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Matrix } from "ml-matrix";
import { importTypeScript } from "../tools/import-typescript.mjs";
import { row } from "./support/statistics.mjs";

export const title = "One step of heavy ball on a quadratic";

const DIMENSIONS = [50, 200, 1000];
const ROUNDS = 21;

/** A round takes at least this long (s), so that the clock's resolution does not matter. */
const LEAST_TIME = 0.01;
const SETTING = { stepSize: 1, momentum: 1 };

export async function measure() {
  const { run } = await importTypeScript("lib/methods/method.ts");
  const { heavyBall } = await importTypeScript("lib/methods/heavy-ball.ts");
  const { quadratic } = await importTypeScript("lib/problems/quadratic.ts");
  const numpy = startNumpy();
  const rows = [];
  for (const n of DIMENSIONS) {
    const contenders = [
      { name: "ours, eigenbasis", steps: ours(n, { run, heavyBall, quadratic }) },
      { name: "ml-matrix, dense", steps: mlMatrix(n) },
      { name: "typed arrays, dense", steps: typedArrays(n) },
      ...(numpy ? [numpy.contender("dense", n), numpy.contender("eigenbasis", n)] : []),
    ];
    await checkAgreement(n, contenders);
    rows.push(...(await race(n, contenders)));
  }
  numpy?.close();
  return rows;
}

/** Rounds in turn, so that whatever else the machine does befalls all of them. */
async function race(n, contenders) {
  for (const contender of contenders) await calibrate(contender);
  const times = contenders.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, { steps, count }] of contenders.entries())
      times[i].push(((await steps(count)).seconds / count) * 1e6);
  return contenders.flatMap(({ name }, i) => {
    const ratios = times[i].map((time, round) => time / times[0][round]);
    const goal = n === 200 && name.startsWith("ml-matrix") ? { least: 50 } : null;
    const own = row(`n = ${n}: ${name}`, "µs", times[i]);
    return i === 0 ? [own] : [own, row(`n = ${n}: ${name} / ours`, "×", ratios, { goal })];
  });
}

/** Finds how many steps make a round; warms up on the way. */
async function calibrate(contender) {
  contender.count = 8;
  while ((await contender.steps(contender.count)).seconds < LEAST_TIME) contender.count *= 2;
}

/** After 50 steps all are at the same distance from the minimum. */
async function checkAgreement(n, contenders) {
  const [first, ...others] = await Promise.all(contenders.map(async ({ steps }) => (await steps(50)).norm()));
  for (const [i, norm] of others.entries())
    if (!(Math.abs(norm / first - 1) < 1e-9))
      throw new Error(`n = ${n}: ${contenders[i + 1].name} is at ${norm}, ours at ${first}`);
}

function ours(n, { run, heavyBall, quadratic }) {
  const problem = quadratic(spectrum(n));
  const start = new Float64Array(n).fill(1);
  let last = start;
  const visit = (_step, current) => void (last = current);
  return timed(
    (steps) => run(heavyBall, problem, { ...SETTING, start, steps }, visit),
    () => Math.hypot(...last),
  );
}

function mlMatrix(n) {
  const { rows, start } = dense(n);
  const hessian = new Matrix(rows);
  const { stepSize, momentum } = SETTING;
  let last;
  return timed(
    (steps) => {
      let w = Matrix.columnVector(start);
      let previous = w;
      for (let t = 0; t < steps; t++) {
        const velocity = Matrix.sub(w, previous).mul(momentum);
        const next = Matrix.sub(w, hessian.mmul(w).mul(stepSize)).add(velocity);
        previous = w;
        w = next;
      }
      last = w;
    },
    () => last.norm("frobenius"),
  );
}

function typedArrays(n) {
  const { rows, start } = dense(n);
  const hessian = Float64Array.from(rows.flat());
  const { stepSize, momentum } = SETTING;
  let last;
  return timed(
    (steps) => {
      let [w, previous, next] = [Float64Array.from(start), Float64Array.from(start), new Float64Array(n)];
      for (let t = 0; t < steps; t++) {
        for (let i = 0, k = 0; i < n; i++) {
          let gradient = 0;
          for (let j = 0; j < n; j++, k++) gradient += hessian[k] * w[j];
          next[i] = w[i] - stepSize * gradient + momentum * (w[i] - previous[i]);
        }
        [previous, w, next] = [w, next, previous];
      }
      last = w;
    },
    () => Math.hypot(...last),
  );
}

/** A function that runs some steps and says how long they took, and the norm of where they ended. */
function timed(run, norm) {
  return async (steps) => {
    const begin = performance.now();
    run(steps);
    return { seconds: (performance.now() - begin) / 1000, norm };
  };
}

function spectrum(n) {
  return Float64Array.from({ length: n }, (_, i) => 0.01 + (0.99 * i) / (n - 1));
}

/** The Hessian QΛQ and the start Q·1 for the reflection Q = I − 2vvᵀ: as dense as can be, with known eigenvalues. */
function dense(n) {
  const eigenvalues = spectrum(n);
  const sines = Array.from({ length: n }, (_, i) => Math.sin(1 + i));
  const size = Math.hypot(...sines);
  const v = sines.map((x) => x / size);
  const total = v.reduce((sum, x) => sum + x, 0);
  const spread = v.reduce((sum, x, i) => sum + x * x * eigenvalues[i], 0);
  const entry = (i, j) =>
    (i === j ? eigenvalues[i] : 0) + v[i] * v[j] * (4 * spread - 2 * (eigenvalues[i] + eigenvalues[j]));
  const rows = v.map((_, i) => v.map((_, j) => entry(i, j)));
  return { rows, start: v.map((x) => 1 - 2 * total * x) };
}

/** NumPy in a process of its own, with one thread as the others have; null where there is none. */
function startNumpy() {
  if (spawnSync("python3", ["-c", "import numpy"]).status !== 0) return null;
  const threads = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  const script = fileURLToPath(new URL("step.py", import.meta.url));
  const child = spawn("python3", [script], { env: { ...process.env, ...threads } });
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  const ask = async (question) => {
    child.stdin.write(`${question}\n`);
    return Number((await answers.next()).value);
  };
  const contender = (form, n) => ({
    name: `NumPy, ${form}`,
    steps: async (count) => ({
      seconds: await ask(`${form} ${n} ${count}`),
      norm: () => ask(`check ${form} ${n} ${count}`),
    }),
  });
  return { contender, close: () => child.stdin.end() };
}
