import { describe, expect, it } from "vitest";
import { h, sharpConstant } from "../../lib/methods/heavy-ball-constant.ts";
import {
  modeError,
  modePower,
  powerNorm,
  quarterTurn,
  regime,
  scaledPowerNorm,
  spectralRadius,
  worstStart,
} from "../../lib/methods/heavy-ball-mode.ts";
import { normal, seededRandom } from "../../lib/random.ts";
import { exactMode } from "../oracles/fixed-point.ts";

/** The relative accuracy that the closed forms promise at step k: rounding of the slower root to the power k. */
const tolerance = (k: number): number => 1e-13 * Math.max(1, k / 10);

const relativeError = (value: number, expected: number): number => Math.abs(value / expected - 1);

const MOMENTA = [0, 1e-12, 0.01, 0.25, 0.5, 0.81, 0.9025, 0.99, 1];

/** z on every side of every border of β, the borders included. */
function positions(momentum: number): number[] {
  const root = Math.sqrt(momentum);
  const [low, high] = [(1 - root) ** 2, (1 + root) ** 2];
  const near = [low, high].flatMap((border) => [border * (1 - 1e-9), border, border * (1 + 1e-9)]);
  return [-0.1, 0, 1e-12, 0.003, 0.3, 1, 1 + momentum, 2.5, 2 * (1 + momentum), 4.5, ...near];
}

const GRID = MOMENTA.flatMap((momentum) => positions(momentum).map((z): [number, number] => [z, momentum]));

// Values of 50 digits (mpmath), confirmed by test/oracles/heavy-ball.py; ‖Aᵏ‖ is the largest over the listed z.
describe.each([
  [0.25, [1], [1.03266214672015, 0.039909954685664, 0.00153934596243919, 9.38546255711313e-16]],
  [0.81, [0.04, 1], [2.15588440787631, 5.15573437694658, 3.70112717921825, 0.0172176403094007]],
  [0.9025, [0.01, 1], [2.28924472265746, 7.55504104816977, 10.4796821874959, 1.6708084560415]],
  [0.5, [0.3, 2.5], [1.61046863561493, 0.365101203310236, 0.0823940455354071, 7.80234929546682e-8]],
  [1, [0.5, 3], [2, 1.64073350171217, 2.27623584911857, 2.64568135721586]],
])("β = %d, z in %j", (momentum, zs, norms) => {
  it.each([1, 5, 10, 50])("‖Aᵏ‖ for k = %i", (k) => {
    const value = Math.max(...zs.map((z) => powerNorm(k, z, momentum)));
    expect(relativeError(value, norms[[1, 5, 10, 50].indexOf(k)]!)).toBeLessThan(tolerance(k));
  });
});

// test/oracles/heavy-ball.py, "norm": at the borders, outside them, at z = 0, β = 0 and β = 1.
it.each([
  [0.25, 0.25, 1, 1.4253905296791061],
  [0.25, 0.25, 10, 2.4453062699203567e-2],
  [0.25, 0.25, 100, 1.97218381698388353e-28],
  [2.25, 0.25, 100, 1.97218381698388353e-28],
  [0, 0.5, 20, 3.162274945963951],
  [3.5, 0.9, 40, 2.9786742803483539e-1],
  [0.001, 0.9, 300, 8.4154896635231276e-1],
  [0, 1, 50, 1.0000999900019995e2],
  [4, 1, 50, 1.0000999900019995e2],
  [0.3, 0, 7, 1.4360890616354544e-1],
])("powerNorm at z = %d, β = %d, k = %i", (z, momentum, k, expected) => {
  expect(relativeError(powerNorm(k, z, momentum), expected)).toBeLessThan(tolerance(k));
});

