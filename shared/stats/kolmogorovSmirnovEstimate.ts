import { isConstant } from './aucEstimate.ts';
import { countObservations, emptyEstimate } from './countObservations.ts';
import type { Estimate } from './Estimate.ts';
import { kolmogorovSmirnov } from './kolmogorovSmirnov.ts';
import { rankRows } from './RankedRows.ts';
import { type ResampledEstimate, withInterval } from './resampledEstimate.ts';
import type { Resampling, Sample } from './Sample.ts';
import { splitByOutcome } from './splitByOutcome.ts';
import { weightedKolmogorovSmirnov } from './weightedKolmogorovSmirnov.ts';

/**
 * The distance between the values of events and of non-events, with the percentile interval of an account bootstrap. A largest distance can
 * only grow by chance: the resampled ones lean high, and the method says so.
 */
export function kolmogorovSmirnovEstimate(sample: Sample, resampling: Resampling = {}): Estimate {
  return withInterval(sample, resampledKolmogorovSmirnov(sample), resampling);
}

/** The same before the bootstrap. */
export function resampledKolmogorovSmirnov(sample: Sample): ResampledEstimate {
  const counts = countObservations(sample);
  const empty = emptyEstimate(counts);
  const split = splitByOutcome(sample.values, sample.outcomes);
  const found = kolmogorovSmirnov(split.events, split.nonEvents);
  if (found === null) return { estimate: empty, inResample: null };
  const estimate = { ...empty, value: found.distance };
  if (isConstant(split)) return { estimate: { ...estimate, warnings: [...empty.warnings, 'CONSTANT'] }, inResample: null };
  if (Math.min(counts.events, counts.nonEvents) < 2) return { estimate, inResample: null };
  const rows = rankRows(sample);
  return { estimate, inResample: (times) => weightedKolmogorovSmirnov(rows, times), caution: 'leaning high' };
}
