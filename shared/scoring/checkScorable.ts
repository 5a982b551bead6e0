import type { ColumnOf } from '../expression/ColumnOf.ts';
import { Failure } from '../failure.ts';
import { leavesOf, type Model } from '../model/model.ts';
import { baseSegment, withheldBand } from './bandOf.ts';
import { segmentModel } from './segmentModel.ts';

/**
 * Refuses a model whose parts do not fit each other or the metrics there are.
 * @throws Failure `model-invalid` with the reason in words, and whatever `columnOf` throws for an unknown metric
 */
export function checkScorable(model: Model, columnOf: ColumnOf): void {
  const refuse = (problem: string) => new Failure('model-invalid', { model: model.name, problem });
  if (model.bands.some(({ id }) => id === withheldBand)) throw refuse(`the band id "${withheldBand}" is kept for accounts without a score`);
  if (model.segments.some(({ id }) => id === baseSegment))
    throw refuse(`the segment id "${baseSegment}" is kept for accounts that match none`);
  for (const { name, band } of model.caps)
    if (band !== undefined && !model.bands.some(({ id }) => id === band))
      throw refuse(`the cap "${name}" names the band "${band}", which there is not`);
  for (const segment of [null, ...model.segments]) {
    for (const { metric, curve } of leavesOf(segmentModel(model, segment).dimensions)) {
      const wanted = curve.kind === 'categories' ? 'text' : 'number';
      if (columnOf(metric, 1).type !== wanted)
        throw refuse(
          wanted === 'text'
            ? `"${metric}" is a number, but its curve lists categories`
            : `"${metric}" is a category, but its curve is for numbers`,
        );
    }
  }
}
