import { expect, it } from "vitest";
import { PatternTally } from "../../../lib/methods/relu/pattern-tally.ts";
import { bytesOf, SignTable, writePattern } from "../../../lib/methods/relu/sign-table.ts";
import { fillNormal, seededRandom } from "../../../lib/random.ts";
import { randomNet } from "../../support/relu-net.ts";

it.each([3, 10, 12, 13, 20])(
  "PatternTally has the largest √(vᵀDGDv) of the neurons that are left, n = %i",
  (n) => {
    const width = 40;
    const random = seededRandom(n);
    const { gram } = randomNet(n, n, 15, 1).data;
    const v = fillNormal(random, new Float64Array(n));
    const table = new SignTable(gram, n);
    table.build(v);
    const bytes = bytesOf(n);
    const values = fillNormal(random, new Float64Array(width * n));
    const patterns = new Uint8Array(width * bytes);
    const whole = new PatternTally(n, width);
    const lengths = Array.from({ length: width }, (_, r) => {
      writePattern(patterns, r * bytes, values, r * n, n);
      whole.add(r, patterns, r * bytes);
      let square = 0;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          if (values[r * n + i]! >= 0 && values[r * n + j]! >= 0) square += v[i]! * gram[i * n + j]! * v[j]!;
      return Math.sqrt(square);
    });
    const pool = whole.copy();
    const order = [...lengths.keys()].sort((a, b) => lengths[b]! - lengths[a]!);
    for (const r of order) {
      expect(pool.largestLength(table, v)).toBeCloseTo(lengths[r]!, 11); // n² terms in another order
      pool.remove(r, patterns, r * bytes);
    }
    expect(pool.largestLength(table, v)).toBe(0);
    expect(whole.largestLength(table, v)).toBeCloseTo(lengths[order[0]!]!, 11); // the other tally is as it was
  },
);
