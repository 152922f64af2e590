/** The values that a handle can take on an axis, and how keys move it. */
export interface ValueScale {
  readonly range: readonly [number, number];
  /** Where an untouched handle stands: it says nothing about the answer. */
  readonly middle: number;
  /** The nearest value in range. */
  clamp(value: number): number;
  /** The nearest value that dragging gives. */
  round(value: number): number;
  /** The value one key press away, or ten. */
  nudged(value: number, direction: 1 | -1, large: boolean): number;
}

/**
 * A linear scale moves by hundredths of its range, a logarithmic one by tenths of the value, with `large` by ten
 * times as much, or by a factor of two. Dragging gives three digits, or multiples of a thousandth of the range.
 */
export function valueScale(type: "linear" | "log", range: readonly [number, number]): ValueScale {
  const [low, high] = range;
  const clamp = (value: number) => (value > low ? Math.min(value, high) : low);
  if (type === "log") {
    const round = (value: number) => clamp(Number(value.toPrecision(3)));
    return {
      range,
      clamp,
      round,
      middle: round(Math.sqrt(low * high)),
      nudged: (value, direction, large) => round(value * (large ? 2 : 1.1) ** direction),
    };
  }
  const step = (high - low) / 1000;
  const round = (value: number) => clamp(Number((Math.round(value / step) * step).toPrecision(12)));
  return {
    range,
    clamp,
    round,
    middle: round((low + high) / 2),
    nudged: (value, direction, large) => round(value + direction * step * (large ? 100 : 10)),
  };
}
