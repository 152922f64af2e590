/** What stands out in the source of a cell: the parameters, by their colours, and comments. */
import { parser } from "@lezer/javascript";

/** A part of a source and the class that it gets. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

const PARAMETERS: Readonly<Record<string, string>> = { kappa: "p-kappa", beta: "p-beta", eta: "p-eta" };

const typescript = parser.configure({ dialect: "ts" });

/** The marks of a cell's source, in order. */
export function marksOf(mode: string, source: string): readonly Mark[] {
  return mode === "ts" ? marksOfScript(source, 0) : marksOfProse(source);
}

/** In prose, comments and what is in holes. */
function marksOfProse(source: string): readonly Mark[] {
  const comments = [...source.matchAll(/<!--.*?(-->|$)/gs)].map(({ index, 0: text }) => {
    return { from: index, to: index + text.length, name: "code-comment" };
  });
  const isOutside = ({ from }: Mark) =>
    !comments.some((comment) => comment.from <= from && from < comment.to);
  const inHoles = holesOf(source).flatMap(({ from, to }) => marksOfScript(source.slice(from, to), from));
  return [...comments, ...inHoles.filter(isOutside)].sort((a, b) => a.from - b.from);
}

function marksOfScript(source: string, start: number): readonly Mark[] {
  const marks: Mark[] = [];
  typescript.parse(source).iterate({
    enter({ name, from, to }) {
      const mark = name.endsWith("Comment")
        ? "code-comment"
        : /^(Variable|Property)/.test(name)
          ? parameterName(source.slice(from, to))
          : undefined;
      // In {kappa}, one name is two nodes.
      const isNew = start + from >= (marks.at(-1)?.to ?? 0);
      if (mark && isNew) marks.push({ from: start + from, to: start + to, name: mark });
    },
  });
  return marks;
}

function parameterName(name: string): string | undefined {
  return Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
}

/** What stands between `${` and its brace, as far as counting braces tells. */
function holesOf(source: string): readonly { from: number; to: number }[] {
  const holes = [];
  for (let from = source.indexOf("${") + 2; from >= 2; from = source.indexOf("${", from) + 2) {
    let to = from;
    for (let depth = 1; to < source.length; to++) {
      if (source[to] === "{") depth++;
      if (source[to] === "}" && --depth === 0) break;
    }
    holes.push({ from, to });
    from = to;
  }
  return holes;
}
