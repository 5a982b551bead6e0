import type { Gate } from '../../../shared/contract/evidenceBasis.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import type { MetricFacts } from './MetricFacts.ts';

/** Whether the gate allows no more than counts. */
export function allowsCountsOnly({ level }: Gate): boolean {
  return level === 'nothing' || level === 'counts';
}

/** What is left of a metric's facts where too few accounts are on the scarcer side to infer anything: counts, and the rate where it is missing. */
export function countsOnly(facts: MetricFacts): MetricFacts {
  return {
    ...facts,
    ...{ auc: withheld(facts.auc), spearman: withheld(facts.spearman), correlation: withheld(facts.correlation) },
    ks: facts.ks && { estimate: withheld(facts.ks.estimate)!, at: null },
    informationValue: withheldValue(facts.informationValue),
    mutualInformation: facts.mutualInformation && { ...withheld(facts.mutualInformation)!, normalised: null },
    ...{ presentRate: null, monotone: null, pValue: null, test: null },
    warnings: [...new Set([...facts.warnings, 'FEW_EVENTS' as const])],
  };
}

/** An information value where there are too few accounts for one. */
export function withheldValue(value: MetricFacts['informationValue']): MetricFacts['informationValue'] {
  return value && { ...withheld(value)!, nullLine: null };
}

function withheld<Number extends Estimate>(estimate: Number | null): Number | null {
  return estimate && { ...estimate, value: null, interval: null, method: null };
}
