import { clusteredCorrelation } from '../../../shared/stats/clusteredCorrelation.ts';
import { type Correlation, pearson, spearman } from '../../../shared/stats/correlation.ts';
import { describeAgainstOutcome } from '../../../shared/stats/describeAgainstOutcome.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { isMonotone } from '../../../shared/stats/isMonotone.ts';
import { cellEstimates } from './cellEstimates.ts';
import { rankCorrelation } from './discrimination.ts';
import { accountsRepeat, lastRowOfEachAccount } from './independentRows.ts';
import { type FactsBasis, type MetricFacts, missingFacts, plainEstimate } from './MetricFacts.ts';

/** A metric of numbers against a yes/no outcome, from one sort. */
export function numberFacts({ rows, isYesNo, resampling }: FactsBasis, values: Float64Array, order: Uint32Array): MetricFacts {
  const { outcomes, accounts } = rows;
  const found = describeAgainstOutcome({ values, outcomes, accounts }, order, undefined, { seed: resampling.seed ?? 1 });
  const { auc, kolmogorovSmirnov: ks, distanceInterval: band, cells } = found;
  return {
    ...missingFacts(rows, values, { isYesNo, resampling }),
    auc,
    ks: ks && { estimate: { ...auc, value: ks.distance, interval: band, method: band && 'Kolmogorov band' }, at: ks.at },
    spearman: correlationEstimate(auc, found.spearman),
    correlation: correlationEstimate(auc, found.correlation),
    ...cellEstimates(rows, { ...found, intervals: found.cellIntervals }),
    monotone: isMonotone(cells.events.map((events, cell) => events / (events + cells.nonEvents[cell]!))),
    pValue: found.p,
    test: found.test,
    warnings: auc.warnings,
  };
}

/** A metric of numbers against an outcome that is a number. The test takes one row of each account. */
export function numberFactsOfNumber({ rows, isYesNo, resampling }: FactsBasis, values: Float64Array): MetricFacts {
  const { outcomes, accounts } = rows;
  const ranked = rankCorrelation({ scores: values, outcomes, accounts, resampling: { ...resampling, resamples: 200 } });
  const repeats = accountsRepeat(rows);
  const tested = repeats ? lastRowOfEachAccount(rows) : Uint32Array.from(values.keys());
  const pick = (column: Float64Array) => Float64Array.from(tested, (row) => column[row]!);
  const { p } = spearman(pick(values), pick(outcomes));
  return {
    ...missingFacts(rows, values, { isYesNo, resampling }),
    ...{ auc: null, ks: null, informationValue: null, mutualInformation: null, monotone: null },
    spearman: ranked,
    correlation: correlationEstimate(ranked, pearsonByAccount(values, rows, repeats)),
    pValue: p,
    test: p === null ? null : repeats ? 'Spearman, last observation of each account' : 'Spearman',
    warnings: ranked.warnings,
  };
}

/** Pearson's correlation with the number, its interval by account when accounts repeat. */
function pearsonByAccount(values: Float64Array, { outcomes, accounts }: FactsBasis['rows'], repeats: boolean): Correlation {
  const plain = pearson(values, outcomes);
  if (!repeats || plain.interval === null) return plain;
  const present = Uint32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]) && !Number.isNaN(outcomes[row]));
  const take = (column: ArrayLike<number>) => Float64Array.from(present, (row) => column[row]!);
  const interval = clusteredCorrelation(take(values), take(outcomes), take(accounts));
  return { ...plain, p: null, interval, method: interval && 'Fisher, by account', warnings: [...plain.warnings, 'CLUSTERED'] };
}

function correlationEstimate(counts: Estimate, { value, interval, method, warnings }: Correlation): Estimate {
  const { n, nMissing, events, nonEvents, accounts } = counts;
  return plainEstimate({ n, nMissing, events, nonEvents, accounts }, { value, interval, method, warnings });
}
