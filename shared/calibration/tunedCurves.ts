import type { Model } from '../model/model.ts';
import type { Warning } from '../stats/warning.ts';
import { type DrawnCurve, markedLeaves } from './drawnCurves.ts';

/**
 * What to say of numbers out of fold when a curve of the model was drawn from outcomes and cannot be drawn anew inside the folds: those who are held out
 * had their part in it. Whatever the outcome: those of one study often tell the same.
 */
export function tunedCurves(model: Pick<Model, 'dimensions'>, drawn: readonly DrawnCurve[]): Warning[] {
  const anew = new Set(drawn.map(({ leaf }) => leaf.id));
  return markedLeaves(model).every(({ id }) => anew.has(id)) ? [] : ['CURVES_TUNED_ON_THESE_DATA'];
}
