/**
 * Which neurons are active on which data: 1{z ≥ 0} for each of m neurons and n data, as n rows of bits. Bit r of row i says whether
 * neuron r is active on datum i; a row has ⌈m/32⌉ words, the last filled with zeros.
 */
export interface SignPatterns {
  /** n, the number of data. */
  readonly count: number;
  /** m, the number of neurons. */
  readonly width: number;
  /** n × ⌈m/32⌉ words, row-major. */
  readonly words: Int32Array;
}

/**
 * The signs of pre-activations zᵣᵢ = wᵣᵀxᵢ, given as m × n values, row-major (one neuron after the other). Active means z ≥ 0, which holds for
 * −0 too. RangeError if there is no datum or no neuron, or if the length is not m × n. O(mn).
 */
export function signPatterns(preActivations: Float64Array, width: number, count: number): SignPatterns {
  if (!(count >= 1)) throw new RangeError(`count must be at least 1: ${count}`);
  if (!(width >= 1)) throw new RangeError(`width must be at least 1: ${width}`);
  if (preActivations.length !== width * count)
    throw new RangeError(`length of preActivations must be ${width * count}: ${preActivations.length}`);
  const rowLength = Math.ceil(width / 32);
  const words = new Int32Array(count * rowLength);
  for (let r = 0; r < width; r++) {
    const word = r >>> 5;
    const bit = 1 << (r & 31);
    for (let i = 0; i < count; i++)
      if (preActivations[r * count + i]! >= 0) words[i * rowLength + word]! |= bit;
  }
  return { count, width, words };
}

/** #{r : neuron r is active on both i and j}, n × n, row-major, exact. O(n²m/32). */
export function jointlyActive({ count, width, words }: SignPatterns): Float64Array {
  const joint = new Float64Array(count * count);
  addJointlyActive(joint, words, count, Math.ceil(width / 32));
  return joint;
}

/** Adds to `joint` what `jointlyActive` returns, for `count` rows of `rowLength` words. Allocates nothing. */
export function addJointlyActive(
  joint: Float64Array,
  words: Int32Array,
  count: number,
  rowLength: number,
): void {
  for (let i = 0; i < count; i++)
    for (let j = 0; j <= i; j++) {
      let ones = 0;
      for (let k = 0; k < rowLength; k++)
        ones += bitCount(words[i * rowLength + k]! & words[j * rowLength + k]!);
      joint[i * count + j]! += ones;
      if (i !== j) joint[j * count + i]! += ones;
    }
}

/**
 * The Gram matrix of a network of finite width, Ĥ(W)ᵢⱼ = (1/m) xᵢᵀxⱼ #{r : wᵣᵀxᵢ ≥ 0, wᵣᵀxⱼ ≥ 0}, which moves the residuals of gradient descent; its
 * expectation over w ~ N(0, I) is `arcCosineKernel`. `gram` holds G = XXᵀ, n × n, row-major. RangeError if its length is not n².
 * O(n²m/32). Source: Wang et al. 2021, eq. (3); Bu et al. 2021, (2.8).
 */
export function reluGram(gram: Float64Array, patterns: SignPatterns): Float64Array {
  const { count, width } = patterns;
  if (gram.length !== count * count)
    throw new RangeError(`length of gram must be ${count * count}: ${gram.length}`);
  return jointlyActive(patterns).map((joint, k) => (gram[k]! * joint) / width);
}

/** The number of ones among the 32 bits of a word, added up in parallel: pairs, then fours, then bytes. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
