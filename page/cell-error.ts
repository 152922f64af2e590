/** A mistake in the source of a cell; `offset` counts the characters before it. */
export class CellError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = "CellError";
    this.offset = offset;
  }
}

/** A syntax error of Notebook Kit as one that knows its place, which the kit only says: “… (line:column)”. */
export function locate(error: Error, source: string): CellError {
  const [, text = "", line, column] = /^(.*?)(?: \((\d+):(\d+)\))?$/s.exec(error.message) ?? [];
  return new CellError(text, line ? offsetOf(source, Number(line), Number(column)) : 0);
}

/** The characters before a place; lines count from 1, columns from 0. */
export function offsetOf(source: string, line: number, column: number): number {
  const before = source.split("\n").slice(0, line - 1);
  return before.reduce((sum, text) => sum + text.length + 1, column);
}
