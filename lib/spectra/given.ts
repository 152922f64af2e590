import { shownWord, typedNumber, withHyphens } from "../typed-number.ts";

const LARGEST_COUNT = 2000;

/**
 * The spectrum that a reader types: numbers such as `0.5` or `1e-3`, separated by blanks, commas, semicolons or new lines;
 * a true minus sign counts as a hyphen. Returned ascending, not rescaled.
 * RangeError, with the position (from 1) and the value, for anything that is not a positive finite number; also for
 * no value and for more than 2000. O(n log n).
 */
export function givenSpectrum(text: string): Float64Array {
  const words = withHyphens(text).match(/[^\s,;]+/g) ?? [];
  if (words.length < 1) throw new RangeError("spectrum must have at least 1 value: 0");
  if (words.length > LARGEST_COUNT)
    throw new RangeError(`spectrum must have at most ${LARGEST_COUNT} values: ${words.length}`);
  return Float64Array.from(words, eigenvalue).sort();
}

function eigenvalue(word: string, index: number): number {
  const value = typedNumber(word);
  const rule = Number.isNaN(value)
    ? "a number"
    : value === Infinity
      ? "finite"
      : value > 0
        ? null
        : "positive";
  if (rule === null) return value;
  throw new RangeError(`spectrum value ${index + 1} must be ${rule}: ${shownWord(word)}`);
}
