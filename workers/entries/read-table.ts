import { expose } from "../../page/expose.ts";
import type { Refusal } from "../../lib/advice/analyse.ts";
import { readTable, type Table, type TableProgress, type TableRequest } from "../../lib/problems/table.ts";

/** A table as a text or as a file of text. */
export interface TableSource extends Omit<TableRequest, "text"> {
  readonly source: string | Blob;
}

/** `readTable` of a text or a file; what is wrong with it is a `Refusal`, not an error. */
export async function* readReadersTable({
  source,
  ...request
}: TableSource): AsyncGenerator<TableProgress, Table | Refusal, void> {
  yield { share: 0, rows: 0 };
  try {
    return yield* readTable({ ...request, text: typeof source === "string" ? source : await source.text() });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { refused: error.message };
  }
}

expose(readReadersTable);
