import { type Hull, hullOf, stretched } from './Hull.ts';

/** Moves of a metric that gain more points of the score than every shorter one: from the least effort on, both rising. */
export interface Frontier {
  efforts: readonly number[];
  gains: readonly number[];
  /** Place of each in what it was made from; -1: the metric stays. */
  moves: readonly number[];
  /** The most that could be gained for an effort if values lay between. */
  hull: Hull;
}

/** @param gainOf of the move at a place @param stays whether not moving at all is a choice */
export function frontierOf(efforts: readonly number[], gainOf: (move: number) => number, stays: boolean): Frontier {
  const moves = stays ? [-1] : [];
  const gains = stays ? [0] : [];
  for (const move of efforts.keys()) {
    const gain = gainOf(move);
    if (moves.length > 0 && gain <= gains.at(-1)! + 1e-12) continue;
    moves.push(move);
    gains.push(gain);
  }
  const kept = moves.map((move) => (move < 0 ? 0 : efforts[move]!));
  return { efforts: kept, gains, moves, hull: hullOf(kept, gains) };
}

/** The frontier of a metric with another share of the score. */
export function weighed({ efforts, gains, moves, hull }: Frontier, share: number): Frontier {
  return { efforts, moves, gains: gains.map((gain) => share * gain), hull: stretched(hull, share) };
}
