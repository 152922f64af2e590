/** Finds the import declarations of a TypeScript cell. */
import ts from "typescript";

/**
 * The imports of a cell, in order: [{start, end, type, names}], where `names` are the values it binds (a type
 * import binds none), and the cell with its imports blanked, so that all else keeps its place.
 */
export function splitImports(source) {
  const tree = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ESNext);
  const imports = tree.statements.filter(ts.isImportDeclaration).map((node) => ({
    start: node.getStart(tree),
    end: node.end,
    specifier: node.moduleSpecifier.text,
    type: node.importClause?.isTypeOnly ?? false,
    names: boundValues(node.importClause),
    afterCode: tree.statements.some((other) => !ts.isImportDeclaration(other) && other.pos < node.pos),
  }));
  const rest = imports.reduce((text, { start, end }) => blank(text, start, end), source);
  return { imports, rest };
}

/** The text with everything from start to end made blank, except line ends. */
export function blank(text, start, end) {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
}

function boundValues(clause) {
  if (!clause || clause.isTypeOnly) return [];
  const names = clause.name ? [clause.name.text] : [];
  const bindings = clause.namedBindings;
  if (!bindings) return names;
  if (ts.isNamespaceImport(bindings)) return [...names, bindings.name.text];
  return [...names, ...bindings.elements.filter((e) => !e.isTypeOnly).map((e) => e.name.text)];
}