// κ = 100, η = 1/α, β = .9025, from rest at 1: 50 digits (mpmath), confirmed in exact fractions by test/oracles/heavy-ball.py.
describe.each([
  [0.01, [0.99, 0.971075, 0.618557057879945655, -0.0588903307712424366, -0.00351800781474353229]],
  [1, [0, -0.9025, 0.17341161275918418, -0.0557452263210407946, 0.0020316140595326492]],
])("heavy ball coordinate z = %d, β = .9025", (z, expected) => {
  it.each([1, 2, 10, 50, 100])("x at t = %i, closed form and recursion", (t) => {
    const value = expected[[1, 2, 10, 50, 100].indexOf(t)]!;
    // Relative to the size √βᵗ of the oscillation, since x itself passes through 0.
    const allowed = tolerance(t) * Math.max(Math.abs(value), 0.95 ** t);
    expect(Math.abs(modeError(t, z, 0.9025, 1, 1) - value)).toBeLessThan(allowed);
    let [x, before] = [1, 1];
    for (let k = 0; k < t; k++) [x, before] = [(1 + 0.9025 - z) * x - 0.9025 * before, x];
    expect(Math.abs(x - value)).toBeLessThan(allowed);
  });
});

/** What an error at step k is compared with: ‖Aᵏ‖, or what a step before leaves of it where ‖Aᵏ‖ happens to dip. */
function envelope(k: number, z: number, momentum: number): number {
  const before = k > 0 ? Math.sqrt(momentum) * powerNorm(k - 1, z, momentum) : 0;
  return Math.max(powerNorm(k, z, momentum), before, 1e-300); // below, nothing is promised
}

/** Allowed at step k: a rounding ε of z or β moves the roots near a border, so that S_k changes by up to ε k²/6 of its size. */
const allowedError = (k: number): number => tolerance(k) + Number.EPSILON * k * k;

describe("closed form and exact recursion", () => {
  it.each([
    [1, 1],
    [1, 0],
    [0, 1],
    [-0.3, 2],
  ])("agree in all regimes and at their borders, from (%d, %d)", (start, previous) => {
    const misses: string[] = [];
    for (const [z, momentum] of GRID)
      exactMode(z, momentum, start, previous, 300).forEach((exact, t) => {
        const error = Math.abs(modeError(t, z, momentum, start, previous) - exact);
        const size = Math.hypot(start, previous) * envelope(t, z, momentum);
        if (!(error <= allowedError(t) * size))
          misses.push(`z = ${z}, β = ${momentum}, t = ${t}: ${error / size}`);
      });
    expect(misses).toEqual([]);
  });

  it("modePower has the columns of the recursion", () => {
    const power = new Float64Array(4);
    const misses: string[] = [];
    for (const [z, momentum] of GRID) {
      const [first, second] = [exactMode(z, momentum, 1, 0, 120), exactMode(z, momentum, 0, 1, 120)];
      for (let k = 0; k <= 120; k++) {
        const exact = [first[k]!, second[k]!, k > 0 ? first[k - 1]! : 0, k > 0 ? second[k - 1]! : 1];
        expect(modePower(k, z, momentum, power)).toBe(power);
        const errors = exact.map((x, i) => Math.abs(power[i]! - x) / envelope(k, z, momentum));
        if (!(Math.max(...errors) <= allowedError(k)))
          misses.push(`z = ${z}, β = ${momentum}, k = ${k}: ${errors}`);
      }
    }
    expect(misses).toEqual([]);
  });

  it("from rest at z = 0 nothing moves, without loss of digits near β = 1", () => {
    for (const momentum of [0, 0.5, 0.99, 1 - 1e-9, 1])
      for (const t of [1, 10, 1000])
        expect(relativeError(modeError(t, 0, momentum, 1, 1), 1)).toBeLessThan(tolerance(t));
  });
});

it("det Aᵏ = βᵏ", () => {
  for (const [z, momentum] of GRID)
    for (const k of [0, 1, 2, 7, 20]) {
      const [a, b, c, d] = modePower(k, z, momentum, new Float64Array(4)) as unknown as [
        number,
        number,
        number,
        number,
      ];
      const size = Math.abs(a * d) + Math.abs(b * c); // the determinant cancels from terms of this size
      expect(Math.abs(a * d - b * c - momentum ** k)).toBeLessThanOrEqual(
        4 * tolerance(k) * size + Number.MIN_VALUE,
      );
    }
});

