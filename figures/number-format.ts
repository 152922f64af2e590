/** Numbers as a reader expects them: three significant digits, a true minus sign, thin spaces, no `1e-7`. */

const MINUS = "−";
const THIN_SPACE = " ";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A real number with `digits` significant digits: 0.0975, 22.6, 1.02 × 10⁷; "no value" for NaN. */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return "no value";
  if (value === 0) return "0";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : `${MINUS}∞`;
  const magnitude = Math.abs(value);
  const sign = value < 0 ? MINUS : "";
  // Rounded first: 9999.6 has three digits as 1.00 × 10⁴.
  const exponent = Math.floor(Math.log10(Number(magnitude.toPrecision(digits))));
  if (exponent >= 6 || exponent < -4) return sign + scientific(magnitude, digits);
  if (exponent >= digits) return sign + groupDigits(Math.round(magnitude));
  return sign + magnitude.toFixed(Math.max(0, digits - 1 - exponent));
}

/** A count: a whole number with thin spaces from 10 000. */
export function formatCount(value: number): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  return (value < 0 ? MINUS : "") + groupDigits(Math.abs(Math.round(value)));
}

/** A number without trailing zeros, for controls and ticks: 0.9, 0.25, 100, 10⁶. */
export function formatShort(value: number, digits = 3): string {
  const [mantissa = "", power] = formatNumber(value, digits).split(" × ");
  const short = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  if (power === undefined) return short;
  return short === "1" ? power : `${short} × ${power}`;
}

/** A factor per step: as many digits as its distance from 1 needs, so that 0.99975 does not become 1.00. */
export function formatFactor(value: number): string {
  const distance = Math.abs(1 - value);
  if (!(distance > 0 && distance < 0.01)) return formatNumber(value);
  return formatNumber(value, 1 + Math.ceil(-Math.log10(distance)));
}

/** The exponent of a power of ten in raised digits: −2 becomes ⁻². */
export function superscript(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return (exponent < 0 ? "⁻" : "") + digits;
}

function scientific(magnitude: number, digits: number): string {
  const [mantissa = "", exponent = "0"] = magnitude.toExponential(digits - 1).split("e");
  return `${mantissa} × 10${superscript(Number(exponent))}`;
}

function groupDigits(whole: number): string {
  const text = String(whole);
  return whole < 10_000 ? text : text.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
}
