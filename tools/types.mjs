/** Checks types with the TypeScript compiler: the project's modules, and notebooks as virtual modules beside them. */
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { virtualModule } from "./virtual.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The type errors, as lines file:line:column: message. */
export function checkTypes(notebooks, { modules = true } = {}) {
  const project = readConfig("tsconfig.json");
  const virtual = new Map(
    notebooks.map((notebook) => {
      const depth = notebook.file.split("/").length - 1;
      return [
        join(root, `${notebook.file}.ts`),
        virtualModule(notebook, `${"../".repeat(depth)}page/notebook-globals`),
      ];
    }),
  );
  const declarations = project.fileNames.filter((file) => file.endsWith(".d.ts"));
  const names = [...(modules ? project.fileNames : declarations), ...virtual.keys()];
  const problems = diagnose(names, project.options, virtual);
  if (!modules) return problems;
  const library = readConfig("lib/tsconfig.json");
  return [...new Set([...diagnose(library.fileNames, library.options), ...problems])];
}

function readConfig(file) {
  const { config } = ts.readConfigFile(join(root, file), ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, join(root, file, ".."));
}

function diagnose(names, options, virtual = new Map()) {
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (file) => virtual.get(file) ?? readFile(file);
  host.fileExists = (file) => virtual.has(file) || fileExists(file);
  const program = ts.createProgram(names, options, host);
  return ts.getPreEmitDiagnostics(program).map(format);
}

function format({ file, start, messageText }) {
  const text = ts.flattenDiagnosticMessageText(messageText, "\n  ");
  if (!file) return text;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const name = relative(root, file.fileName).replace(/\.html\.ts$/, ".html");
  return `${name}:${line + 1}:${character + 1}: ${text}`;
}
