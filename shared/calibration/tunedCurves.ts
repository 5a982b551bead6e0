import { leavesOf, type Model } from '../model/model.ts';
import type { Warning } from '../stats/warning.ts';

/**
 * What to say of every number of a model on the proof set when a curve of it was drawn from outcomes: folds are dealt after that, so those who are
 * held out had their part in the curve. Whatever the outcome: those of one study often tell the same.
 */
export function tunedCurves({ dimensions }: Pick<Model, 'dimensions'>): Warning[] {
  return leavesOf(dimensions).some(({ curveFrom }) => curveFrom !== undefined) ? ['CURVES_TUNED_ON_THESE_DATA'] : [];
}
