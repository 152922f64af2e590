import type { Node } from "acorn";
import { full } from "acorn-walk";

/** What is called instead: at every turn of a loop and at every call, and for a module that is imported late. */
export interface GuardNames {
  readonly tick: string;
  readonly load: string;
}

/** An insertion into the source, and how many characters it stands for. */
type Insertion = readonly [at: number, text: string, remove?: number];

type Loop = Node & { readonly body: Node };
type Callable = Node & { readonly body: Node; readonly expression: boolean };

/**
 * The source of a cell, parsed as `body`, in which every loop and every function says, first of all, that it still
 * runs: tick(line). Whoever counts can throw there, so that no loop and no recursion goes on for ever. Late imports,
 * `import("…")`, become load("…").
 */
export function guard(source: string, body: Node, { tick, load }: GuardNames): string {
  // Parts come before the whole: at one place, what opens the whole comes first, what closes it last.
  const opening: Insertion[] = [];
  const closing: Insertion[] = [];
  const call = ({ start }: Node) => `${tick}(${source.slice(0, start).split("\n").length})`;
  full(body, (node) => {
    if (isLoop(node)) {
      opening.unshift([node.body.start, `{${call(node)};`]);
      closing.push([node.body.end, "}"]);
    } else if (isFunction(node) && node.body.type === "BlockStatement") {
      opening.unshift([node.body.start + 1, `${call(node)};`]);
    } else if (isFunction(node)) {
      opening.unshift([node.body.start, `(${call(node)},`]);
      closing.push([node.body.end, ")"]);
    } else if (node.type === "ImportExpression") {
      opening.unshift([node.start, load, "import".length]);
    }
  });
  return withInsertions(source, [...opening, ...closing]);
}

function isLoop(node: Node): node is Loop {
  return /^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type);
}

function isFunction(node: Node): node is Callable {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

function withInsertions(source: string, insertions: readonly Insertion[]): string {
  let at = 0;
  let guarded = "";
  for (const [place, text, removed = 0] of insertions.toSorted(([a], [b]) => a - b)) {
    guarded += source.slice(at, place) + text;
    at = place + removed;
  }
  return guarded + source.slice(at);
}
