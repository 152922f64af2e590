import { shownWord, typedNumber, withHyphens } from "../typed-number.ts";

/*
 * The fields of a reader's table, as text.
 */

/** The separator that the first line has most of: comma, semicolon or tab. */
export function separatorOf(text: string): string {
  const separators = [",", ";", "\t"];
  const first = /^\s*([^\r\n]*)/.exec(text)![1]!;
  const uses = separators.map((separator) => first.split(separator).length);
  return separators[uses.indexOf(Math.max(...uses))]!;
}

/** Without blanks at its ends; a true minus sign counts as a hyphen. */
export function cleanField(field: string): string {
  return withHyphens(field.trim());
}

export function isNumber(field: string): boolean {
  return !Number.isNaN(typedNumber(field));
}

/** The finite number that a clean field is, else NaN. */
export function numberIn(field: string): number {
  const value = typedNumber(field);
  return Number.isFinite(value) ? value : NaN;
}

/** A field as a message names it. */
export function shownField(field: string): string {
  return field === "" ? "nothing" : shownWord(field);
}
