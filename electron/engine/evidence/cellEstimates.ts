import type { MetricEvidence } from '../../../shared/contract/metricEvidence.ts';
import type { StrengthOfCells } from '../../../shared/stats/strengthOfCells.ts';
import type { CountedRows } from './CountedRows.ts';
import { plainEstimate } from './MetricFacts.ts';

type InCells = Pick<MetricEvidence, 'informationValue' | 'mutualInformation'>;

/** What is told of the cells of a metric, as numbers with what they rest on: every row, those where the metric is missing in a cell of their own. */
export function cellEstimates(
  { count, outcomes, accountCount }: Pick<CountedRows, 'count' | 'outcomes' | 'accountCount'>,
  { informationValue, mutualInformation, intervals }: Pick<StrengthOfCells, 'informationValue' | 'mutualInformation' | 'intervals'>,
): InCells {
  let events = 0;
  for (let row = 0; row < count; row++) events += outcomes[row]!;
  const counts = { n: count, nMissing: 0, events, nonEvents: count - events, accounts: accountCount };
  const { value, nullLine, bins, warnings } = informationValue;
  const method = intervals?.method ?? null;
  return {
    informationValue: {
      ...plainEstimate(counts, { value, interval: intervals?.informationValue ?? null, method, warnings }),
      ...{ nullLine, bins },
    },
    mutualInformation: mutualInformation && {
      ...plainEstimate(counts, {
        value: Math.max(0, mutualInformation.value - mutualInformation.bias),
        ...{ interval: intervals?.mutualInformation ?? null, method },
      }),
      ...{ bias: mutualInformation.bias, normalised: mutualInformation.normalised },
    },
  };
}
