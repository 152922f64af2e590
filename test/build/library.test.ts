import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { SourceMap } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildLibrary } from "../../tools/library.mjs";
import { root } from "../support/notebook-files.ts";

const run = promisify(execFile);

/** A folder of someone who has installed the package; his own modules lie beside its node_modules. */
let consumer = "";
let installed = "";
let modules: string[] = [];

/** Packs the library and installs it as npm would, but without a network: what it depends on is that of the project. */
beforeAll(async () => {
  consumer = await mkdtemp(join(tmpdir(), "accelerando-consumer-"));
  installed = join(consumer, "node_modules/accelerando");
  modules = await buildLibrary(join(consumer, "built"), { check: false });
  const pack = ["pack", join(consumer, "built"), "--pack-destination", consumer, "--json", "--offline"];
  const { stdout } = await run("npm", pack, { shell: process.platform === "win32" });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await mkdir(installed, { recursive: true });
  await run("tar", ["-xzf", join(consumer, filename), "-C", installed, "--strip-components", "1"]);
  await rm(join(consumer, "built"), { recursive: true });
  const { dependencies } = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies))
    await symlink(join(root, "node_modules", name), join(consumer, "node_modules", name), "junction");
});

afterAll(() => rm(consumer, { recursive: true }));

/** Runs a module in a Node of its own, in the consumer's folder, and gives what it prints as JSON. */
async function inNode(source: string): Promise<unknown> {
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", source], { cwd: consumer });
  return JSON.parse(stdout);
}

/** Bundles a module for browsers: the code, and the modules of the package that something is left of. */
async function bundled(source: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: consumer },
    absWorkingDir: consumer,
    bundle: true,
    format: "esm",
    platform: "browser",
    metafile: true,
    write: false,
  });
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output!.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const left = inputs.map(([path]) => path).filter((path) => path.includes("accelerando/"));
  return { code: outputFiles[0]!.text, left: left.map((path) => path.replace(/^.*accelerando\//, "")) };
}

describe("in Node", () => {
  it("runs a method by its entry", async () => {
    const source = `
      import { errorCurve, gradientDescent, quadratic } from "accelerando";
      const settings = { stepSize: 1, momentum: 0, start: Float64Array.of(1), steps: 4 };
      console.log(JSON.stringify([...errorCurve(gradientDescent, quadratic(Float64Array.of(0.5)), settings)]));
    `;
    // w_{t+1} = (1 − ηλ)w_t with ηλ = ½, exact in binary.
    expect(await inNode(source)).toEqual([1, 0.5, 0.25, 0.125, 0.0625]);
  });

  it("reaches each package that it depends on", async () => {
    const source = `
      import { integrate, readCsv, search, symmetricEigenvalues, theorems } from "accelerando";
      const eigenvalues = symmetricEigenvalues(Float64Array.of(2, 1, 1, 2), 2);
      const decay = integrate((_, [y], out) => { out[0] = -y; }, Float64Array.of(1), Float64Array.of(0, 1));
      const { labels } = readCsv("3,4,5\\n1,0,6");
      const steps = search(await theorems["wang-2021/theorem-12"](), { seed: 1, restarts: 1, evaluations: 100 });
      let step = await steps.next();
      while (!step.done) step = await steps.next();
      const { violations } = step.value;
      console.log(JSON.stringify({ ends: [...eigenvalues], decay: decay[1], labels: [...labels], violations }));
    `;
    expect(await inNode(source)).toEqual({
      ends: [expect.closeTo(1, 14), expect.closeTo(3, 14)], // absolute error of some 1e−15, as the function says
      decay: expect.closeTo(Math.exp(-1), 10), // its tolerance of 1e−12 for each of some steps
      labels: [5, 6],
      violations: 0,
    });
  });

  it("does what its README says, which loads a theorem by its id and judges it", async () => {
    const readme = await readFile(join(installed, "README.md"), "utf8");
    const examples = Array.from(readme.matchAll(/```js\n(.*?)```/gs), ([, code]) => code).join("\n");
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", examples], {
      cwd: consumer,
    });
    expect(stdout).toBe("holds\n");
  });

  it("has everything of each module in its entry, and each module under its name", async () => {
    const source = `
      const entry = new Set(Object.values(await import("accelerando")));
      const missing = [];
      for (const name of ${JSON.stringify(modules)}) {
        const module = await import("accelerando/" + name);
        if (/^theorems\\/.*\\//.test(name)) continue;
        for (const [key, value] of Object.entries(module)) if (!entry.has(value)) missing.push(name + " " + key);
      }
      console.log(JSON.stringify(missing));
    `;
    expect(await inNode(source)).toEqual([]);
  });
});

