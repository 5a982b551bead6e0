import { aucWithDelong } from './aucEstimate.ts';
import type { CellIntervals } from './cellBootstrap.ts';
import { type ClusteredAuc, clusteredAuc } from './clusteredAuc.ts';
import { clusteredCorrelation } from './clusteredCorrelation.ts';
import { type Correlation, testedCorrelation } from './correlation.ts';
import { accountsRepeat, countObservations, emptyEstimate, type ObservationCounts } from './countObservations.ts';
import { logitInterval } from './delong.ts';
import type { Estimate, Interval } from './Estimate.ts';
import type { InformationValue } from './informationValue.ts';
import { rateTrend } from './isMonotone.ts';
import { kolmogorovBand } from './kolmogorovBand.ts';
import { type KolmogorovSmirnov, kolmogorovSmirnov } from './kolmogorovSmirnov.ts';
import { mannWhitneyPValue, rankSums, spearmanOfSplit } from './mannWhitney.ts';
import type { OutcomeCells } from './mergeThinCells.ts';
import { midranksIn } from './midranks.ts';
import { coMoment, mean } from './moments.ts';
import type { MutualInformation } from './mutualInformation.ts';
import { shownCells } from './outcomeCells.ts';
import { presentOrder, valuesAt } from './presentOrder.ts';
import { rankRows } from './RankedRows.ts';
import type { Resampling, Sample } from './Sample.ts';
import { type OutcomeSplit, splitInOrder } from './splitByOutcome.ts';
import { strengthOfCells } from './strengthOfCells.ts';

/** Everything a number says of a yes/no outcome. */
export interface NumberAgainstOutcome {
  /** Raw: below one half the events lie low. */
  auc: Estimate;
  kolmogorovSmirnov: KolmogorovSmirnov | null;
  distanceInterval: Interval | null;
  spearman: Correlation;
  /** Point-biserial: Pearson's with the 0/1 outcome. */
  correlation: Correlation;
  /** Of information value and mutual information. */
  cellIntervals: CellIntervals | null;
  /** Of present values; a missing cell of its own where values are missing. */
  cells: OutcomeCells;
  missing: { events: number; nonEvents: number };
  informationValue: InformationValue;
  /** Null with fewer than two cells or outcomes. */
  mutualInformation: MutualInformation | null;
  /** Correlation of the order of the cells with their rates: ±1 = steady, near 0 = U-shaped or none. */
  trend: number | null;
  /** Of no link. */
  p: number | null;
  test: 'Mann-Whitney' | 'DeLong by account' | null;
}

/**
 * All statistics of one metric against one outcome from a single sort. Intervals and p-values are by account as soon as accounts repeat, and none
 * of them draws rows again, so that many metrics can be held against each other at once: of the AUC after Obuchowski, of both correlations by
 * their influence summed by account, of whatever is told of cells with their counts divided by the design effect. The correlations have no p-value
 * of their own then.
 * @param order the present observations in ascending order of the value, if that is known already
 */
export function describeAgainstOutcome(
  sample: Sample,
  order = presentOrder(sample.values),
  cellsOf = shownCells,
  resampling: Resampling = {},
): NumberAgainstOutcome {
  const counts = countObservations(sample);
  const { values } = sample;
  const split = splitInOrder(order, values, sample.outcomes);
  const sums = rankSums(split);
  const repeats = counts.accounts < order.length;
  const cells = cellsOf(split, valuesAt(order, values));
  const missing = missingByOutcome(sample, counts);
  const [events, nonEvents] = [
    [...cells.events, missing.events],
    [...cells.nonEvents, missing.nonEvents],
  ];
  // The cells hold the rows without a value too, and accounts may repeat among those alone.
  const repeatsInCells = repeats || accountsRepeat(sample.accounts);
  const strength = strengthOfCells(events, nonEvents, repeatsInCells ? inCells(sample, order, cells) : null, resampling);
  const plain = aucWithDelong(split, emptyEstimate(counts), 'high');
  const byAccount = repeats && plain.interval !== null ? clusteredAuc(rankRows(sample, order)) : null;
  const p = repeats ? (byAccount?.p ?? null) : mannWhitneyPValue(split, sums);
  const apart = kolmogorovSmirnov(split.events, split.nonEvents);
  return {
    auc: repeats ? withIntervalByAccount(plain, byAccount, counts) : plain,
    kolmogorovSmirnov: apart,
    distanceInterval: apart && distanceInterval(apart, split, repeats ? strength.designEffect : 1),
    spearman: byAccountIf(repeats, tested(spearmanOfSplit(split, sums), split), () =>
      correlationByAccount(midranksIn(order, values), sample, order),
    ),
    correlation: byAccountIf(repeats, tested(pointBiserial(split), split), () => correlationByAccount(values, sample, order)),
    cellIntervals: strength.intervals,
    cells,
    missing,
    informationValue: strength.informationValue,
    mutualInformation: strength.mutualInformation,
    trend: rateTrend(cells.events.map((count, cell) => count / (count + cells.nonEvents[cell]!))),
    p,
    test: p === null ? null : repeats ? 'DeLong by account' : 'Mann-Whitney',
  };
}

