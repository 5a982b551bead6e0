import { bandTolerance } from '../scoring/bandOf.ts';
import type { Procedure } from '../vector/assemble.ts';
import {
  addIntegers,
  addNumbers,
  addPairs,
  advance,
  areEqual,
  bitsOfBoth,
  both,
  type Code,
  chooseBits,
  get,
  integer,
  integerOf,
  isAtLeast,
  isBelow,
  largerOfPairs,
  loadInteger,
  loadNumber,
  loadPair,
  loadShort,
  multiplyPairs,
  ofPair,
  pairOf,
  repeat,
  repeatWhile,
  set,
  shiftInteger,
  smallerOfPairs,
  storeNumber,
  storePair,
  truncatePair,
  withSecond,
} from '../vector/instructions.ts';

/**
 * Counts the scores (numbers) from `score` to `end`, two at a time, each with its revenue (32 bits) from `revenue` on. A score counts as 0 or as
 * `ceiling` where it lies outside them; its cell, that is how many `cellsPerPoint` of it there are, tells in `first` the first bin that reaches into the cell; from
 * there on it is the first bin whose limit in `limits` it is below. NaN is withheld: cell `withheld`, whose only bin has no limit. To the bin's
 * pair in `counts` are added 1 and the revenue, and to `points` all scores.
 */
export function binProcedure(): Procedure {
  const [score, end, revenue, first, limits, counts, points, ceiling, cellsPerPoint, withheld] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
  const [found, known, shifted, cell, sum, bin, at] = [10, 11, 12, 13, 14, 15, 16] as const;
  const countOne = (place: 0 | 1): Code[] => [
    set(bin, loadInteger(addIntegers(get(first), shiftInteger(integerOf(get(cell), place), 2)))),
    repeatWhile(isAtLeast(ofPair(get(shifted), place), loadNumber(addIntegers(get(limits), shiftInteger(get(bin), 3)))), [
      set(bin, addIntegers(get(bin), integer(1))),
    ]),
    set(at, addIntegers(get(counts), shiftInteger(get(bin), 4))),
    storePair(get(at), 0, addPairs(loadPair(get(at), 0), withSecond(both(1), loadShort(get(revenue), 4 * place)))),
  ];
  const countTwo = [
    set(found, loadPair(get(score), 0)),
    set(known, areEqual(get(found), get(found))),
    set(found, bitsOfBoth(smallerOfPairs(largerOfPairs(get(found), both(0)), pairOf(get(ceiling))), get(known))),
    set(sum, addPairs(get(sum), get(found))),
    set(shifted, addPairs(get(found), both(bandTolerance))),
    set(cell, truncatePair(chooseBits(multiplyPairs(get(shifted), pairOf(get(cellsPerPoint))), pairOf(get(withheld)), get(known)))),
    ...countOne(0),
    ...countOne(1),
    advance(score, 16),
    advance(revenue, 8),
  ];
  return {
    name: 'count',
    parameters: [...Array<'integer'>(7).fill('integer'), 'number', 'number', 'number'],
    locals: ['pair', 'pair', 'pair', 'pair', 'pair', 'integer', 'integer'],
    body: [
      repeat(countTwo, isBelow(get(score), get(end))),
      storeNumber(get(points), addNumbers(loadNumber(get(points)), addNumbers(ofPair(get(sum), 0), ofPair(get(sum), 1)))),
    ],
  };
}
