import { describe, expect, it } from "vitest";
import {
  h,
  printedConstant,
  safeConstant,
  sharpConstant,
  smallestH,
} from "../../lib/methods/heavy-ball-constant.ts";
import { powerNorm } from "../../lib/methods/heavy-ball-mode.ts";
import { theorem12 } from "../../lib/methods/settings.ts";
import { seededRandom } from "../../lib/random.ts";

const relativeError = (value: number, expected: number): number => Math.abs(value / expected - 1);

/** What the closed forms promise; a number printed with fewer digits adds half of its last one, relative to the number. */
const tolerance = (printed: number): number => 1e-13 + 0.5 * 10 ** -(printed - 1);

// 50 digits (mpmath), confirmed by test/oracles/heavy-ball.py. Columns: β, z, h, C₀ printed, C₀′, C₀# (15 digits).
it.each([
  [0.25, [1], [0.9375], 1.82574185835055, 2.58198889747161, 2.10749102966353],
  [0.81, [0.04, 1], [0.1071, 2.5839], 7.82165826419612, 11.0614951974737, 10.9703403225475],
  [0.9025, [0.01, 1], [0.02844375, 2.79549375], 15.9531422186693, 22.5611500881089, 22.5167386831505],
  [0.5, [0.3, 2.5], [0.56, 1], 2.8347335475692, 4.00891862868637, 3.74165738677394],
  [1, [0.5, 3], [1.75, 3], 2.1380899352994, 3.02371578407382, 2.64575131106459],
])("constants at β = %d, z in %j", (momentum, zs, hs, printed, safe, sharp) => {
  const [low, high] = [Math.min(...zs), Math.max(...zs)];
  zs.forEach((z, i) => expect(relativeError(h(momentum, z), hs[i]!)).toBeLessThan(1e-13)); // exact decimals
  expect(relativeError(printedConstant(momentum, 1, low, high), printed)).toBeLessThan(tolerance(14));
  expect(relativeError(safeConstant(momentum, 1, low, high), safe)).toBeLessThan(tolerance(14));
  expect(relativeError(sharpConstant(momentum, 1, low, high), sharp)).toBeLessThan(tolerance(14));
});

// Corollary 10's setting. 50 digits (mpmath), confirmed by test/oracles/heavy-ball.py (κ = 10⁶: from there alone).
// Columns: κ, β, h(β, ημ), h(β, ηα) (15 digits or exact), C₀ printed, C₀′, C₀# (12 digits).
it.each([
  [1, 0.25, 0.9375, 0.9375, 1.82574185835, 2.58198889747, 2.10749102966],
  [2, 0.417893218813452, 0.829044914110089, 1.49693813292354, 2.20226457849, 3.11447243483, 2.7509634211],
  [4, 0.5625, 0.52734375, 1.93359375, 3.04290309725, 4.30331482912, 4.05681610339],
  [10, 0.708772233983162, 0.246940835097474, 2.33273085626717, 4.86298264984, 6.87729601698, 6.72867842268],
  [100, 0.9025, 0.02844375, 2.79549375, 15.9531422187, 22.5611500881, 22.5167386832],
  [1e4, 0.990025, 0.000298494375, 2.979950499375, 162.894137483, 230.367098459, 230.362757479],
  [1e6, 0.99900025, 2.9984994375e-6, 2.9979995004999375, 1632.58521983, 2308.82415961, 2308.82372649],
])("constants at Corollary 10's setting, κ = %d", (kappa, beta, slow, fast, printed, safe, sharp) => {
  const { stepSize, momentum } = theorem12(1, kappa);
  // β carries a rounding of 1e−16, which 1 − √β = 1/(2√κ) enlarges by √κ: 1e−16·4√κ for h.
  const allowed = Math.max(tolerance(15), 4.5e-16 * Math.sqrt(kappa));
  expect(relativeError(momentum, beta)).toBeLessThan(tolerance(15));
  expect(relativeError(h(momentum, stepSize), slow)).toBeLessThan(allowed);
  expect(relativeError(h(momentum, stepSize * kappa), fast)).toBeLessThan(allowed);
  expect(smallestH(momentum, stepSize, 1, kappa)).toBe(h(momentum, stepSize));
  expect(relativeError(printedConstant(momentum, stepSize, 1, kappa), printed)).toBeLessThan(tolerance(12));
  expect(relativeError(safeConstant(momentum, stepSize, 1, kappa), safe)).toBeLessThan(tolerance(12));
  expect(relativeError(sharpConstant(momentum, stepSize, 1, kappa), sharp)).toBeLessThan(tolerance(12));
});

