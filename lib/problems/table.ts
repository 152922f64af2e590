import { dsvFormat } from "d3-dsv";
import { seededRandom, type Random } from "../random.ts";
import { cleanField, isNumber, numberIn, separatorOf, shownField } from "./csv-fields.ts";

/** A reader's table, or a part of it that was drawn by chance. */
export interface Table {
  /** The names of all columns, the label's too; "column 3" where the table has none. */
  readonly columns: readonly string[];
  /** Which of them holds the labels, from 1. */
  readonly labelColumn: number;
  /** How many rows the text has, and how many of them are here. */
  readonly rows: number;
  readonly count: number;
  /** d, the number of features. */
  readonly dimension: number;
  /** n × d, row-major, in the order of the text. */
  readonly features: Float64Array;
  /** n labels: numbers as they stand, or +1 for the first of two words and −1 for the other. */
  readonly labels: Float64Array;
  /** The line of each row in the text, from 1. */
  readonly lines: Float64Array;
}

export interface TableRequest {
  readonly text: string;
  /** From 1; 0 is the last column. */
  readonly labelColumn: number;
  readonly mostFeatures: number;
  /** Of longer tables that many rows are drawn, of those with more columns than `manyColumns` only `mostOfWide`. */
  readonly most: number;
  readonly manyColumns: number;
  readonly mostOfWide: number;
  readonly seed: number;
  /** Whether all labels may be the same; no, if left out. */
  readonly labelsMayAgree?: boolean;
}

export interface TableProgress {
  /** In [0, 1]. */
  readonly share: number;
  readonly rows: number;
}

/** How many characters are read at a time. */
const BLOCK = 1 << 16;

/**
 * Reads a table of any length, a piece at a time: a row for each datum, numeric features, and one column with its label. The separator is the one of comma, semicolon and tab
 * that the first line has most of; a field may be in double quotes. A first line with a word among its features names the columns. Empty lines are left out; a true minus sign
 * counts as a hyphen. Every row is checked; where there are too many, each has the same chance to be kept (reservoir sampling with `seed`).
 *
 * Yields how far it is. RangeError that names line and column (from 1) for a field that is missing or no finite number, a row of another length than the first, a third word
 * among labels; also for fewer than 2 rows or columns, more than `mostFeatures`, no such column, and, unless they may be, labels that are all the same.
 * Cost: O(length of the text), and 8 bytes for each number that is kept.
 */
export function* readTable(request: TableRequest): Generator<TableProgress, Table, void> {
  let reader: TableReader | null = null;
  yield { share: 0, rows: 0 };
  for (const { rows, share } of pieces(request.text)) {
    for (const { fields, line } of rows) {
      if (reader === null) {
        reader = new TableReader(request, fields.length);
        if (reader.takeNames(fields)) continue;
      }
      reader.take(fields, line);
    }
    yield { share, rows: reader?.rows ?? 0 };
  }
  return (reader ?? new TableReader(request, 0)).finish();
}

interface Row {
  readonly fields: readonly string[];
  /** The row's place among all rows of the text, from 1: its line, unless a field before it has several. */
  readonly line: number;
}

/** The rows that are not empty, a piece of the text at a time; a piece ends with a line and outside of quotes. */
function* pieces(text: string): Generator<{ rows: Row[]; share: number }, void, void> {
  const format = dsvFormat(separatorOf(text));
  let line = 0;
  for (let from = text.startsWith("\uFEFF") ? 1 : 0; from < text.length;) {
    const to = endOfPiece(text, from);
    // A piece ends with its line break, after which there is no row.
    const parsed = format.parseRows(text.slice(from, to).replace(/\r?\n$/, ""));
    const rows = parsed.map((fields) => ({ fields: fields.map(cleanField), line: ++line }));
    yield {
      rows: rows.filter(({ fields }) => fields.some((field) => field !== "")),
      share: to / text.length,
    };
    from = to;
  }
}

/** Behind the first line break at least a block away with an even number of quotes before it. */
function endOfPiece(text: string, from: number): number {
  let quotes = 0;
  let at = from;
  for (let end = text.indexOf("\n", from + BLOCK); end >= 0; end = text.indexOf("\n", end + 1)) {
    for (let quote = text.indexOf('"', at); quote >= 0 && quote < end; quote = text.indexOf('"', quote + 1))
      quotes++;
    if (quotes % 2 === 0) return end + 1;
    at = end;
  }
  return text.length;
}

/** Takes rows one by one and keeps what there is room for. */
class TableReader {
  rows = 0;
  private columns: readonly string[];
  private readonly labelColumn: number;
  private readonly most: number;
  private readonly features: number[][] = [];
  private readonly labels: (number | string)[] = [];
  private readonly lines: number[] = [];
  private words: string[] = [];
  private firstLabel = "";
  private labelsDiffer = false;
  private readonly random: Random;
  private readonly width: number;
  private readonly labelsMayAgree: boolean;

