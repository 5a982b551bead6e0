import { seededRandom } from '../../shared/stats/seededRandom.ts';

/** Draws for simulations: the same for the same seed. */
export interface Draw {
  uniform(): number;
  normal(): number;
  /** How many of n trials succeed. */
  events(n: number, rate: number): number;
}

export function draws(seed: number): Draw {
  const uniform = seededRandom(seed);
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    events(n, rate) {
      let count = 0;
      for (let trial = 0; trial < n; trial++) if (uniform() < rate) count++;
      return count;
    },
  };
}
