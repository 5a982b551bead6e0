import type { Procedure } from '../vector/assemble.ts';
import {
  addPairs,
  advance,
  areEqual,
  both,
  chooseBits,
  get,
  isBelow,
  loadPair,
  loadShorts,
  multiplyPairs,
  pairOf,
  repeat,
  set,
  storePair,
} from '../vector/instructions.ts';

/** Stands for "withheld" where a metric is missing, because too little is known without it. */
export const tooThin = Number.NEGATIVE_INFINITY;

/**
 * Makes scores of the points (NaN where missing) from `score` to `end`, two at a time: base + slope * points; where they are missing, the same of
 * `supplied`, or `without` if `redistributes` is 1; NaN where `without` is then `tooThin`. The three columns are numbers of 32 bits from their
 * addresses on.
 */
export function lineProcedure(): Procedure {
  const [score, end, base, slope, without, supplied, redistributes] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [points, isPresent, line, alone, takesAlone] = [7, 8, 9, 10, 11] as const;
  const ofTwo = [
    set(points, loadPair(get(score), 0)),
    set(isPresent, areEqual(get(points), get(points))),
    set(points, chooseBits(get(points), pairOf(get(supplied)), get(isPresent))),
    set(line, addPairs(loadShorts(get(base), 0), multiplyPairs(loadShorts(get(slope), 0), get(points)))),
    set(alone, loadShorts(get(without), 0)),
    set(alone, chooseBits(both(Number.NaN), chooseBits(get(alone), get(line), get(takesAlone)), areEqual(get(alone), both(tooThin)))),
    storePair(get(score), 0, chooseBits(get(line), get(alone), get(isPresent))),
    advance(score, 16),
    ...[base, slope, without].map((column) => advance(column, 8)),
  ];
  return {
    name: 'line',
    parameters: [...Array<'integer'>(5).fill('integer'), 'number', 'number'],
    locals: Array<'pair'>(5).fill('pair'),
    body: [set(takesAlone, areEqual(pairOf(get(redistributes)), both(1))), repeat(ofTwo, isBelow(get(score), get(end)))],
  };
}
