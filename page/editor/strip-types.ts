import { transform } from "sucrase";
import { CellError, offsetOf } from "../cell-error.ts";

/** JavaScript without the types of some TypeScript, and where in the TypeScript an offset in it was. */
export interface Stripped {
  readonly code: string;
  origin(offset: number): number;
}

/**
 * Takes the types off the source of a cell; every line stays where it is. As for Notebook Kit, what can be read as an
 * expression is one: `{a: 1}` is an object. Throws a CellError.
 */
export function stripTypes(source: string): Stripped {
  const code = strippedExpression(source) ?? strip(source);
  return { code, origin: (offset) => originOf(offset, code, source) };
}

function strippedExpression(source: string): string | null {
  try {
    return strip(`(${source}\n)`).slice(1, -2);
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    return null;
  }
}

function strip(source: string): string {
  try {
    return transform(source, {
      transforms: ["typescript"],
      keepUnusedImports: true,
      disableESTransforms: true,
      preserveDynamicImport: true,
    }).code;
  } catch (error) {
    const { message, pos } = error as Error & { pos?: number };
    throw new CellError(message.replace(/ \(\d+:\d+\)$/, ""), pos ?? 0);
  }
}

/** Types are only taken away: along its line, the code is what is left of the source. */
function originOf(offset: number, code: string, source: string): number {
  const before = code.slice(0, offset).split("\n");
  const column = before.at(-1)!.length;
  const kept = code.split("\n")[before.length - 1]!;
  const line = source.split("\n")[before.length - 1] ?? "";
  let at = 0;
  for (let i = 0; at < line.length; at++) {
    if (line[at] !== kept[i]) continue;
    if (i === column) break;
    i++;
  }
  return offsetOf(source, before.length, at);
}
