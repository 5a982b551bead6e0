import { evaluateFilter } from '../expression/evaluateFilter.ts';
import type { Filter, NamedValue } from '../expression/expression.ts';
import type { Curve } from '../model/curve.ts';
import { pointsOf } from '../scoring/pointsOf.ts';
import type { ObservedRange } from './ObservedRange.ts';
import { valuesOutward } from './valuesOutward.ts';

/** A value a metric could take instead, and how far that is: in its standard deviations; another category, or becoming known, counts 1. */
export interface Move {
  value: number | string;
  effort: number;
}

/** Values of one metric between which neither a rule's test nor whether a curve gives points changes; the nearest first. */
export interface Region {
  metric: string;
  moves: Move[];
}

/** What a metric could become: where the rules and its being known stay as they are, and elsewhere. */
export interface ValueRegions {
  here: Region;
  elsewhere: Region[];
}

/**
 * What a metric of an account could become within what is observed in the book.
 * @param lookUp values of the account by name
 * @param curves all that the metric is scored by, in the base or in a segment
 * @param tests those that read the metric; a metric they hold it against stays as it is
 */
export function valueRegions(
  metric: string,
  range: ObservedRange,
  lookUp: (name: string) => NamedValue,
  curves: readonly Curve[],
  tests: readonly Filter[],
): ValueRegions {
  const current = lookUp(metric);
  const signature = (value: NamedValue) =>
    [
      ...curves.map((curve) => pointsOf(curve, value) === null),
      ...tests.map((test) => evaluateFilter(test, (name) => (name === metric ? value : lookUp(name)))),
    ].join();
  const here = signature(current);
  const regions = new Map<string, Region>([[here, { metric, moves: [] }]]);
  for (const move of movesFrom(current, range)) {
    const key = signature(move.value);
    const region = regions.get(key) ?? { metric, moves: [] };
    regions.set(key, region);
    region.moves.push(move);
  }
  return { here: regions.get(here)!, elsewhere: [...regions].flatMap(([key, region]) => (key === here ? [] : [region])) };
}

function movesFrom(current: NamedValue, range: ObservedRange): Move[] {
  if (range.kind === 'category') return range.values.filter((value) => value !== current).map((value) => ({ value, effort: 1 }));
  const { median, sd } = range;
  const isKnown = typeof current === 'number';
  const start = isKnown ? current : median;
  const values = [...(isKnown ? [] : [median]), ...valuesOutward(range, start, 1), ...valuesOutward(range, start, -1)];
  return values
    .map((value) => ({ value, effort: (isKnown ? 0 : 1) + (sd > 0 ? Math.abs(value - start) / sd : 0) }))
    .sort((one, other) => one.effort - other.effort);
}