describe("scaledPowerNorm", () => {
  it("is ‖Aᵏ‖/(√β)ᵏ", () => {
    for (const [z, momentum] of GRID.filter(([, beta]) => beta >= 0.01))
      for (const k of [0, 1, 2, 9, 60]) {
        const expected = powerNorm(k, z, momentum) / Math.sqrt(momentum) ** k;
        expect(relativeError(scaledPowerNorm(k, z, momentum), expected)).toBeLessThan(tolerance(k));
      }
  });

  it("lies between 1 and the sharp constant at any k where the mode rings, and comes near it", () => {
    for (const [z, momentum] of [
      [1, 0.25],
      [0.04, 0.81],
      [2.5, 0.5],
      [1e-6, 0.9995 ** 2],
    ] as const) {
      const sharp = sharpConstant(momentum, 1, z, z);
      let largest = 0;
      for (let k = 1; k <= 4000; k++) largest = Math.max(largest, scaledPowerNorm(k, z, momentum));
      for (const k of [1e5, 1e6 + 1, 123_456_789]) {
        const value = scaledPowerNorm(k, z, momentum);
        expect(value).toBeGreaterThanOrEqual(1 - 1e-12); // rounding
        expect(value).toBeLessThanOrEqual(sharp * (1 + 1e-12)); // rounding
      }
      expect(largest).toBeLessThanOrEqual(sharp * (1 + 1e-12)); // rounding
      expect(largest).toBeGreaterThan(0.99 * sharp); // the angle of these roots is no simple part of π
    }
  });

  it("stays under the sharp constant for a rational angle, without reaching it: β = z = 1", () => {
    const values = Array.from({ length: 12 }, (_, k) => scaledPowerNorm(k, 1, 1));
    // Six steps turn by 2π: the golden ratio against √3, both by hand.
    expect(Math.max(...values)).toBeCloseTo((1 + Math.sqrt(5)) / 2, 14);
    expect(sharpConstant(1, 1, 1, 1)).toBeCloseTo(Math.sqrt(3), 14);
  });

  it("β = 1 is a rotation: bounded, without decay", () => {
    for (const z of [0.01, 0.5, 2, 3, 3.99])
      for (const k of [1, 1000, 999_999]) {
        const value = powerNorm(k, z, 1);
        expect(value).toBe(scaledPowerNorm(k, z, 1));
        expect(value).toBeGreaterThanOrEqual(1 - 1e-9); // k·ε of the angle
        expect(value).toBeLessThanOrEqual(sharpConstant(1, 1, z, z) * (1 + 1e-9)); // k·ε of the angle
      }
  });

  it("grows like k at the border: β = z = 1/4", () => {
    // 50 digits (mpmath).
    for (const [k, value] of [
      [1, 2.8508],
      [10, 25.0399],
      [100, 250.004],
      [1000, 2500.0004],
    ] as const)
      expect(Math.abs(scaledPowerNorm(k, 0.25, 0.25) - value)).toBeLessThan(0.6e-4); // half of the last digit
  });

  it("at β = 0 is the limit, Infinity after the first step", () => {
    expect([0, 1, 2].map((k) => scaledPowerNorm(k, 0.5, 0))).toEqual([1, Infinity, Infinity]);
  });
});

describe("worstStart", () => {
  it("is a unit vector whose image has the norm of the power", () => {
    const power = new Float64Array(4);
    for (const [z, momentum] of GRID)
      for (const k of [0, 1, 2, 3, 17, 60]) {
        const [start, previous] = worstStart(k, z, momentum);
        modePower(k, z, momentum, power);
        const image = Math.hypot(
          power[0]! * start + power[1]! * previous,
          power[2]! * start + power[3]! * previous,
        );
        expect(Math.hypot(start, previous)).toBeCloseTo(1, 14);
        expect(start).toBeGreaterThanOrEqual(0);
        if (powerNorm(k, z, momentum) > 0)
          expect(
            relativeError(image, powerNorm(k, z, momentum)),
            `z = ${z}, β = ${momentum}, k = ${k}`,
          ).toBeLessThan(4 * tolerance(k));
      }
  });

  it("is not beaten by any of 2000 random starts", () => {
    const random = seededRandom(21);
    for (let trial = 0; trial < 2000; trial++) {
      const [z, momentum, k] = [4 * random(), random(), Math.floor(40 * random())];
      const [start, previous] = [normal(random), normal(random)];
      const image = Math.hypot(
        modeError(k, z, momentum, start, previous),
        k > 0 ? modeError(k - 1, z, momentum, start, previous) : previous,
      );
      expect(image).toBeLessThanOrEqual(
        powerNorm(k, z, momentum) * Math.hypot(start, previous) * (1 + 1e-11),
      ); // rounding
    }
  });
});