describe("in a bundle for browsers", () => {
  it("leaves out what is not used", async () => {
    const { code, left } = await bundled(
      `import { heavyBall } from "accelerando"; console.log(heavyBall.name);`,
    );
    expect(left.filter((path) => path !== "accelerando.js")).toEqual(["methods/heavy-ball.js"]);
    expect(code).not.toContain("wang-2021");
  });

  it("bundles whole", async () => {
    const { code, left } = await bundled(`export * from "accelerando";`);
    expect(code).toContain("wang-2021/theorem-12");
    expect(left.length).toBeGreaterThan(150);
  });
});

describe("its declarations", () => {
  /** The errors of a module that imports the package, by strict rules that also look into declarations. */
  async function errors(source: string) {
    const file = join(consumer, "consumer.ts");
    await writeFile(file, source);
    const program = ts.createProgram([file], {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      lib: ["lib.es2023.d.ts"],
      types: [],
      strict: true,
      skipLibCheck: false,
      noEmit: true,
    });
    return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      const text = ts.flattenDiagnosticMessageText(messageText, " ");
      return `${file?.fileName ?? ""}: ${text}`;
    });
  }

  it("type-check with what uses them, without the DOM", async () => {
    const source = `
      import { errorCurve, heavyBall, judge, quadratic, theorems, type Judgement } from "accelerando";
      import { spectralRadius } from "accelerando/methods/heavy-ball-mode";
      import { heavyBallModeSpectralRadius } from "accelerando";
      const settings = { stepSize: 1, momentum: 0.5, start: Float64Array.of(1), steps: 4 };
      export const curve: Float64Array = errorCurve(heavyBall, quadratic(Float64Array.of(1)), settings);
      export const same: typeof spectralRadius = heavyBallModeSpectralRadius;
      export async function judged(): Promise<Judgement> {
        const theorem = await theorems["wang-2021/theorem-12"]();
        return judge(theorem, theorem.statement.cases[0]!.parameters);
      }
      // @ts-expect-error a step size is a number
      errorCurve(heavyBall, quadratic(Float64Array.of(1)), { ...settings, stepSize: "1" });
      // @ts-expect-error no such statement
      await theorems["wang-2021/theorem-99"]();
    `;
    expect(await errors(source)).toEqual([]);
  });
});

it("its source maps lead to the sources, which they carry", async () => {
  for (const name of modules) {
    const map = JSON.parse(await readFile(join(installed, `${name}.js.map`), "utf8"));
    const source = await readFile(join(root, "lib", `${name}.ts`), "utf8");
    expect(map.sourcesContent).toEqual([source]);
    const code = await readFile(join(installed, `${name}.js`), "utf8");
    expect(code).toContain(`//# sourceMappingURL=${name.split("/").at(-1)}.js.map`);
  }
  const line = (text: string) =>
    text.split("\n").findIndex((line) => line.includes("export function errorCurve"));
  const file = "methods/error-curve";
  const map = new SourceMap(JSON.parse(await readFile(join(installed, `${file}.js.map`), "utf8")));
  const entry = map.findEntry(line(await readFile(join(installed, `${file}.js`), "utf8")), 0);
  expect(entry).toMatchObject({
    originalSource: `accelerando:///lib/${file}.ts`,
    originalLine: line(await readFile(join(root, "lib", `${file}.ts`), "utf8")),
  });
});
