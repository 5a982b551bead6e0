import { divergenceNoise } from './divergenceNoise.ts';
import { sum } from './moments.ts';
import { symmetricDivergence } from './symmetricDivergence.ts';
import type { Warning } from './warning.ts';

/** How strongly groups of a metric go with an outcome. */
export interface InformationValue {
  value: number | null;
  /** Weight of evidence of each bin, above 0 = riskier than the whole; null for an empty bin. */
  weights: (number | null)[];
  /** Bins that are not empty. */
  bins: number;
  /** What it reads on average without any link, and what 95 % stay below. */
  nullMean: number | null;
  nullLine: number | null;
  warnings: Warning[];
}

/**
 * Information value over bins (a missing bin among them): Σ (event share - non-event share) · WoE with WoE = ln(event share / non-event share).
 * Below 0.02 none, to 0.1 weak, to 0.3 medium, above strong; above 0.5 once what noise adds is taken off, look for leakage. Source: Siddiqi (2006);
 * scorecard `iv`, with one half added to every count when one is 0. Null when a class is empty; 0 for a single bin.
 * @param designEffect of rows whose accounts repeat: what the noise is multiplied by
 */
export function informationValue(events: ArrayLike<number>, nonEvents: ArrayLike<number>, designEffect = 1): InformationValue {
  const divergence = symmetricDivergence(nonEvents, events);
  if (divergence === null)
    return { value: null, weights: Array.from(events, () => null), bins: 0, nullMean: null, nullLine: null, warnings: ['SINGLE_CLASS'] };
  const { value, logRatios, cells, smoothed } = divergence;
  const noise = divergenceNoise(cells, sum(events), sum(nonEvents));
  const nullMean = designEffect * noise.mean;
  const isSuspect = value - nullMean > 0.5;
  const warnings: Warning[] = [...(smoothed ? ['ZERO_CELL' as const] : []), ...(isSuspect ? ['CHECK_FOR_LEAKAGE' as const] : [])];
  return { value, weights: logRatios, bins: cells, nullMean, nullLine: designEffect * noise.line, warnings };
}
