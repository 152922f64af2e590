/** A number as Python reads it back, to the last bit, as a float: 1 is `1.0`. RangeError for one that is not finite. */
export function pythonNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`value must be finite: ${value}`);
  const text = Object.is(value, -0) ? "-0" : String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
