import type { Procedure } from './assemble.ts';
import {
  addIntegers,
  addNumbers,
  addPairs,
  type Code,
  get,
  integer,
  isBelow,
  loadPair,
  loadTwice,
  multiplyPairs,
  number,
  ofPair,
  pairOf,
  repeat,
  set,
  storeNumber,
  storePair,
} from './instructions.ts';

const numberBytes = 8;
/** Four pairs at a time: a processor adds the next while the last is not yet done. */
const offsets = [0, 16, 32, 48];
/** Rows that are taken at a time. */
export const strideRows = 8;
const strideBytes = 8 * strideRows;

const advance = (local: number, by: Code): Code => set(local, addIntegers(get(local), by));

/**
 * Adds slope x column to the values from `start` to `end`, of as many columns as there are slopes from `slope` to `slopesEnd`; the first row of the next
 * column lies `length` behind that of the last. All are addresses and lengths in bytes, of whole strides.
 */
function addColumns(): Procedure {
  const [column, length, slope, slopesEnd, start, end, at, into, twice] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
  const addStride = [
    ...offsets.map((offset) =>
      storePair(get(into), offset, addPairs(loadPair(get(into), offset), multiplyPairs(get(twice), loadPair(get(at), offset)))),
    ),
    advance(at, integer(strideBytes)),
    advance(into, integer(strideBytes)),
  ];
  const addColumn = [
    set(twice, loadTwice(get(slope))),
    set(at, get(column)),
    set(into, get(start)),
    repeat(addStride, isBelow(get(into), get(end))),
    advance(column, get(length)),
    advance(slope, integer(numberBytes)),
  ];
  return {
    name: 'addColumns',
    parameters: ['integer', 'integer', 'integer', 'integer', 'integer', 'integer'],
    locals: ['integer', 'integer', 'pair'],
    body: [repeat(addColumn, isBelow(get(slope), get(slopesEnd)))],
  };
}

/** Writes the sum over the rows of each column times the values from `start` to `end`, from `into` to `intoEnd`; the columns lie as above. */
function multiplyColumns(): Procedure {
  const [column, length, start, end, into, intoEnd, at, value, ...sums] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
  const [first, second, third, fourth] = sums;
  const multiplyStride = [
    ...offsets.map((offset, place) =>
      set(sums[place]!, addPairs(get(sums[place]!), multiplyPairs(loadPair(get(at), offset), loadPair(get(value), offset)))),
    ),
    advance(at, integer(strideBytes)),
    advance(value, integer(strideBytes)),
  ];
  const multiplyColumn = [
    set(at, get(column)),
    set(value, get(start)),
    ...sums.map((sum) => set(sum, pairOf(number(0)))),
    repeat(multiplyStride, isBelow(get(value), get(end))),
    set(first, addPairs(addPairs(get(first), get(second)), addPairs(get(third), get(fourth)))),
    storeNumber(get(into), addNumbers(ofPair(get(first), 0), ofPair(get(first), 1))),
    advance(column, get(length)),
    advance(into, integer(numberBytes)),
  ];
  return {
    name: 'multiplyColumns',
    parameters: ['integer', 'integer', 'integer', 'integer', 'integer', 'integer'],
    locals: ['integer', 'integer', 'pair', 'pair', 'pair', 'pair'],
    body: [repeat(multiplyColumn, isBelow(get(into), get(intoEnd)))],
  };
}

export const columnProcedures = [addColumns(), multiplyColumns()];