describe("h", () => {
  it("is the product with roots and the expanded form", () => {
    const random = seededRandom(31);
    for (let trial = 0; trial < 1000; trial++) {
      const [momentum, z] = [random(), 5 * random()];
      const product = -(momentum - (1 - Math.sqrt(z)) ** 2) * (momentum - (1 + Math.sqrt(z)) ** 2);
      const expanded = 4 * momentum - (1 + momentum - z) ** 2;
      expect(Math.abs(h(momentum, z) - product)).toBeLessThan(1e-14 * (1 + z * z)); // cancellation of terms of that size
      expect(Math.abs(h(momentum, z) - expanded)).toBeLessThan(1e-14 * (1 + z * z)); // the same
    }
  });

  it("is concave in z: a mode between the ends never has a smaller one", () => {
    const random = seededRandom(32);
    for (let trial = 0; trial < 1000; trial++) {
      const [momentum, low, high, share] = [random(), 4 * random(), 4 * random(), random()];
      const between = h(momentum, low + share * (high - low));
      expect(between).toBeGreaterThanOrEqual(smallestH(momentum, 1, low, high) - 1e-14); // rounding
    }
  });

  it("is −4.6875 − 1.875 = −6.5625 at β = 1/4, z = 4, and −(1 − β)² at z = 0", () => {
    expect(h(0.25, 4)).toBe(-6.5625); // 1 − (1.25 − 4)², exact
    expect(h(0.25, 0)).toBe(-0.5625);
    expect(h(0, 0.5)).toBe(-0.25);
    expect(h(1, 3)).toBe(3);
  });
});

describe("constants", () => {
  it("are NaN where min h ≤ 0", () => {
    for (const constant of [printedConstant, safeConstant, sharpConstant]) {
      expect(constant(0.25, 1, 1, 4)).toBeNaN(); // h(1/4, 4) = −6.5625
      expect(constant(0.25, 1, 0.25, 1)).toBeNaN(); // h(1/4, 1/4) = 0
      expect(constant(0, 1, 1, 1)).toBeNaN(); // h(0, 1) = 0
    }
  });

  it("depend on ηλ alone: λ × c and η / c change nothing", () => {
    for (const constant of [printedConstant, safeConstant, sharpConstant])
      for (const c of [2, 1024, 2 ** -30])
        // powers of 2, so that equality is exact
        expect(constant(0.81, 1 / c, 0.04 * c, c)).toBe(constant(0.81, 1, 0.04, 1));
  });

  it("are ordered: C₀′/2 ≤ C₀# ≤ C₀′ = √2 C₀", () => {
    const random = seededRandom(33);
    for (let trial = 0; trial < 1000; trial++) {
      const [momentum, low, high] = [random(), 4 * random(), 4 * random()];
      if (!(smallestH(momentum, 1, low, high) > 0)) continue;
      const [safe, sharp] = [safeConstant(momentum, 1, low, high), sharpConstant(momentum, 1, low, high)];
      expect(sharp).toBeLessThanOrEqual(safe * (1 + 1e-15)); // one rounding
      expect(sharp).toBeGreaterThanOrEqual((safe / 2) * (1 - 1e-15)); // one rounding
      expect(printedConstant(momentum, 1, low, high) * Math.SQRT2).toBeCloseTo(safe, 10);
    }
  });

  it("printed: broken by one step at H = [1], η = 1, β = 1/4 (Theorem 9, the setting of Corollary 10 at κ = 1)", () => {
    // By hand: A = [[1/4, −1/4], [1, 0]], A(1, 0) = (1/4, 1) with norm √17/4; printed bound ½·C₀ = ½·√2·(5/4)/√(15/16) = √(5/6).
    const image = Math.hypot(1 / 4, 1);
    expect(image).toBeCloseTo(1.0307764064, 10);
    expect(relativeError(image, Math.sqrt(17) / 4)).toBeLessThan(1e-15); // one rounding
    const norm = powerNorm(1, 1, 0.25);
    expect(norm).toBeGreaterThanOrEqual(image);
    expect(relativeError(norm, 1.0326621467201455)).toBeLessThan(1e-15); // test/oracles/heavy-ball.py
    expect(relativeError(0.5 * printedConstant(0.25, 1, 1, 1), Math.sqrt(5 / 6))).toBeLessThan(1e-15); // one rounding
    expect(image).toBeGreaterThan(0.5 * printedConstant(0.25, 1, 1, 1));
    expect(norm).toBeLessThan(0.5 * safeConstant(0.25, 1, 1, 1));
    expect(norm).toBeLessThan(0.5 * sharpConstant(0.25, 1, 1, 1));
  });
});
