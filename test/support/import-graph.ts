import { readFile, readdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { listNotebooks } from "../../build.mjs";
import { readNotebook } from "../../tools/notebook.mjs";
import { root } from "./notebook-files.ts";

/** One import declaration, or export … from. Paths are relative to the root; `to` is a package's name otherwise. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** Whether nothing but types comes along. */
  readonly types: boolean;
}

/** The modules below a folder, relative to the root. */
export async function modules(folder: string): Promise<string[]> {
  const files = await readdir(join(root, folder), { recursive: true });
  return files
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file))
    .sort();
}

/** All that the modules below some folders import, and the notebooks. */
export async function importGraph(folders: readonly string[]): Promise<Import[]> {
  const files = (await Promise.all(folders.map(modules))).flat();
  const ofModules = files.map(async (file) => imports(file, await parse(file)));
  const ofNotebooks = (await listNotebooks()).map(async (file: string) => {
    const { cells } = await readNotebook(file);
    return cells
      .filter((cell: { mode: string }) => cell.mode === "ts")
      .flatMap(({ value }: { value: string }) =>
        imports(file, ts.createSourceFile(file, value, ts.ScriptTarget.ES2023)),
      );
  });
  return (await Promise.all([...ofModules, ...ofNotebooks])).flat();
}

/** The syntax tree of a module. */
export async function parse(file: string): Promise<ts.SourceFile> {
  return ts.createSourceFile(file, await readFile(join(root, file), "utf8"), ts.ScriptTarget.ES2023);
}

function imports(from: string, tree: ts.SourceFile): Import[] {
  return tree.statements.flatMap((node) => {
    const isImport = ts.isImportDeclaration(node);
    if (!isImport && !(ts.isExportDeclaration(node) && node.moduleSpecifier)) return [];
    const specifier = (node.moduleSpecifier as ts.StringLiteral).text;
    const to = specifier.startsWith(".") ? relative(root, join(root, dirname(from), specifier)) : specifier;
    return [{ from, to, types: isImport ? importsTypes(node.importClause) : node.isTypeOnly }];
  });
}

function importsTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const bindings = clause.namedBindings;
  return (
    !clause.name && !!bindings && ts.isNamedImports(bindings) && bindings.elements.every((e) => e.isTypeOnly)
  );
}
