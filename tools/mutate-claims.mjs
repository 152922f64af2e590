/**
 * Which code makes up the claims, and its mutants. A claim is the function `claim` of a theorem file and, with an erratum, `printed.claim`; its code
 * is theirs and that of all functions and constants that they reach in the same file, in other files of lib/theorems, and in the closed
 * forms of lib/methods and lib/flows. What they reach elsewhere (norms, Gram matrices, random numbers) is no formula of theirs and has tests of its own.
 */
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { mutations } from "./mutate-operators.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Where the code of a claim may stand. */
const FORMULAS = ["lib/theorems/", "lib/methods/", "lib/flows/"];

/** The trainers of networks, and how a Bessel function is summed, are no closed forms of a claim. */
const KERNELS = ["lib/methods/relu/", "lib/flows/normalized-bessel.ts"];

/** The id of the statement in a theorem file; any other file stays as it is. */
export function idOf(file) {
  return file.replace(/^lib\/theorems\/(.+\/.+)\.ts$/, "$1");
}

/** A compiler's program of theorem files, and of what they import. */
export function openProgram(files, host) {
  const { config } = ts.readConfigFile(join(root, "lib/tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, "lib"));
  return ts.createProgram(
    files.map((file) => join(root, file)),
    options,
    host,
  );
}

/**
 * The mutants of the claims in some theorem files: {id, file, start, end, text, operator, claims}: what to put where, and which of the files
 * reach it. The id says file, function and change, and never a line, so that it outlives changes elsewhere in the file.
 */
export function mutantsOf(program, files) {
  const checker = program.getTypeChecker();
  const reachedBy = new Map();
  for (const file of files)
    for (const code of codeOfClaims(program.getSourceFile(join(root, file)), checker))
      reachedBy.set(code, [...(reachedBy.get(code) ?? []), file]);
  const mutants = [...reachedBy].flatMap(([code, claims]) =>
    mutations(code, checker).map((mutation) => describe(code, mutation, claims)),
  );
  return numbered(mutants).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The functions, and the constants, that are reached from the claims of a file. */
function codeOfClaims(sourceFile, checker) {
  const exported = new Map(
    checker
      .getExportsOfModule(checker.getSymbolAtLocation(sourceFile))
      .map((symbol) => [symbol.name, symbol]),
  );
  const printed = exported.get("printed")?.valueDeclaration.initializer.properties ?? [];
  const asPrinted = printed.find(({ name }) => name.text === "claim");
  const reached = new Set([exported.get("claim").valueDeclaration]);
  if (asPrinted && ts.isPropertyAssignment(asPrinted)) reached.add(asPrinted);
  for (const code of reached) for (const next of referredTo(code, checker)) reached.add(next);
  return reached;
}

/** The functions and constants at the top of modules of the project that a piece of code refers to. */
function referredTo(code, checker) {
  const found = [];
  const visit = (node) => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node)) found.push(...declarationOf(node, checker));
    ts.forEachChild(node, visit);
  };
  visit(code);
  return found;
}

function declarationOf(identifier, checker) {
  const named = ts.isShorthandPropertyAssignment(identifier.parent)
    ? checker.getShorthandAssignmentValueSymbol(identifier.parent)
    : checker.getSymbolAtLocation(identifier);
  const symbol = named && named.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(named) : named;
  const declaration = symbol?.valueDeclaration;
  const file = declaration && relative(root, declaration.getSourceFile().fileName);
  const isUnder = (folder) => file?.startsWith(folder);
  if (!FORMULAS.some(isUnder) || KERNELS.some(isUnder)) return [];
  if (ts.isFunctionDeclaration(declaration)) return [declaration];
  const isTop = ts.isVariableDeclaration(declaration) && ts.isSourceFile(declaration.parent.parent.parent);
  return isTop ? [declaration] : [];
}

function describe(code, { operator, node, to }, claims) {
  const sourceFile = code.getSourceFile();
  const file = relative(root, sourceFile.fileName);
  const of = ts.isPropertyAssignment(code) ? "printed.claim" : code.name.text;
  const text = ts.isExpression(node) ? `(${to})` : to;
  const change = `${node.getText()} → ${to}`.replaceAll(/\s+/g, " ");
  return {
    id: `${file} ${of}: ${change}`,
    file,
    start: node.getStart(),
    end: node.end,
    text,
    operator,
    claims,
  };
}

/** The same change in the same function, again: the second gets “ (2)”. */
function numbered(mutants) {
  const seen = new Map();
  return mutants.map((mutant) => {
    const times = (seen.get(mutant.id) ?? 0) + 1;
    seen.set(mutant.id, times);
    return times === 1 ? mutant : { ...mutant, id: `${mutant.id} (${times})` };
  });
}
