/** A seeded stream of random draws: the same numbers on every machine for the same seeds. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** Uniform whole number in [from, to]. */
  whole(from: number, to: number): number;
  /** Standard normal. */
  normal(): number;
  /** Poisson count with this mean; the mean is small (below 30). */
  poisson(mean: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** A stream of its own for every (seed, stream) pair, so that one account can be made without making those before it. */
export function createRandom(seed: number, stream: number): Random {
  let state = scramble(scramble(seed) ^ Math.imul(stream + 1, 0x9e3779b1));
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    return scramble(state) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    chance: (probability) => uniform() < probability,
    whole: (from, to) => from + Math.floor(uniform() * (to - from + 1)),
    normal,
    poisson(mean) {
      const stop = Math.exp(-mean);
      let count = 0;
      for (let product = uniform(); product > stop; product *= uniform()) count++;
      return count;
    },
    pick: (items) => items[Math.floor(uniform() * items.length)]!,
  };
}

/** The finaliser of mulberry32: every bit of the input reaches every bit of the output. */
function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), 1 | value);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
