import { type Correlation, pearson, spearman } from '../../../shared/stats/correlation.ts';
import { describeAgainstOutcome } from '../../../shared/stats/describeAgainstOutcome.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { isMonotone } from '../../../shared/stats/isMonotone.ts';
import { rankCorrelation } from './discrimination.ts';
import { accountsRepeat, lastRowOfEachAccount } from './independentRows.ts';
import { type FactsBasis, type MetricFacts, missingFacts, plainEstimate } from './MetricFacts.ts';

/** A metric of numbers against a yes/no outcome, from one sort. */
export function numberFacts({ rows, isYesNo, resampling }: FactsBasis, values: Float64Array, order: Uint32Array): MetricFacts {
  const { outcomes, accounts } = rows;
  const found = describeAgainstOutcome({ values, outcomes, accounts }, order);
  const { auc, kolmogorovSmirnov, cells, mutualInformation, informationValue } = found;
  const { weights: _, nullMean: __, ...shownValue } = informationValue;
  return {
    ...missingFacts(rows, values, { isYesNo, resampling }),
    auc,
    ks: kolmogorovSmirnov && {
      estimate: { ...auc, value: kolmogorovSmirnov.distance, interval: null, method: null },
      at: kolmogorovSmirnov.at,
    },
    spearman: correlationEstimate(auc, found.spearman),
    correlation: correlationEstimate(auc, found.correlation),
    informationValue: shownValue,
    mutualInformation: mutualInformation && {
      value: Math.max(0, mutualInformation.value - mutualInformation.bias),
      bias: mutualInformation.bias,
      normalised: mutualInformation.normalised,
      warnings: [],
    },
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
    correlation: correlationEstimate(ranked, pearson(values, outcomes)),
    pValue: p,
    test: p === null ? null : repeats ? 'Spearman, last observation of each account' : 'Spearman',
    warnings: ranked.warnings,
  };
}

function correlationEstimate(counts: Estimate, { value, interval, warnings }: Correlation): Estimate {
  const { n, nMissing, events, nonEvents, accounts } = counts;
  return plainEstimate({ n, nMissing, events, nonEvents, accounts }, { value, interval, method: interval && 'Fisher', warnings });
}
