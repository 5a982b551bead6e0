import { blockRows, type Range } from './NodeSums.ts';

/** The places from one up to another in blocks of `blockRows`. */
export function* blocksOf(from: number, to: number): Generator<Range> {
  for (let start = from; start < to; start += blockRows) yield { from: start, to: Math.min(start + blockRows, to) };
}
