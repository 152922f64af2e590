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

/** A number for a `detail`: six significant digits, no trailing zeros, a true minus sign. */
export function inWords(x: number): string {
  return String(Number(x.toPrecision(6))).replaceAll("-", "−");
}
