/** Round values for axes. */

export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** About `count` multiples of 1, 2 or 5 times a power of ten within [low, high]. */
export function linearTicks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough * 0.75) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Powers of ten within [low, high], thinned to at most `count`, always through 1 where it lies within. */
export function logTicks(low: number, high: number, count: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const step = Math.max(1, Math.ceil((last - first + 1) / count));
  const ticks = [];
  for (let exponent = first; exponent <= last; exponent++)
    if (exponent % step === 0) ticks.push(10 ** exponent);
  return ticks;
}

/** A power of ten with a raised exponent, and 1 as itself. */
export function powerTick(value: number): Tick {
  const exponent = Math.round(Math.log10(value));
  if (exponent === 0) return { value, label: "1" };
  return { value, label: `10^(${String(exponent).replace("-", "−")})` };
}
