/**
 * Builds the library for others: `node tools/library.mjs [--out dist-lib]` compiles `lib`, module by module, to ES modules with declarations
 * and source maps, and adds an entry that names everything and the package.json with which `npm pack` makes a package of the
 * folder. The sources themselves have no barrel: the entry is made here.
 */
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const lib = join(root, "lib");

/** The entry, beside the modules that it names. */
const ENTRY = "accelerando";

/** What keeps the library from being built, a line for each problem. */
class LibraryError extends Error {
  name = "LibraryError";
}

/**
 * Builds the library in an empty folder, and returns the names of its modules, `methods/heavy-ball`. Throws a LibraryError. Without `check`, types are
 * taken to be right.
 */
export async function buildLibrary(outdir, { check = true } = {}) {
  const modules = await readModules();
  const folder = resolve(root, outdir);
  await rm(folder, { recursive: true, force: true });
  const files = compile(entrySource(modules), { outDir: folder, noCheck: !check });
  await Promise.all(
    [...new Set(files.map(([path]) => dirname(path)))].map((path) => mkdir(path, { recursive: true })),
  );
  await Promise.all(files.map(([path, text]) => writeFile(path, text)));
  await writeFile(join(folder, "package.json"), await packageJson(modules));
  await copyFile(join(lib, "README.md"), join(folder, "README.md"));
  return modules.map(({ name }) => name);
}

/** The modules of the library, each with its name, `methods/heavy-ball`, and its syntax tree. */
async function readModules() {
  const files = await readdir(lib, { recursive: true });
  const names = files
    .filter((file) => /(?<!\.d)\.ts$/.test(file))
    .map((file) => file.slice(0, -3).replaceAll("\\", "/"));
  return Promise.all(
    names.sort().map(async (name) => {
      const source = await readFile(join(lib, `${name}.ts`), "utf8");
      return { name, tree: ts.createSourceFile(name, source, ts.ScriptTarget.ES2023) };
    }),
  );
}

/** Theorems export the same names, so that the entry has a loader for each; see lib/theorems/theorem.ts. */
function isTheorem({ name }) {
  return /^theorems\/[^/]+\//.test(name);
}

/**
 * The entry: every export of every module under its name. What several modules call the same gets the name of its module in front,
 * heavyBallModeSpectralRadius, but where the module is named after it; the same declaration in several modules is there once.
 */
export function entrySource(modules) {
  const exports = modules.filter((module) => !isTheorem(module)).flatMap(exportsOf);
  const names = [...new Set(exports.map(({ name }) => name))];
  const lines = names.flatMap((name) => {
    const all = exports.filter((other) => other.name === name);
    const different = all.filter(({ text }, i) => all.findIndex((other) => other.text === text) === i);
    return different.map(({ module, type }) => {
      const shown = different.length === 1 ? name : nameWithModule(module, name);
      const what = shown === name ? name : `${name} as ${shown}`;
      return `export ${type ? "type " : ""}{ ${what} } from "./${module}.ts";`;
    });
  });
  const loaders = modules.filter(isTheorem).map(({ name }) => {
    return `  "${name.replace("theorems/", "")}": () => import("./${name}.ts"),`;
  });
  return [
    ...lines.sort(),
    '/** Loads a statement of the papers by its id: `await theorems["wang-2021/theorem-12"]()` is a `Theorem`. */',
    "export const theorems = {",
    ...loaders,
    "};",
    "",
  ].join("\n");
}

/** What a module exports: names, whether they are types only, and the texts of their declarations. */
function exportsOf({ name: module, tree }) {
  return tree.statements.filter(isExported).flatMap((node) => {
    const type = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
    const names = ts.isVariableStatement(node) ? node.declarationList.declarations : [node];
    return names.map((declared) => {
      if (!declared.name || !ts.isIdentifier(declared.name))
        throw new LibraryError(`lib/${module}.ts exports something that has no name of its own`);
      return { module, name: declared.name.text, type, text: node.getText(tree) };
    });
  });
}

function isExported(node) {
  if (ts.isExportDeclaration(node) || ts.isExportAssignment(node)) return true;
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** `spectralRadius` of methods/heavy-ball-mode is heavyBallModeSpectralRadius, `Peak` of flows/nesterov-peak NesterovPeak. */
function nameWithModule(module, name) {
  const words = module.split("/").at(-1).split("-");
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  const pascal = words.map(capital).join("");
  const whole = pascal.endsWith(capital(name)) ? pascal : pascal + capital(name);
  return name === capital(name) ? whole : whole[0].toLowerCase() + whole.slice(1);
}

/** The compiled modules, [path, text]; `entry` stands beside them as if it were a file. */
function compile(entry, { outDir, noCheck }) {
  const { config } = ts.readConfigFile(join(lib, "tsconfig.json"), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, lib);
  const entryFile = join(lib, `${ENTRY}.ts`);
  const settings = {
    ...options,
    noEmit: false,
    allowImportingTsExtensions: false,
    rewriteRelativeImportExtensions: true,
    module: ts.ModuleKind.ES2022,
    declaration: true,
    sourceMap: true,
    inlineSources: true,
    rootDir: lib,
    outDir,
    noCheck,
  };
  const host = ts.createCompilerHost(settings);
  const { readFile, fileExists } = host;
  host.readFile = (file) => (resolve(file) === entryFile ? entry : readFile(file));
  host.fileExists = (file) => resolve(file) === entryFile || fileExists(file);
  const program = ts.createProgram([...fileNames, entryFile], settings, host);
  const files = [];
  const { diagnostics } = program.emit(undefined, (path, text) => {
    files.push([path, path.endsWith(".map") ? withNamedSource(text, relative(outDir, path)) : text]);
  });
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (problems.length > 0)
    throw new LibraryError(ts.formatDiagnostics(problems, { ...host, getCurrentDirectory: () => root }));
  return files;
}

/** A map carries its source, which is no file of the package: it is named as in the project. */
function withNamedSource(map, path) {
  const source = path.replaceAll("\\", "/").replace(/\.js\.map$/, ".ts");
  return JSON.stringify({ ...JSON.parse(map), sources: [`accelerando:///lib/${source}`] });
}

/** The package.json: what the modules import comes in the versions that the project has. */
async function packageJson(modules) {
  const project = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const imported = modules.flatMap(({ tree }) =>
    tree.statements.filter(ts.isImportDeclaration).map((node) => node.moduleSpecifier.text),
  );
  const packages = [...new Set(imported.filter((specifier) => !specifier.startsWith(".")))].sort();
  const { name, version, license, engines, dependencies } = project;
  const fields = {
    name,
    version,
    description: "Accelerated gradient methods: kernels, rates, and the theorems on them as functions",
    license,
    type: "module",
    sideEffects: false,
    engines,
    exports: {
      ".": { types: `./${ENTRY}.d.ts`, default: `./${ENTRY}.js` },
      "./*": { types: "./*.d.ts", default: "./*.js" },
    },
    dependencies: Object.fromEntries(packages.map((name) => [name, dependencies[name]])),
  };
  return `${JSON.stringify(fields, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: "string", default: "dist-lib" } } });
  try {
    const modules = await buildLibrary(values.out);
    console.log(`${modules.length} modules in ${relative(root, resolve(root, values.out))}/`);
  } catch (error) {
    if (error.name !== "LibraryError") throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
