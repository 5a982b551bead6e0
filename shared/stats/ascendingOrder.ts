const digits = 2048;
const digitBits = [0, 11, 22];

/**
 * Indexes of the values from smallest to largest; equal values keep their order. The values are finite.
 * Radix sort of the 64 bits in six digits of eleven: O(N) at any distribution, without comparing.
 */
export function ascendingOrder(values: ArrayLike<number>): Uint32Array {
  const count = values.length;
  const words = sortableWords(values);
  let from: Uint32Array<ArrayBuffer> | null = null;
  let to = new Uint32Array(count);
  for (const word of words) {
    for (const shift of digitBits) {
      const starts = digitStarts(word, shift);
      if (starts === null) continue;
      for (let place = 0; place < count; place++) {
        const index: number = from === null ? place : from[place]!;
        const digit = (word[index]! >>> shift) & (digits - 1);
        to[starts[digit]!] = index;
        starts[digit]!++;
      }
      [from, to] = [to, from ?? new Uint32Array(count)];
    }
  }
  return from ?? to.map((_, index) => index);
}

/** Low and high words that, read as whole numbers, order as the values do: negative ones with all bits turned, others with the sign set. */
function sortableWords(values: ArrayLike<number>): [Uint32Array, Uint32Array] {
  const count = values.length;
  const doubles = new Float64Array(count);
  // Adding 0 makes -0 the 0 it equals.
  for (let index = 0; index < count; index++) doubles[index] = values[index]! + 0;
  const bits = new Uint32Array(doubles.buffer);
  const upperPlace = new Uint8Array(new Uint16Array([1]).buffer)[0]!;
  const [low, high] = [new Uint32Array(count), new Uint32Array(count)];
  for (let index = 0; index < count; index++) {
    const upper = bits[2 * index + upperPlace]!;
    const lower = bits[2 * index + 1 - upperPlace]!;
    const turned = -(upper >>> 31);
    high[index] = upper ^ (turned | 0x80000000);
    low[index] = lower ^ turned;
  }
  return [low, high];
}

/** Where the values of each digit begin; null when all have the same digit. */
function digitStarts(words: Uint32Array, shift: number): Uint32Array | null {
  const starts = new Uint32Array(digits);
  for (let index = 0; index < words.length; index++) starts[(words[index]! >>> shift) & (digits - 1)]!++;
  let sum = 0;
  for (let digit = 0; digit < digits; digit++) {
    const count = starts[digit]!;
    if (count === words.length) return null;
    starts[digit] = sum;
    sum += count;
  }
  return starts;
}
