/**
 * What the mutation run does to a formula. Each operator takes a node of the syntax tree and gives what could stand in its place by a slip of
 * the hand: {operator, node, to}, `to` the text instead of the node's own. Nothing here knows which code is a formula.
 */
import ts from "typescript";

const { SyntaxKind } = ts;

/** Names that are easily taken for each other. */
const PAIRS = [
  ["smallest", "largest"],
  ["start", "previous"],
  ["current", "before"],
  ["slow", "fast"],
  ["smaller", "larger"],
  ["momentum", "stepSize"],
].flatMap(([one, other]) => [
  [one, other],
  [other, one],
]);
const SWAPPED = new Map(PAIRS);

/** What counts steps and stages. */
const COUNTERS = new Set(["t", "k", "j", "s", "step"]);

const FLIPPED_SIGNS = new Map([
  [SyntaxKind.PlusToken, "-"],
  [SyntaxKind.MinusToken, "+"],
  [SyntaxKind.PlusEqualsToken, "-="],
  [SyntaxKind.MinusEqualsToken, "+="],
]);
const COMPARISONS = new Map([
  [SyntaxKind.LessThanToken, ["<=", ">"]],
  [SyntaxKind.LessThanEqualsToken, ["<", ">="]],
  [SyntaxKind.GreaterThanToken, [">=", "<"]],
  [SyntaxKind.GreaterThanEqualsToken, [">", "<="]],
  [SyntaxKind.EqualsEqualsEqualsToken, ["!=="]],
  [SyntaxKind.ExclamationEqualsEqualsToken, ["==="]],
]);
const DROPPED = new Set(["sqrt", "abs", "log", "log1p", "exp", "expm1", "ceil", "floor", "round"]);
const EXCHANGED = new Map([
  ["min", "max"],
  ["max", "min"],
]);
/** Functions of which the order of the arguments does not matter. */
const SYMMETRIC = new Set(["Math.min", "Math.max", "Math.hypot", "stackedNorm"]);
const ROOTS = new Map([
  ["SQRT2", "2"],
  ["SQRT1_2", "0.5"],
]);

/** All mutations of the code below `root`, in the order of the text; `checker` is the compiler's. */
export function mutations(root, checker) {
  const found = [];
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node)) return;
    for (const operator of Object.keys(operators))
      for (const to of operators[operator](node, checker)) found.push({ operator, node, to });
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

const operators = {
  /** a + b → a − b, −a → a. */
  sign(node, checker) {
    if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.MinusToken)
      return [text(node.operand)];
    const flipped = ts.isBinaryExpression(node) && FLIPPED_SIGNS.get(node.operatorToken.kind);
    return flipped && isNumber(node, checker) ? [`${text(node.left)} ${flipped} ${text(node.right)}`] : [];
  },

  /** ab → a, b, 2ab; a/b → a, a/(2b); what is returned twice and with the other sign. */
  factor(node, checker) {
    if (isReturned(node) && isNumber(node, checker)) return [`2 * (${text(node)})`, `-(${text(node)})`];
    if (!ts.isBinaryExpression(node)) return [];
    const [left, right] = [text(node.left), text(node.right)];
    if (node.operatorToken.kind === SyntaxKind.AsteriskToken)
      return [left, right, `2 * ${left} * ${right}`].filter((to, i, all) => all.indexOf(to) === i);
    return node.operatorToken.kind === SyntaxKind.SlashToken ? [left, `${left} / (2 * ${right})`] : [];
  },

  /** xᵢ → xᵢ₊₁, xᵢ₋₁; t → t − 1; μ ↔ α and what else stands in pairs; f(a, b) → f(b, a). */
  index(node, checker) {
    if (ts.isElementAccessExpression(node)) return neighbours(node, checker);
    if (ts.isCallExpression(node)) return exchangedArguments(node, checker);
    if (ts.isPropertyAccessExpression(node)) return otherProperty(node, checker);
    if (ts.isBindingElement(node)) return otherBinding(node, checker);
    if (ts.isShorthandPropertyAssignment(node))
      return otherVariable(node.name, checker).map((to) => `${node.name.text}: ${to}`);
    return ts.isIdentifier(node) && isRead(node) ? otherVariable(node, checker) : [];
  },

  /** √x, |x|, ln x, … → x; x² → x. */
  power(node) {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.AsteriskAsteriskToken)
      return [text(node.left)];
    const name = ofMath(node);
    if (ROOTS.has(name)) return [ROOTS.get(name)];
    return ts.isCallExpression(node) && DROPPED.has(ofMath(node.expression)) ? [text(node.arguments[0])] : [];
  },

  /** min ↔ max, as a function or as the name of one that is called. */
  extremum(node) {
    const other = EXCHANGED.get(ofMath(node));
    return other ? [`Math.${other}`] : [];
  },

  /** < → ≤, >; a case of a formula → the other. */
  condition(node) {
    if (ts.isConditionalExpression(node)) return [text(node.whenTrue), text(node.whenFalse)];
    const others = ts.isBinaryExpression(node) ? COMPARISONS.get(node.operatorToken.kind) : undefined;
    return (others ?? []).map((other) => `${text(node.left)} ${other} ${text(node.right)}`);
  },

  /** 0 → 1; 1 → 0, 2; 4 → 2, 5. */
  constant(node) {
    if (!ts.isNumericLiteral(node)) return [];
    const value = Number(node.text);
    return (value === 0 ? [1] : value === 1 ? [0, 2] : [value / 2, value + 1]).map(String);
  },
};

