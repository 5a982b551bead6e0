import { Failure } from '../failure.ts';
import type { Model } from '../model/model.ts';
import { rolledUpReach } from './reach.ts';

/**
 * The model with the explicit step that maps the range it can reach now to 0..100. Band edges stay where they are, so bands change.
 * @throws Failure `model-invalid` when it reaches a single score or none
 */
export function rescaleToFullRange(model: Model): Model {
  const range = rolledUpReach(model);
  if (!range || range.min >= range.max)
    throw new Failure('model-invalid', { model: model.name, problem: 'it can reach only one score, which cannot be stretched to 0-100' });
  return { ...model, rescale: { from: range.min, to: range.max } };
}
