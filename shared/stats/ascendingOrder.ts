const digits = 2048;

/**
 * Indexes of the values from smallest to largest; equal values keep their order. The values are finite.
 * Radix sort of the 64 bits in six digits of eleven: O(N) at any distribution, without comparing.
 */
export function ascendingOrder(values: ArrayLike<number>): Uint32Array {
  const count = values.length;
  const [low, high] = sortableWords(values);
  let from = Uint32Array.from({ length: count }, (_, index) => index);
  let to = new Uint32Array(count);
  for (const [words, shift] of [
    [low, 0],
    [low, 11],
    [low, 22],
    [high, 0],
    [high, 11],
    [high, 22],
  ] as const) {
    const starts = digitStarts(words, shift);
    if (starts === null) continue;
    for (let place = 0; place < count; place++) {
      const index = from[place]!;
      to[starts[(words[index]! >>> shift) & (digits - 1)]!++] = index;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Low and high words that, read as whole numbers, order as the values do: negative ones with all bits turned, others with the sign set. */
function sortableWords(values: ArrayLike<number>): [Uint32Array, Uint32Array] {
  const bits = new Uint32Array(Float64Array.from(values, (value) => value + 0).buffer);
  const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const upper = bits[2 * index + isLittleEndian]!;
    const lower = bits[2 * index + 1 - isLittleEndian]!;
    const isNegative = upper >>> 31 === 1;
    high[index] = isNegative ? ~upper : upper | 0x80000000;
    low[index] = isNegative ? ~lower : lower;
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
