import type { Procedure } from '../vector/assemble.ts';
import {
  addIntegers,
  addNumbers,
  advance,
  type Code,
  get,
  halfInteger,
  integer,
  integerOf,
  isAtLeast,
  isBelow,
  largerOfPairs,
  loadInteger,
  loadNumber,
  loadPair,
  multiplyIntegers,
  multiplyNumbers,
  multiplyPairs,
  ofPair,
  pairOf,
  repeat,
  set,
  shiftInteger,
  smallerOfPairs,
  storeNumber,
  subtractNumbers,
  subtractPairs,
  truncatePair,
} from '../vector/instructions.ts';

/** A piece in memory: four numbers, where it begins, its origin, its points there and its slope. */
export const pieceBytes = 32;
const [fromAt, originAt, pointsAt, slopeAt] = [0, 8, 16, 24] as const;

/**
 * Writes what the values from `value` to `end` earn, from `into` on. Between `lowest` and `highest` lies an even grid, `perCell` of its cells a unit: `first`
 * tells for each cell the address of the last piece that begins before it. From there on the piece is found by halves, without a
 * branch that would be guessed wrong: `widest` is the first step in bytes, a power of 2 times `pieceBytes`.
 */
export function pieceProcedure(): Procedure {
  const [value, end, into, first, widest, lowest, highest, perCell] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const [found, cell, at, step] = [8, 9, 10, 11] as const;
  const earn = (place: 0 | 1): Code[] => {
    const one = ofPair(get(found), place);
    const begins = loadNumber(addIntegers(get(at), get(step)), fromAt);
    return [
      set(at, loadInteger(addIntegers(get(first), shiftInteger(integerOf(get(cell), place), 2)))),
      set(step, get(widest)),
      repeat(
        [set(at, addIntegers(get(at), multiplyIntegers(get(step), isAtLeast(one, begins)))), set(step, halfInteger(get(step)))],
        isBelow(integer(pieceBytes - 1), get(step)),
      ),
      storeNumber(
        get(into),
        addNumbers(
          loadNumber(get(at), pointsAt),
          multiplyNumbers(subtractNumbers(one, loadNumber(get(at), originAt)), loadNumber(get(at), slopeAt)),
        ),
        8 * place,
      ),
    ];
  };
  const onGrid = smallerOfPairs(largerOfPairs(get(found), pairOf(get(lowest))), pairOf(get(highest)));
  const earnTwo = [
    set(found, loadPair(get(value), 0)),
    set(cell, truncatePair(multiplyPairs(subtractPairs(onGrid, pairOf(get(lowest))), pairOf(get(perCell))))),
    ...earn(0),
    ...earn(1),
    advance(value, 16),
    advance(into, 16),
  ];
  return {
    name: 'earn',
    parameters: [...Array<'integer'>(5).fill('integer'), 'number', 'number', 'number'],
    locals: ['pair', 'pair', 'integer', 'integer'],
    body: [repeat(earnTwo, isBelow(get(value), get(end)))],
  };
}