function text(node) {
  return node.getText();
}

function isNumber(node, checker) {
  const { flags } = checker.getTypeAtLocation(node);
  return (flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.Any)) !== 0;
}

/** Whether a node is what a function gives, but for a literal, which is changed as such, and NaN. */
function isReturned(node) {
  if (!ts.isExpression(node) || ts.isNumericLiteral(node) || text(node) === "NaN") return false;
  const { parent } = node;
  return (
    (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) &&
    (parent.expression ?? parent.body) === node
  );
}

/** sqrt for Math.sqrt. */
function ofMath(node) {
  return ts.isPropertyAccessExpression(node) && text(node.expression) === "Math" ? node.name.text : undefined;
}

function neighbours({ expression, argumentExpression }, checker) {
  if (ts.isNumericLiteral(argumentExpression) || !isNumber(argumentExpression, checker)) return [];
  const [array, index] = [text(expression), text(argumentExpression)];
  return [`${array}[${index} + 1]`, `${array}[${index} - 1]`];
}

function exchangedArguments({ expression, arguments: given }, checker) {
  if (SYMMETRIC.has(text(expression))) return [];
  const texts = given.map(text);
  const type = (i) =>
    checker.typeToString(checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(given[i])));
  return texts.slice(1).flatMap((_, i) => {
    if (type(i) !== type(i + 1) || texts[i] === texts[i + 1]) return [];
    const exchanged = texts.with(i, texts[i + 1]).with(i + 1, texts[i]);
    return [`${text(expression)}(${exchanged.join(", ")})`];
  });
}

function otherProperty({ expression, name }, checker) {
  const other = SWAPPED.get(name.text);
  const has = other && checker.getTypeAtLocation(expression).getProperty(other);
  return has ? [`${text(expression)}.${other}`] : [];
}

/** {smallest} → {largest: smallest}. */
function otherBinding({ parent, name, propertyName }, checker) {
  const other = SWAPPED.get((propertyName ?? name).text);
  const has =
    other && ts.isObjectBindingPattern(parent) && checker.getTypeAtLocation(parent).getProperty(other);
  return has ? [`${other}: ${text(name)}`] : [];
}

function otherVariable(node, checker) {
  if (COUNTERS.has(node.text)) return [`${node.text} - 1`];
  const other = SWAPPED.get(node.text);
  return other && checker.resolveName(other, node, ts.SymbolFlags.Variable, false) ? [other] : [];
}

/** Whether an identifier stands for the value of a variable. */
function isRead(node) {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent) || ts.isPropertyAssignment(parent))
    return parent.initializer === node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent))
    return parent.operator !== SyntaxKind.PlusPlusToken && parent.operator !== SyntaxKind.MinusMinusToken;
  const isAssigned =
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind >= SyntaxKind.FirstAssignment &&
    parent.operatorToken.kind <= SyntaxKind.LastAssignment;
  return ts.isExpression(parent)
    ? !isAssigned && parent.name !== node
    : parent.initializer === node || parent.expression === node;
}
