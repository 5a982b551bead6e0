import type { CurveOf } from '../model/curve.ts';
import { aucOf } from '../stats/auc.ts';
import { informationValue } from '../stats/informationValue.ts';
import { mergeThinCells, type OutcomeCells } from '../stats/mergeThinCells.ts';
import { cellsBetween, pooled } from '../stats/outcomeCells.ts';
import { quantileEdges } from '../stats/referenceEdges.ts';
import { splitByOutcome } from '../stats/splitByOutcome.ts';
import type { Warning } from '../stats/warning.ts';
import { monotoneCells } from './monotoneCells.ts';

/** Which values are healthier. */
export type Healthier = 'higher' | 'lower';

/** A steps curve that what happened suggests; null when it allows none, and then the sentence says why. */
export interface SuggestedCurve {
  curve: CurveOf<'steps'> | null;
  cuts: number[];
  direction: Healthier | null;
  /** Of the bins, the missing left out. */
  informationValue: number | null;
  sentence: string;
  warnings: Warning[];
}

/** Bins before any are joined. */
const fineCells = 20;

/**
 * Monotone supervised binning of a metric (NaN = missing): twentieths of the values, [a, b); those with less than 5 % of the rows, 5 events or 5
 * non-events join a neighbour, then those that run against the direction. Points are linear in the log odds of the bins' rates, as the weights that are
 * fitted to points suppose: 0 for the worst bin, 100 for the best. Direction: as chosen, or as the AUC of all rows says. The same rows give the same curve.
 */
export function supervisedCurve(values: Float64Array, outcomes: Uint8Array, chosen?: Healthier): SuggestedCurve {
  const nothing = (sentence: string, warnings: Warning[], direction: Healthier | null = null): SuggestedCurve => ({
    ...{ curve: null, cuts: [], direction, informationValue: null, sentence, warnings },
  });
  const split = splitByOutcome(values, outcomes);
  const ascending = pooled(split);
  if (ascending.length === 0) return nothing('No curve is suggested: the metric is missing in every observation.', ['ALL_MISSING']);
  if (ascending[0] === ascending.at(-1))
    return nothing('No curve is suggested: the metric is the same in every observation.', ['CONSTANT']);
  const raw = aucOf(split);
  if (raw === null) return nothing('No curve is suggested: where the metric is known, every outcome was the same.', ['SINGLE_CLASS']);
  const direction = chosen ?? (raw > 0.5 ? 'lower' : 'higher');
  const cells = monotoneCells(mergeThinCells(cellsBetween(split, risingEdges(ascending))), direction === 'higher' ? 'fall' : 'rise');
  const against = direction === (raw > 0.5 ? 'lower' : 'higher') ? '' : ' That is not the direction the data show.';
  if (cells.edges.length === 0)
    return nothing(
      `No curve is suggested: no two bins of 5 % of the rows and 5 events differ with ${direction} values healthier.${against}`,
      [],
      direction,
    );
  const points = pointsOfCells(cells);
  const value = informationValue(cells.events, cells.nonEvents);
  return {
    curve: { kind: 'steps', cuts: cells.edges, points },
    cuts: cells.edges,
    direction,
    informationValue: value.value,
    sentence: `${points.length} bins, ${direction} is healthier${chosen ? '' : ' (as the data say)'}: the rate goes from ${percent(rateOf(cells, 0))} to ${percent(rateOf(cells, points.length - 1))}.${against}`,
    warnings: ['TUNED_ON_THESE_DATA', ...value.warnings],
  };
}

/** Quantile edges without the smallest value: below it nothing lies. */
function risingEdges(ascending: Float64Array): number[] {
  return quantileEdges(ascending, fineCells).filter((edge) => edge > ascending[0]!);
}

function pointsOfCells({ events, nonEvents }: OutcomeCells): number[] {
  const odds = events.map((count, cell) => Math.log(count / nonEvents[cell]!));
  const [best, worst] = [Math.min(...odds), Math.max(...odds)];
  return odds.map((one) => Math.round((100 * (worst - one)) / (worst - best)));
}

const rateOf = ({ events, nonEvents }: OutcomeCells, cell: number) => events[cell]! / (events[cell]! + nonEvents[cell]!);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
