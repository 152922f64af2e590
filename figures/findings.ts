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

/** What ratios of eigenvalues the present level spans on the floor and in the wedge; a whole sentence. */
export function levelFinding(modulus: number, conditionNumber: number): string {
  if (!(modulus > 0 && modulus < 1)) return "";
  const ratio = (1 + modulus) / (1 - modulus);
  const [floor, wedge, needed] = [ratio, ratio * ratio, conditionNumber].map((value) => formatNumber(value));
  return `The level you are on, outlined, spans a ratio of ${floor} on the floor and ${wedge} in the wedge; the spectrum needs ${needed}.`;
}

/** How many steps a digit takes, to follow a finding; nothing where there is no end to it. */
export function paceFinding(stepsPerDigit: number): string {
  return Number.isFinite(stepsPerDigit) ? `, one digit every ${formatNumber(stepsPerDigit)} steps` : "";
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
  readonly start: "worst" | "rest" | "random";
  /** How far that start gets, its decay divided out. */
  readonly peak: number;
  readonly printed: number;
  readonly outside: boolean;
  readonly modulus: number;
  readonly momentum: number;
}

/** The finding of Theorem 12's figure: how far the worst start goes, against both constants. */
export function constantFinding({ start, peak, printed, outside, modulus, momentum }: ConstantState): string {
  const claimed = Math.sqrt(momentum);
  const who = { worst: "The worst start", rest: "The start from rest", random: "This random start" }[start];
  if (outside && modulus > 1)
    return `Outside the theorem: the error grows by ${formatFactor(modulus)} per step`;
  if (outside && modulus > claimed * (1 + 1e-9)) {
    return `Outside the theorem: the error falls by ${formatFactor(modulus)} per step, not by √β = ${formatFactor(claimed)}`;
  }
  if (outside) return `On the line no constant exists: ${who.toLowerCase()} is at ${formatNumber(peak)}`;
  const reach = `${who} reaches ${formatNumber(peak)}`;
  return peak > printed * (1 + 1e-12)
    ? `${reach}: above the printed constant, below the repaired one`
    : `${reach}, below the printed constant and the repaired one`;
}

/** The finding of the modulus figure: what a step longer by `stretch` = 1/(1 − β) would do. */
export function longStepFinding(stretch: number, thrown: number, all: number): string {
  if (stretch === 1) return "Without momentum both are the same step";
  if (stretch === Infinity) return "At β = 1 no step of gradient descent would be as long";
  const fate = thrown === 0 ? "no mode would diverge yet" : `${thrown} of ${all} modes would diverge`;
  return `On flat modes momentum is a step ${formatNumber(stretch)} times as long; with that step alone ${fate}`;
}

/** The finding of the velocity figure: the same worst case in two ways to measure the state. */
export function velocityFinding(pair: number, weighted: number, outside: boolean): string {
  if (outside) return "Where modes creep, no way to measure them keeps the worst case bounded";
  return `The same runs: up to ${formatNumber(pair)} in the pair of iterates, up to ${formatNumber(weighted)} in position and velocity`;
}

/** The finding of the fair comparison; steps of gradient descent, Nesterov and heavy ball, null where not within `cap`. */
export function fairFinding(steps: readonly (number | null)[], cap: number): string {
  const names = ["gradient descent", "Nesterov", "heavy ball"];
  const said = steps.map(
    (count, i) => `${names[i]} ${count === null ? `more than ${formatCount(cap)}` : formatCount(count)}`,
  );
  return `Steps to a millionth: ${said.join(", ")}`;
}

/**
 * Whether momentum pays at Theorem 12's setting, in the middle of a sentence; from both factors per step, and by how much
 * heavy ball's is smaller.
 */
export function crossoverFinding(heavyBall: number, gradientDescent: number, gain: number): string {
  const relation = gain > 0 ? "less than" : gain < 0 ? "more than" : "the same as";
  const [ball, plain] = [formatFactor(heavyBall), formatFactor(gradientDescent)];
  return `here it shrinks the error to ${ball} per step, ${relation} the ${plain} of gradient descent with step 1/α`;
}

/** The finding of the noise figure, from both floors. */
export function noiseFinding(heavyBall: number, gradientDescent: number): string {
  if (!Number.isFinite(heavyBall)) return "Heavy ball has no floor here: nothing damps the noise";
  const [high, low] = [formatNumber(heavyBall), formatNumber(gradientDescent)];
  return `Heavy ball settles at ${high} of the start, gradient descent at ${low}`;
}

function share(count: number, all: number): string {
  if (count === all) return all === 1 ? "The one mode" : `All ${all} modes`;
  return count === 0 ? `None of the ${all} modes` : `${count} of ${all} modes`;
}

function verb(count: number, plural: string): string {
  return count === 1 || count === 0 ? `${plural}s` : plural;
}