function withIntervalByAccount(plain: Estimate, found: ClusteredAuc | null, { accounts, eventAccounts }: ObservationCounts): Estimate {
  if (found === null) return { ...plain, interval: null, method: null };
  const logit = Math.min(eventAccounts, accounts - eventAccounts) < 50 ? logitInterval(found) : null;
  const method = logit === null ? 'DeLong by account' : 'DeLong by account on the logit scale';
  return { ...plain, interval: logit ?? found.interval, method };
}

/** The cell of every row; those without a value lie in one beyond the last. */
function inCells({ outcomes, accounts }: Sample, order: Uint32Array, { events, nonEvents }: OutcomeCells) {
  const groups = new Uint16Array(outcomes.length).fill(events.length);
  let start = 0;
  for (const [cell, count] of events.entries()) {
    const end = start + count + nonEvents[cell]!;
    for (let rank = start; rank < end; rank++) groups[order[rank]!] = cell;
    start = end;
  }
  return { groups, outcomes, accounts };
}

function missingByOutcome({ outcomes }: Sample, { events, nMissing }: ObservationCounts): { events: number; nonEvents: number } {
  if (nMissing === 0) return { events: 0, nonEvents: 0 };
  let all = 0;
  for (let index = 0; index < outcomes.length; index++) all += outcomes[index] === 1 ? 1 : 0;
  return { events: all - events, nonEvents: nMissing - (all - events) };
}

/** Pearson's r of the values with the outcome, from the two means and the spread about the common one. */
function pointBiserial({ events, nonEvents }: OutcomeSplit): number | null {
  const [m, n] = [events.length, nonEvents.length];
  if (m === 0 || n === 0) return null;
  const apart = mean(events) - mean(nonEvents);
  const between = (m * n * apart * apart) / (m + n);
  const spread = between + coMoment(events, events) + coMoment(nonEvents, nonEvents);
  return spread === 0 ? null : Math.sign(apart) * Math.sqrt(between / spread);
}

function tested(value: number | null, { events, nonEvents }: OutcomeSplit): Correlation {
  const n = events.length + nonEvents.length;
  if (value !== null) return testedCorrelation(value, n);
  const warning = n === 0 ? 'ALL_MISSING' : events.length === 0 || nonEvents.length === 0 ? 'SINGLE_CLASS' : 'CONSTANT';
  return { value, n, p: null, interval: null, method: null, warnings: [warning] };
}

/** In place of what supposes that no account repeats. */
function byAccountIf(
  repeats: boolean,
  correlation: Correlation,
  found: () => Pick<Correlation, 'interval' | 'method'> | null,
): Correlation {
  if (!repeats) return correlation;
  const own = correlation.interval && found();
  return { ...correlation, p: null, interval: null, method: null, ...own, warnings: [...correlation.warnings, 'CLUSTERED'] };
}

/** Of the numbers (the values, or their ranks, which are taken as they are) with the outcome. */
function correlationByAccount(
  numbers: ArrayLike<number>,
  { outcomes, accounts }: Sample,
  order: Uint32Array,
): Pick<Correlation, 'interval' | 'method'> | null {
  const owners = Uint32Array.from(order, (row) => accounts[row]!);
  const interval = clusteredCorrelation(valuesAt(order, numbers), valuesAt(order, outcomes), owners);
  return interval && { interval, method: 'Fisher, by account' };
}

/** None of a constant, of a single row of a class, and where accounts leave nothing to chance. */
function distanceInterval({ distance }: KolmogorovSmirnov, { events, nonEvents }: OutcomeSplit, designEffect: number): Interval | null {
  const [m, n] = [events.length, nonEvents.length];
  return distance > 0 && m > 1 && n > 1 && designEffect > 0 ? kolmogorovBand(distance, m, n, designEffect) : null;
}
