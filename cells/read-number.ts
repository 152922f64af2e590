/**
 * The number that a reader typed: `0.9`, `1e-3`, `0,001`, `1/1000`, `−2`, `10 000`; NaN for anything else.
 * A comma is read as a decimal mark, since a number box holds one number.
 */
export function readNumber(text: string): number {
  const plain = text
    .replace(/[\s\u2009\u202f\u00a0]/g, "")
    .replace("−", "-")
    .replace(",", ".");
  const [numerator = "", denominator, ...rest] = plain.split("/");
  if (rest.length > 0) return NaN;
  return denominator === undefined ? decimal(numerator) : decimal(numerator) / decimal(denominator);
}

function decimal(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}
