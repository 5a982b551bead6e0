import type { Procedure } from '../vector/assemble.ts';
import {
  addPairs,
  advance,
  type Code,
  dividePairs,
  get,
  isBelow,
  loadShorts,
  multiplyPairs,
  pairOf,
  repeat,
  set,
  storePair,
} from '../vector/instructions.ts';

/**
 * Writes (n0 p + n1 q) / (e0 p + e1 q) of each row, two at a time, as numbers from `into` to `end`; the four columns are numbers of 32 bits from
 * their addresses on.
 */
export function ratioProcedure(): Procedure {
  const [n0, n1, e0, e1, into, end, p, q] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const [twiceP, twiceQ] = [8, 9] as const;
  const line = (one: number, other: number): Code =>
    addPairs(multiplyPairs(loadShorts(get(one), 0), get(twiceP)), multiplyPairs(loadShorts(get(other), 0), get(twiceQ)));
  const divideTwo = [
    storePair(get(into), 0, dividePairs(line(n0, n1), line(e0, e1))),
    ...[n0, n1, e0, e1].map((column) => advance(column, 8)),
    advance(into, 16),
  ];
  return {
    name: 'ratio',
    parameters: [...Array<'integer'>(6).fill('integer'), 'number', 'number'],
    locals: ['pair', 'pair'],
    body: [set(twiceP, pairOf(get(p))), set(twiceQ, pairOf(get(q))), repeat(divideTwo, isBelow(get(into), get(end)))],
  };
}
