import { describe, expect, it } from "vitest";
import { activeShares } from "../../lib/problems/arc-cosine-kernel.ts";
import { gramMatrix } from "../../lib/problems/gram.ts";
import { spherePoints } from "../../lib/problems/sphere-points.ts";
import { seededRandom } from "../../lib/random.ts";
import { judgeOverSeeds } from "../../lib/theorems/over-seeds.ts";
import * as lemma17 from "../../lib/theorems/wang-2021/lemma-17.ts";
import * as lemma21 from "../../lib/theorems/wang-2021/lemma-21.ts";

const points = spherePoints(seededRandom(17), 3, 5);
const network = { points, count: 3, dimension: 5, width: 400, seed: 1 };

/** The mean over seeds, and how far it may be from the expectation: five standard errors. */
function meanOver(count: number, value: (seed: number) => number): { mean: number; margin: number } {
  const values = Array.from({ length: count }, (_, i) => value(i + 1));
  const mean = values.reduce((a, b) => a + b, 0) / count;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (count - 1);
  return { mean, margin: 5 * Math.sqrt(variance / count) };
}

describe("Lemma 17", () => {
  it("measures what has the mean square V/m", () => {
    const gram = gramMatrix(points, 3, 5);
    const variance = activeShares(gram, 3).reduce(
      (sum, share, k) => sum + gram[k]! ** 2 * share * (1 - share),
      0,
    );
    const squares = meanOver(400, (seed) => lemma17.measure({ ...network, failure: 0.1, seed })[0]! ** 2);
    expect(Math.abs(squares.mean - variance / 400)).toBeLessThan(squares.margin);
  });

  it("would be seen to fail with a bound ten times smaller, and one bad seed would not do", () => {
    const p = lemma17.statement.cases.find(({ name }) => name.startsWith("two data"))!.parameters;
    const small = { ...lemma17, claim: (q: lemma17.Parameters) => lemma17.claim(q).map((x) => x / 10) };
    expect(judgeOverSeeds(small, p, 60).judgement.verdict).toBe("violated");
    const { slack } = judgeOverSeeds(lemma17, { ...p, failure: 1e-4, width: 1000 }, 60).judgement;
    // Just above the least: one seed of sixty or so is beyond.
    const edge = {
      ...lemma17,
      claim: (q: lemma17.Parameters) => lemma17.claim(q).map((x) => x / (1.001 * slack!)),
    };
    const { verdict, seeds } = judgeOverSeeds(edge, { ...p, failure: 0.01, width: 1000 }, 60).judgement;
    expect([verdict, seeds!.violated]).toEqual(["holds", 1]);
  });

  it("asks for the width of the head of its file: one datum, δ = 1/20, by hand 64(½ + √(½ ln 20))²", () => {
    const asked = 64 * (0.5 + Math.sqrt(Math.log(20) / 2)) ** 2;
    const at = (width: number) =>
      lemma17.assumes({ points: Float64Array.of(1), count: 1, dimension: 1, width, failure: 0.05, seed: 1 });
    expect(at(Math.ceil(asked)).every(({ status }) => status === "holds")).toBe(true);
    const [failing] = at(Math.floor(asked)).filter(({ status }) => status === "fails");
    expect(failing!.name).toBe("wide enough");
    expect(failing!.margin).toBeCloseTo(Math.floor(asked) / asked - 1, 12);
  });
});

describe("Lemma 21", () => {
  it("counts a neuron with the chance erf(R/√2)", () => {
    const radius = 0.3;
    // ∫ of the normal density from −R to R by Simpson's rule with 20 parts, whose error is below 1e−9 here.
    let inside = 0;
    for (let i = 0; i <= 20; i++)
      inside +=
        (i === 0 || i === 20 ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp(-(((i / 10 - 1) * radius) ** 2) / 2);
    inside *= radius / 30 / Math.sqrt(2 * Math.PI);
    const single = { ...network, points: points.subarray(0, 5), count: 1, radius };
    const shares = meanOver(400, (seed) => lemma21.measure({ ...single, seed })[0]! / 400);
    expect(Math.abs(shares.mean - inside)).toBeLessThan(shares.margin);
  });

  it("would be seen to fail with mR in place of 4mR", () => {
    const p = lemma21.statement.cases.find(({ name }) => name.startsWith("five data"))!.parameters;
    const small = { ...lemma21, claim: (q: lemma21.Parameters) => lemma21.claim(q).map((x) => x / 4) };
    expect(judgeOverSeeds(small, p, 60).judgement.verdict).toBe("violated");
  });
});
