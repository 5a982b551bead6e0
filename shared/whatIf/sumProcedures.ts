import type { Procedure } from '../vector/assemble.ts';
import {
  addPairs,
  advance,
  areAbove,
  areEqual,
  bitsOfBoth,
  both,
  type Code,
  chooseBits,
  dividePairs,
  get,
  isBelow,
  largerOfPairs,
  loadPair,
  loadShorts,
  multiplyPairs,
  pairOf,
  repeat,
  set,
  storePair,
} from '../vector/instructions.ts';
import { blockRows } from './NodeSums.ts';

/** Where the columns of a node lie, in bytes from its first. */
export const columnBytes = 8 * blockRows;
const [sumAt, weightAt, knownAt, withheldAt] = [0, columnBytes, 2 * columnBytes, 3 * columnBytes] as const;

const none = both(0);

/** Adds to a column of the node whose sums are at the address in `sums`. */
const add = (sums: number, column: number, value: Code): Code => storePair(get(sums), column, addPairs(loadPair(get(sums), column), value));

const withhold = (sums: number, value: Code): Code =>
  storePair(get(sums), withheldAt, largerOfPairs(loadPair(get(sums), withheldAt), value));

/**
 * Adds a metric to a node's sums, two observations at a time: its points are numbers of 32 bits from `points` to `end`. Where they are NaN,
 * `suppliedSum` and `suppliedWeight` are added instead, and the score is withheld if `stop` is 1.
 */
export function addLeafProcedure(): Procedure {
  const [points, end, sums, share, suppliedSum, suppliedWeight, stop] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [shares, suppliedSums, suppliedWeights, stops, earned, isPresent] = [7, 8, 9, 10, 11, 12] as const;
  return {
    name: 'addLeaf',
    parameters: ['integer', 'integer', 'integer', 'number', 'number', 'number', 'number'],
    locals: Array<'pair'>(6).fill('pair'),
    body: [
      set(shares, pairOf(get(share))),
      set(suppliedSums, pairOf(get(suppliedSum))),
      set(suppliedWeights, pairOf(get(suppliedWeight))),
      set(stops, pairOf(get(stop))),
      repeat(
        [
          set(earned, loadShorts(get(points), 0)),
          set(isPresent, areEqual(get(earned), get(earned))),
          add(sums, sumAt, chooseBits(multiplyPairs(get(shares), get(earned)), get(suppliedSums), get(isPresent))),
          add(sums, weightAt, chooseBits(get(shares), get(suppliedWeights), get(isPresent))),
          add(sums, knownAt, bitsOfBoth(get(shares), get(isPresent))),
          withhold(sums, chooseBits(none, get(stops), get(isPresent))),
          advance(points, 8),
          advance(sums, 16),
        ],
        isBelow(get(points), get(end)),
      ),
    ],
  };
}

/** Adds a group, whose own sums are those from `group` to `end`, to the sums of the node above it, as a child of that `share`. */
export function addGroupProcedure(): Procedure {
  const [group, end, sums, share] = [0, 1, 2, 3] as const;
  const [shares, counting, counts] = [4, 5, 6] as const;
  return {
    name: 'addGroup',
    parameters: ['integer', 'integer', 'integer', 'number'],
    locals: Array<'pair'>(3).fill('pair'),
    body: [
      set(shares, pairOf(get(share))),
      repeat(
        [
          set(counting, loadPair(get(group), weightAt)),
          set(counts, areAbove(get(counting), none)),
          add(sums, sumAt, bitsOfBoth(multiplyPairs(get(shares), dividePairs(loadPair(get(group), sumAt), get(counting))), get(counts))),
          add(sums, weightAt, bitsOfBoth(get(shares), get(counts))),
          add(sums, knownAt, multiplyPairs(get(shares), loadPair(get(group), knownAt))),
          withhold(sums, loadPair(get(group), withheldAt)),
          advance(group, 16),
          advance(sums, 16),
        ],
        isBelow(get(group), get(end)),
      ),
    ],
  };
}
