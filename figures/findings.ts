import { formatCount, formatFactor, formatNumber } from "./number-format.ts";

/** What the modes of a problem do under one setting of heavy ball; see `summarizeModes`. */
export interface ModesCount {
  readonly teeth: ArrayLike<number>;
  readonly modulus: number;
  readonly ringing: number;
  readonly diverging: number;
}

/** The finding of the map, in one sentence without its full stop. */
export function modesFinding({ teeth, modulus, ringing, diverging }: ModesCount, momentum: number): string {
  const all = teeth.length;
  if (diverging > 0)
    return `${share(diverging, all)} ${verb(diverging, "diverge")}: the fastest grows by ${formatFactor(modulus)} per step`;
  if (momentum === 0)
    return `Without momentum this is gradient descent: the slowest mode shrinks by ${formatFactor(modulus)} per step`;
  if (momentum === 1)
    return `At β = 1 nothing decays: ${share(ringing, all).toLowerCase()} ${verb(ringing, "ring")} for ever, a rotation`;
  if (ringing === all)
    return `${share(all, all)} ${verb(all, "ring")} and shrink alike, by ${formatFactor(modulus)} per step`;
  return `${share(ringing, all)} ${verb(ringing, "ring")}; the slowest, ringed on the map, shrinks by ${formatFactor(modulus)} per step`;
}

/** How long a factor per step takes for a digit; null where nothing decays. */
export function stepsPerDigit(modulus: number): string | null {
  if (!(modulus > 0 && modulus < 1)) return null;
  return formatNumber(Math.LN10 / -Math.log(modulus));
}

/** The finding of the error curves. `null` steps: not within `cap`. */
export function stepsFinding(
  heavyBall: number | null,
  gradientDescent: number | null,
  cap: number,
  diverges: boolean,
): string {
  const number = (count: number | null) =>
    count === null ? `more than ${formatCount(cap)}` : formatCount(count);
  const steps = (count: number | null) => `${number(count)} ${count === 1 ? "step" : "steps"}`;
  if (diverges)
    return `Heavy ball diverges here; gradient descent needs ${steps(gradientDescent)} to a millionth`;
  const [ball, plain] = [heavyBall ?? Infinity, gradientDescent ?? Infinity];
  const lead =
    ball < plain ? "Heavy ball" : ball > plain ? "Here momentum does not pay: heavy ball" : "Heavy ball";
  return `${lead} needs ${steps(heavyBall)} to a millionth, gradient descent ${number(gradientDescent)}`;
}

/** Where a run stands against Theorem 12; the factors are per step. */
export interface ConstantState {
  /** How far the worst start gets, its decay divided out. */
  readonly peak: number;
  readonly printed: number;
  readonly outside: boolean;
  readonly modulus: number;
  readonly momentum: number;
}

/** The finding of Theorem 12's figure: how far the worst start goes, against both constants. */
export function constantFinding({ peak, printed, outside, modulus, momentum }: ConstantState): string {
  const claimed = Math.sqrt(momentum);
  if (outside && modulus > 1)
    return `Outside the theorem: the error grows by ${formatFactor(modulus)} per step`;
  if (outside && modulus > claimed * (1 + 1e-9)) {
    return `Outside the theorem: the error falls by ${formatFactor(modulus)} per step, not by √β = ${formatFactor(claimed)}`;
  }
  if (outside)
    return `On the line no constant exists: the worst start is at ${formatNumber(peak)} and still rising`;
  const reach = `The worst start reaches ${formatNumber(peak)}`;
  return peak > printed * (1 + 1e-12)
    ? `${reach}: above the printed constant, below the repaired one`
    : `${reach}, below the printed constant and the repaired one`;
}

function share(count: number, all: number): string {
  if (count === all) return all === 1 ? "The one mode" : `All ${all} modes`;
  return count === 0 ? `None of the ${all} modes` : `${count} of ${all} modes`;
}

function verb(count: number, plural: string): string {
  return count === 1 || count === 0 ? `${plural}s` : plural;
}
