import type { Procedure } from './assemble.ts';
import {
  addBits,
  addPairs,
  advance,
  both,
  dividePairs,
  get,
  isBelow,
  largerOfPairs,
  loadPair,
  multiplyPairs,
  repeat,
  set,
  shiftBits,
  smallerOfPairs,
  storePair,
  subtractPairs,
} from './instructions.ts';

/** Adding it rounds to a whole number, which is then in the last bits. */
const rounding = 1.5 * 2 ** 52;
/** The natural logarithm of 2 in two parts: the first ends in zeros, so that its multiples are exact. Source: fdlibm, e_exp.c. */
const logOfTwo = [0.6931471803691238, 1.9082149292705877e-10] as const;
/** Beyond it the power of e is no number. */
const largest = 708;
/** 1/n!, from the 13th on down: what follows is less than a number tells. */
const reciprocals = Array.from({ length: 14 }, (_, index) => 1 / factorial(13 - index));

function factorial(of: number): number {
  return of < 2 ? 1 : of * factorial(of - 1);
}

/**
 * Writes 1 / (1 + exp(-value)) of the values from `value` to `end`, from `into` on. exp(x) = 2^k exp(r) with k the nearest whole number to x / ln 2 and
 * |r| <= ln 2 / 2, where 14 terms of the series do; 2^k is added to the exponent.
 */
export function logisticProcedure(): Procedure {
  const [value, end, into, x, shifted, whole, rest] = [0, 1, 2, 3, 4, 5, 6] as const;
  const times = (factor: number) => multiplyPairs(get(whole), both(factor));
  const series = reciprocals.slice(1).reduce((sum, one) => addPairs(multiplyPairs(sum, get(rest)), both(one)), both(reciprocals[0]!));
  const body = [
    set(x, largerOfPairs(smallerOfPairs(subtractPairs(both(0), loadPair(get(value), 0)), both(largest)), both(-largest))),
    set(shifted, addPairs(multiplyPairs(get(x), both(1 / Math.LN2)), both(rounding))),
    set(whole, subtractPairs(get(shifted), both(rounding))),
    set(rest, subtractPairs(subtractPairs(get(x), times(logOfTwo[0])), times(logOfTwo[1]))),
    storePair(get(into), 0, dividePairs(both(1), addPairs(both(1), addBits(series, shiftBits(get(shifted), 52))))),
    advance(value, 16),
    advance(into, 16),
  ];
  return {
    name: 'logistic',
    parameters: ['integer', 'integer', 'integer'],
    locals: ['pair', 'pair', 'pair', 'pair'],
    body: [repeat(body, isBelow(get(value), get(end)))],
  };
}
