import type { Gate } from '../../../shared/contract/evidenceBasis.ts';
import type { ScorePerformance, ScoreSlice } from '../../../shared/contract/scorePerformance.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import type { Warning } from '../../../shared/stats/warning.ts';
import type { MetricFacts } from './MetricFacts.ts';
import type { MetricBins } from './metricBins.ts';

/** Whether the gate allows no more than counts. */
export function allowsCountsOnly({ level }: Gate): boolean {
  return level === 'nothing' || level === 'counts';
}

/** What is left of a metric's facts where too few accounts are on the scarcer side to infer anything: counts, and the rate where it is missing. */
export function countsOnly(facts: MetricFacts): MetricFacts {
  return {
    ...facts,
    ...{ auc: withheld(facts.auc), spearman: withheld(facts.spearman), correlation: withheld(facts.correlation) },
    ks: withheldAt(facts.ks),
    informationValue: withheldValue(facts.informationValue),
    mutualInformation: facts.mutualInformation && { ...withheld(facts.mutualInformation)!, normalised: null },
    ...{ presentRate: null, monotone: null, pValue: null, test: null },
    warnings: withFewEvents(facts.warnings),
  };
}

/** What is left of a metric's bins there: counts and rates. */
export function binsCountsOnly({ bins, informationValue }: MetricBins): MetricBins {
  return { bins: bins.map((bin) => ({ ...bin, weightOfEvidence: null })), informationValue: withheldValue(informationValue) };
}

/** What is left of a score there: counts, and the rates of bands and tenths. */
export function scoreCountsOnly(score: ScorePerformance): ScorePerformance {
  const { auc, gini, ks, liftWorstTenth, spearman, tenths, warnings } = score;
  return {
    ...score,
    ...{ auc: withheld(auc), gini: withheld(gini), ks: withheldAt(ks) },
    ...{ liftWorstTenth: withheld(liftWorstTenth), spearman: withheld(spearman) },
    tenths: tenths.map((part) => ({ ...part, lift: withheld(part.lift), gain: withheld(part.gain), cumulativeLift: null })),
    ...{ roc: [], gains: [], monotone: null },
    warnings: withFewEvents(warnings.filter((code) => code !== 'NOT_MONOTONE')),
  };
}

/** The same of the short form. */
export function sliceCountsOnly(slice: ScoreSlice): ScoreSlice {
  const { auc, ks, liftWorstTenth, spearman } = slice;
  return { ...slice, auc: withheld(auc), ks: withheld(ks), liftWorstTenth: withheld(liftWorstTenth), spearman: withheld(spearman) };
}

/** A number where there are too few accounts for one: what it would rest on, and why there is none. */
export function withheld<Number extends Estimate>(estimate: Number | null): Number | null {
  return estimate && { ...estimate, value: null, interval: null, method: null, warnings: withFewEvents(estimate.warnings) };
}

function withheldValue(value: MetricFacts['informationValue']): MetricFacts['informationValue'] {
  return value && { ...withheld(value)!, nullLine: null };
}

function withheldAt(ks: MetricFacts['ks']): MetricFacts['ks'] {
  return ks && { estimate: withheld(ks.estimate)!, at: null };
}

function withFewEvents(warnings: readonly Warning[]): Warning[] {
  return [...new Set([...warnings, 'FEW_EVENTS' as const])];
}
