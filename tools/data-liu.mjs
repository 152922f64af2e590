// npm run data:liu: repeats the experiments of Liu et al. 2022, section 5, on the first 200 images of Fashion-MNIST and MNIST and writes data/liu-2022.json, with
// the spectrum of the kernel of each. Takes an hour or two. The same file comes out each time: seeds are part of it, and so is what is drawn with them.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { trainDensely } from "./data-liu-training.mjs";
import { importTypeScript } from "./import-typescript.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

/** What is run: each width at its step sizes 1/(divisor · λ_m), with each momentum and seed, on both sets of data. */
const plan = {
  count: 200,
  steps: 300,
  recordEvery: 5,
  measureEvery: 20,
  grid: [
    { divisor: 10, widths: [1000, 2000, 4000, 8000] },
    { divisor: 20, widths: [1000, 2000] },
  ],
  momenta: [0.97, 0.99],
  seeds: [1, 2, 3],
  data: ["fashion-mnist", "mnist"],
};

/** The runs of the plan on one set of data; the last goes on for longer, to see who is ahead then. */
function settingsOf({ grid, momenta, seeds, steps }) {
  const settings = grid.flatMap(({ divisor, widths }) =>
    widths.flatMap((width) =>
      momenta.flatMap((momentum) => seeds.map((seed) => ({ width, divisor, momentum, seed, steps }))),
    ),
  );
  return [...settings, { width: 4000, divisor: 10, momentum: 0.97, seed: 1, steps: 1500 }];
}

async function loadLibrary() {
  const { decodeImages, firstImages } = await importTypeScript("lib/problems/images.ts");
  const { reluData } = await importTypeScript("lib/problems/relu-data.ts");
  const { gaussianDraw } = await importTypeScript("lib/problems/relu-draw.ts");
  const { alongBasis } = await importTypeScript("lib/spectra/along-basis.ts");
  const { symmetricBasis } = await importTypeScript("lib/spectra/symmetric-basis.ts");
  return { decodeImages, firstImages, reluData, gaussianDraw, alongBasis, symmetricBasis };
}

/** The first images of a set, as the data of a network. */
async function imagesOf({ decodeImages, firstImages, reluData }, name, count) {
  const file = await readFile(`${root}data/${name}.bin`);
  const all = decodeImages(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
  const { points, labels, dimension } = firstImages(all, count);
  return reluData(points, labels, count, dimension);
}

/** The eigenvalues of H^∞, ascending, and the labels along its eigenvectors, whose signs are chosen so that no label is negative there. */
function spectrumOf({ alongBasis, symmetricBasis }, data) {
  const basis = symmetricBasis(data.kernel, data.count);
  const labels = alongBasis(basis, data.labels).map(Math.abs);
  return { eigenvalues: rounded(basis.eigenvalues, 12), labels: rounded(labels, 12) };
}

/** Both methods from the same start: their losses and displacements, and in how many of the steps Nesterov's loss is the smaller. */
function runPair(library, data, spectrum, { width, divisor, momentum, seed, steps }) {
  const preActivations = new Float64Array(width * data.count);
  const signs = new Float64Array(width);
  library.gaussianDraw(data, width, seed).open()(preActivations, signs);
  const [least, largest] = [spectrum.eigenvalues[0], spectrum.eigenvalues.at(-1)];
  const stepSize = 1 / (divisor * (largest + least / 4));
  const settings = { stepSize, momentum, steps, measureEvery: plan.measureEvery };
  const [heavyBall, nesterov] = ["heavyBall", "nesterov"].map((method) =>
    trainDensely({ ...data, width, preActivations, signs }, { ...settings, method }),
  );
  const ahead = heavyBall.losses.filter((loss, t) => nesterov.losses[t] < loss).length;
  return { ahead, heavyBall: recorded(heavyBall), nesterov: recorded(nesterov) };
}

function recorded({ losses, displacements }) {
  const kept = losses.filter((_, t) => t % plan.recordEvery === 0);
  return { losses: rounded(kept, 6), displacements: rounded(displacements, 6) };
}

function rounded(values, digits) {
  return Array.from(values, (value) => Number(value.toPrecision(digits)));
}

/** All of `plan`, telling how far it is. */
async function repeatExperiments() {
  const library = await loadLibrary();
  const spectra = {};
  const runs = [];
  for (const name of plan.data) {
    const data = await imagesOf(library, name, plan.count);
    spectra[name] = spectrumOf(library, data);
    for (const setting of settingsOf(plan)) {
      const run = { data: name, ...setting, ...runPair(library, data, spectra[name], setting) };
      runs.push(run);
      console.log(`${name} ${JSON.stringify(setting)}: Nesterov ahead in ${run.ahead} of ${setting.steps}`);
    }
  }
  return { plan, spectra, runs };
}

const text = `${JSON.stringify(await repeatExperiments())}\n`;
await writeFile(`${root}data/liu-2022.json`, text);
console.log(
  `data/liu-2022.json: ${text.length} bytes, SHA-256 ${createHash("sha256").update(text).digest("hex")}`,
);
