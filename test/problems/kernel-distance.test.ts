import { expect, it } from "vitest";
import { norm } from "../../lib/norm.ts";
import { arcCosineKernel } from "../../lib/problems/arc-cosine-kernel.ts";
import { gramMatrix } from "../../lib/problems/gram.ts";
import { kernelDistanceLaw } from "../../lib/problems/kernel-distance.ts";
import { reluData } from "../../lib/problems/relu-data.ts";
import { gaussianDraw } from "../../lib/problems/relu-draw.ts";
import { reluGram, signPatterns } from "../../lib/problems/relu-gram.ts";

it("one datum: √(¼/m), by hand", () => {
  expect(kernelDistanceLaw(Float64Array.of(1), 1, 1, [1, 100])).toEqual(Float64Array.of(1, 0.5, 100, 0.05));
});

it("is the root mean square of what is drawn", () => {
  const points = Float64Array.of(1, 0, 0.6, 0.8, -0.28, 0.96);
  const data = reluData(points, new Float64Array(3), 3, 2);
  const gram = gramMatrix(points, 3, 2);
  const expected = arcCosineKernel(gram, 3);
  let squares = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const values = new Float64Array(200 * 3);
    gaussianDraw(data, 200, seed).open()(values, new Float64Array(200));
    squares += norm(reluGram(gram, signPatterns(values, 200, 3)).map((x, k) => x - expected[k]!)) ** 2;
  }
  const law = kernelDistanceLaw(points, 3, 2, [200])[1]!;
  // The mean of 400 squares, each with a spread of about its size: a standard error of 5 %, of which the root has half; three of these.
  expect(Math.abs(Math.sqrt(squares / 400) / law - 1)).toBeLessThan(0.08);
});
