import type { Hypothesis } from "./theorem.ts";

/**
 * A hypothesis that can be decided: it holds when `margin` > 0, or when `margin` ≥ 0 where it is not `strict`, and fails
 * otherwise, also for NaN. `detail` says in words and numbers what was compared.
 */
export function decided(
  name: string,
  tex: string,
  margin: number,
  detail: string,
  strict = true,
): Hypothesis {
  const holds = margin > 0 || (!strict && margin === 0);
  return { name, tex, status: holds ? "holds" : "fails", margin, detail };
}

/**
 * `symbol` ≥ C·`asked` for a constant C that the paper leaves open, as in m = Ω(…). Below C = 1 it counts as failed, since a "sufficiently large" constant
 * is at least that; above, it is unspecified, and the detail says how much C = 1 asks for.
 */
export function unspecifiedAtLeast(
  name: string,
  tex: string,
  symbol: string,
  value: number,
  asked: number,
): Hypothesis {
  const margin = value / asked - 1;
  const detail = `$${symbol}$ = ${inWords(value)}, and with the constant 1 it must be at least ${inWords(asked)}; the constant is not given`;
  return { name, tex, status: margin >= 0 ? "unspecified" : "fails", margin, detail };
}

/** The digits of an exponent, raised. */
const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [..."-0123456789"].map((sign, i) => [sign, "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"[i]!]),
);

/** A number for a `detail`: six significant digits, or three and a power of ten where that is shorter; no trailing zeros, a true minus sign. */
export function inWords(x: number): string {
  const size = Math.abs(x);
  if (x === 0 || !Number.isFinite(x) || (size >= 1e-4 && size < 1e7))
    return String(Number(x.toPrecision(6))).replaceAll("-", "−");
  const [mantissa = "", exponent = ""] = x.toExponential(2).split("e");
  const raised = [...exponent.replace("+", "")].map((digit) => RAISED[digit]).join("");
  return `${String(Number(mantissa)).replace("-", "−")} × 10${raised}`;
}