  constructor(request: TableRequest, width: number) {
    const {
      labelColumn,
      mostFeatures,
      most,
      manyColumns,
      mostOfWide,
      seed,
      labelsMayAgree = false,
    } = request;
    if (width < 2) throw new RangeError(`columns must be at least 2, features and a label: ${width}`);
    if (width - 1 > mostFeatures)
      throw new RangeError(`features must be at most ${mostFeatures}: ${width - 1}`);
    this.width = width;
    this.labelColumn = labelColumn === 0 ? width : labelColumn;
    if (!(Number.isInteger(this.labelColumn) && this.labelColumn >= 1 && this.labelColumn <= width))
      throw new RangeError(`labelColumn must be a whole number in [1, ${width}]: ${labelColumn}`);
    this.most = width - 1 > manyColumns ? mostOfWide : most;
    this.columns = Array.from({ length: width }, (_, k) => `column ${k + 1}`);
    this.random = seededRandom(seed);
    this.labelsMayAgree = labelsMayAgree;
  }

  /** Whether a first row names its columns: every feature in it is a word. */
  takeNames(fields: readonly string[]): boolean {
    const names = fields.every(
      (field, k) => k + 1 === this.labelColumn || (field !== "" && !isNumber(field)),
    );
    if (names) this.columns = fields.map((field, k) => field || `column ${k + 1}`);
    return names;
  }

  take(fields: readonly string[], line: number): void {
    if (fields.length !== this.width)
      throw new RangeError(`line ${line} must have ${this.width} fields: ${fields.length}`);
    const features: number[] = [];
    for (const [k, field] of fields.entries()) {
      if (k + 1 === this.labelColumn) continue;
      const value = numberIn(field);
      if (Number.isNaN(value)) throw this.noNumber(line, k, field);
      features.push(value);
    }
    this.keep(features, this.readLabel(fields[this.labelColumn - 1]!, line), line);
  }

  private readLabel(field: string, line: number): number | string {
    const column = this.labelColumn - 1;
    if (field === "")
      throw new RangeError(`line ${line}, ${this.placeOf(column)} must be a label: ${shownField(field)}`);
    if (this.rows === 0) {
      this.firstLabel = field;
      if (!isNumber(field)) this.words = [field];
    }
    if (field !== this.firstLabel) this.labelsDiffer = true;
    if (this.words.length === 0) {
      const value = numberIn(field);
      if (Number.isNaN(value)) throw this.noNumber(line, column, field);
      return value;
    }
    if (!this.words.includes(field)) this.words.push(field);
    if (this.words.length > 2)
      throw new RangeError(
        `line ${line}, ${this.placeOf(column)} must be ${this.words[0]} or ${this.words[1]}: ${shownField(field)}`,
      );
    return field;
  }

  private keep(features: number[], label: number | string, line: number): void {
    this.rows++;
    let place = this.rows - 1;
    if (place >= this.most) {
      place = Math.floor(this.random() * this.rows);
      if (place >= this.most) return;
    }
    this.features[place] = features;
    this.labels[place] = label;
    this.lines[place] = line;
  }

  finish(): Table {
    if (this.rows < 2) throw new RangeError(`rows must be at least 2: ${this.rows}`);
    if (!this.labelsDiffer && !this.labelsMayAgree)
      throw new RangeError(`labels must not all be the same: ${shownField(this.firstLabel)}`);
    const order = this.lines.map((_, place) => place).sort((a, b) => this.lines[a]! - this.lines[b]!);
    const [count, dimension] = [order.length, this.width - 1];
    const features = new Float64Array(count * dimension);
    order.forEach((place, i) => features.set(this.features[place]!, i * dimension));
    const numbers = order.map((place) => {
      const label = this.labels[place]!;
      return typeof label === "number" ? label : label === this.words[0] ? 1 : -1;
    });
    return {
      columns: this.columns,
      labelColumn: this.labelColumn,
      rows: this.rows,
      count,
      dimension,
      features,
      labels: Float64Array.from(numbers),
      lines: Float64Array.from(order, (place) => this.lines[place]!),
    };
  }

  private noNumber(line: number, column: number, field: string): RangeError {
    return new RangeError(
      `line ${line}, ${this.placeOf(column)} must be a finite number: ${shownField(field)}`,
    );
  }

  private placeOf(column: number): string {
    const name = this.columns[column]!;
    return name === `column ${column + 1}` ? name : `column ${column + 1} (${shownField(name)})`;
  }
}
