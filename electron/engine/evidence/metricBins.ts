import type { OutcomeRate } from '../../../shared/contract/evidenceBasis.ts';
import type { MetricBin, MetricEvidence } from '../../../shared/contract/metricEvidence.ts';
import { cellOf } from '../../../shared/stats/countCells.ts';
import type { Resampling } from '../../../shared/stats/Sample.ts';
import { strengthOfCells } from '../../../shared/stats/strengthOfCells.ts';
import { cellEstimates } from './cellEstimates.ts';
import { joinedCategories } from './joinedCategories.ts';
import type { CategoryColumn } from './metricColumns.ts';
import { outcomeRates, type RatedRows } from './outcomeRates.ts';
import { valueText } from './valueText.ts';

/** The bins of a metric, the missing one last (it is there when something is missing), and their information value. */
export interface MetricBins {
  bins: MetricBin[];
  informationValue: MetricEvidence['informationValue'];
}

/** What happened beside the metric, column by column. */
export type BinnedRows = Omit<RatedRows, 'groups' | 'outcomes'> & { outcomes: Float64Array; accountCount: number };

/** Bins [cut, next cut) of a metric of numbers. */
export function numberBins(values: Float64Array, cuts: readonly number[], rows: BinnedRows): MetricBins {
  const groups = Uint16Array.from(values, (value) => (Number.isNaN(value) ? cuts.length + 1 : cellOf(value, cuts, 'left')));
  const places = [...Array(cuts.length + 1).keys()].map((bin) => {
    const [from, to] = [cuts[bin - 1] ?? null, cuts[bin] ?? null];
    return { label: labelOf(from, to), from, to, categories: null, missing: false };
  });
  return withRates(places, groups, rows);
}

/** One bin a category, the most frequent first; the rarer ones share a bin. */
export function categoryBins(column: CategoryColumn, rows: BinnedRows): MetricBins {
  const { cells, groups } = joinedCategories(column);
  return withRates(
    cells.map((cell) => ({ ...cell, from: null, to: null, missing: false })),
    groups,
    rows,
  );
}

function withRates(
  places: readonly Pick<MetricBin, 'label' | 'from' | 'to' | 'categories' | 'missing'>[],
  groups: Uint16Array,
  rows: BinnedRows,
): MetricBins {
  const missing = { label: 'missing', from: null, to: null, categories: null, missing: true };
  const rates = outcomeRates({ ...rows, groups }, places.length + 1);
  const found = rows.isYesNo ? strengthOf(rates, groups, rows) : null;
  const bins = [...places, missing].map((place, bin) => ({ ...place, ...rates[bin]!, weightOfEvidence: found?.weights[bin] ?? null }));
  return { bins: bins.filter((bin) => !bin.missing || bin.observations > 0), informationValue: found?.informationValue ?? null };
}

function strengthOf(rates: readonly OutcomeRate[], groups: Uint16Array, rows: BinnedRows) {
  const { outcomes, accounts, accountCount, resampling } = rows;
  const events = rates.map((rate) => rate.events ?? 0);
  const nonEvents = rates.map((rate, cell) => rate.observations - events[cell]!);
  const repeats = accountCount < groups.length ? { groups, outcomes, accounts } : null;
  const strength = strengthOfCells(events, nonEvents, repeats, resampling);
  const { informationValue } = cellEstimates({ count: groups.length, outcomes, accountCount }, strength);
  return { weights: strength.informationValue.weights, informationValue };
}

function labelOf(from: number | null, to: number | null): string {
  if (from === null) return to === null ? 'every value' : `below ${valueText(to)}`;
  return to === null ? `${valueText(from)} and above` : `${valueText(from)} to below ${valueText(to)}`;
}

/** Resamples for bins that follow the hand: fewer than where a number stands still. */
export function liveResampling({ seed }: Resampling, rows: number): Resampling {
  return { ...(seed === undefined ? {} : { seed }), resamples: Math.min(500, Math.max(100, Math.floor(10_000_000 / Math.max(1, rows)))) };
}
