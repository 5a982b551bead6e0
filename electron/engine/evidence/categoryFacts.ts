import { categoriesTest } from '../../../shared/stats/categoriesTest.ts';
import { strengthOfCells } from '../../../shared/stats/strengthOfCells.ts';
import { cellEstimates } from './cellEstimates.ts';
import { accountsRepeat, lastRowOfEachAccount } from './independentRows.ts';
import { joinedCategories } from './joinedCategories.ts';
import { type FactsBasis, type MetricFacts, missingFacts } from './MetricFacts.ts';
import type { CategoryColumn } from './metricColumns.ts';

/**
 * A metric of categories against an outcome; its categories have no order, so nothing is ranked. Its cells are its bins; the test takes every
 * category, and one row of each account.
 */
export function categoryFacts({ rows, isYesNo, resampling }: FactsBasis, { codes, names }: CategoryColumn): MetricFacts {
  const facts = missingFacts(rows, codes, { isYesNo, resampling });
  const unranked = { auc: null, ks: null, spearman: null, correlation: null, monotone: null };
  const present = facts.observations - facts.missing;
  const warnings = present === 0 ? ['ALL_MISSING' as const] : names.length < 2 ? ['CONSTANT' as const] : [];
  if (!isYesNo) return { ...facts, ...unranked, informationValue: null, mutualInformation: null, pValue: null, test: null, warnings };
  const everyRow = Uint32Array.from(codes.keys());
  const { cells, groups } = joinedCategories({ codes, names });
  const { events, nonEvents } = countsOf(everyRow, groups, rows.outcomes, cells.length);
  const repeats = accountsRepeat(rows);
  const strength = strengthOfCells(events, nonEvents, repeats ? { ...rows, groups } : null, { seed: resampling.seed ?? 1 });
  const tested = countsOf(repeats ? lastRowOfEachAccount(rows) : everyRow, codes, rows.outcomes, names.length);
  const test = categoriesTest(tested.events.slice(0, -1), tested.nonEvents.slice(0, -1));
  return {
    ...facts,
    ...unranked,
    ...cellEstimates(rows, strength),
    pValue: test?.p ?? null,
    test: test && `${test.test}${repeats ? ', last observation of each account' : ''}`,
    warnings,
  };
}

/** Events and others of each category or cell, then of those missing. */
function countsOf(
  rows: Uint32Array,
  codes: Float64Array | Uint16Array,
  outcomes: Float64Array,
  categories: number,
): { events: number[]; nonEvents: number[] } {
  const [events, nonEvents] = [new Array<number>(categories + 1).fill(0), new Array<number>(categories + 1).fill(0)];
  for (const row of rows) {
    const cell = Number.isNaN(codes[row]) ? categories : codes[row]!;
    (outcomes[row] === 1 ? events : nonEvents)[cell]!++;
  }
  return { events, nonEvents };
}
