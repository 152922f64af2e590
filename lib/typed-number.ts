/*
 * Numbers in what a reader types, and how a message names what was typed.
 */

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** A longer word is cut short. */
const LONGEST = 24;

/** A true minus sign counts as a hyphen. */
export function withHyphens(text: string): string {
  return text.replaceAll("−", "-");
}

/** The number that a word such as `0.5` or `1e-3` is, infinite beyond the doubles; NaN for every other word. O(length). */
export function typedNumber(word: string): number {
  return NUMBER.test(word) ? Number(word) : NaN;
}

/** A word as a message names it. */
export function shownWord(word: string): string {
  return word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word;
}
