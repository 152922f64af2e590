/** A source of uniform numbers in [0, 1). Every function of the project that needs chance takes one as an argument. */
export type Random = () => number;

/**
 * A seeded source: the generator sfc32 (three chaotic words and a counter, 128 bits of state, period at least 2³²).
 * Each call joins two outputs into 53 random bits, so that every double k·2⁻⁵³ in [0, 1) can occur.
 * `seed`: any number; its lower 32 bits count. The same seed gives the same numbers on every machine.
 * Cost: two rounds of integer arithmetic per number. Source: C. Doty-Humphrey, PractRand.
 */
export function seededRandom(seed: number): Random {
  // In a typed array: a captured variable of 32 bits is boxed at each write, which takes most of the time in a browser.
  const state = Int32Array.of(0, 0, seed | 0, 1);
  const word = (): number => {
    const [a, b, c, counter] = [state[0]!, state[1]!, state[2]!, state[3]!];
    const sum = (((a + b) | 0) + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    state[3] = counter + 1;
    return sum >>> 0;
  };
  // A seed with few bits needs some rounds until it has reached the whole state.
  for (let round = 0; round < 15; round++) word();
  return () => ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992;
}

/** A standard normal number: √(−2 ln u)·cos(2πv) of two uniform ones (Box and Muller 1958). Takes two numbers from `random`. */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random())); // 1 − u is never 0
  return radius * Math.cos(2 * Math.PI * random());
}

/** Fills `out` with independent standard normal numbers and returns it. Takes 2·⌈length/2⌉ numbers from `random`. */
export function fillNormal(random: Random, out: Float64Array): Float64Array {
  for (let i = 0; i < out.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    out[i] = radius * Math.cos(angle);
    if (i + 1 < out.length) out[i + 1] = radius * Math.sin(angle);
  }
  return out;
}