describe("spectralRadius", () => {
  it("is √β where the mode rings, else the larger root", () => {
    expect(spectralRadius(1, 0.81)).toBe(0.9);
    expect(spectralRadius(0, 0.5)).toBeCloseTo(1, 15);
    expect(spectralRadius(0.3, 0)).toBeCloseTo(0.7, 15);
    expect(spectralRadius(1.7, 0)).toBeCloseTo(0.7, 15);
    expect(spectralRadius(2 * 1.9, 0.9)).toBeCloseTo(1, 14); // root −1
    // By hand: H = diag(1, 4), β = 1/4: roots −2.6558688457 and −0.0941311543.
    expect(spectralRadius(4, 0.25)).toBeCloseTo(2.6558688457, 10);
  });

  it("solves the characteristic equation", () => {
    for (const [z, momentum] of GRID.filter(([z, beta]) => h(beta, z) <= 0)) {
      const trace = 1 - z + momentum;
      const x = spectralRadius(z, momentum) * (trace < 0 ? -1 : 1);
      const terms = x * x + Math.abs(trace * x) + momentum;
      expect(Math.abs(x * x - trace * x + momentum)).toBeLessThanOrEqual(8 * Number.EPSILON * terms);
    }
  });
});

it.each([
  [0.01, 0.5, "creeping"],
  [0, 0.5, "creeping"],
  [0.5, 0, "creeping"],
  [0.25, 0.25, "critical"],
  [2.25, 0.25, "critical"],
  [1, 0, "critical"],
  [0, 1, "critical"],
  [4, 1, "critical"],
  [1, 0.25, "ringing"],
  [1e-6, 0.9995 ** 2, "ringing"],
  [2.4, 0.25, "overshooting"],
  [1.5, 0, "overshooting"],
  [2.5, 0.25, "overshooting"],
  [2.6, 0.25, "diverging"],
  [4.1, 1, "diverging"],
  [-0.1, 0.5, "diverging"],
] as const)("regime(%d, %d) is %s", (z, momentum, expected) => {
  expect(regime(z, momentum)).toBe(expected);
});

it("regime is critical within rounding at Polyak's setting, for any κ", () => {
  for (const kappa of [2, 3, 7, 10, 123.4, 1e4, 1e6]) {
    const momentum = ((Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1)) ** 2;
    const stepSize = 4 / (1 + Math.sqrt(kappa)) ** 2; // μ = 1, α = κ
    expect(regime(stepSize, momentum), `μ, κ = ${kappa}`).toBe("critical");
    expect(regime(stepSize * kappa, momentum), `α, κ = ${kappa}`).toBe("critical");
    expect(regime(stepSize * (1 + 1e-6), momentum)).toBe("ringing");
    expect(regime(stepSize * (1 - 1e-6), momentum)).toBe("creeping");
  }
});

it("regime agrees with the spectral radius", () => {
  for (const [z, momentum] of GRID) {
    if (regime(z, momentum) === "diverging") expect(spectralRadius(z, momentum)).toBeGreaterThan(1);
    else expect(spectralRadius(z, momentum)).toBeLessThanOrEqual(1 + 1e-7); // √ε at a double root on the unit circle
  }
});

it("quarterTurn is where the hump is", () => {
  expect(quarterTurn(1, 1)).toBeCloseTo(1.5, 14); // φ = π/3
  expect(quarterTurn(3, 1)).toBeCloseTo(1.5, 14); // φ = 2π/3, from π
  expect(quarterTurn(2, 1)).toBe(1); // φ = π/2
  expect(quarterTurn(0.01, 0.5)).toBe(Infinity);
  const best = Math.round(quarterTurn(0.01, 0.9025));
  const values = Array.from({ length: 2 * best }, (_, k) => scaledPowerNorm(k, 0.01, 0.9025));
  expect(values.indexOf(Math.max(...values))).toBe(best);
});
