import type { Model } from '../model/model.ts';
import type { Warning } from '../stats/warning.ts';
import { type DrawnCurve, markedLeaves } from './drawnCurves.ts';

/**
 * What to say of numbers out of fold of a model in which what happened had its part: those who are held out had theirs in a curve that cannot be drawn
 * anew inside the folds, and in weights that were suggested, which are kept as they are. Whatever the outcome: those of one study often tell the same.
 */
export function tunedOutOfFold(model: Pick<Model, 'dimensions' | 'weightsFrom'>, drawn: readonly DrawnCurve[]): Warning[] {
  const anew = new Set(drawn.map(({ leaf }) => leaf.id));
  return [
    ...(markedLeaves(model).every(({ id }) => anew.has(id)) ? [] : (['CURVES_TUNED_ON_THESE_DATA'] as const)),
    ...(model.weightsFrom ? (['WEIGHTS_TUNED_ON_THESE_DATA'] as const) : []),
  ];
}
