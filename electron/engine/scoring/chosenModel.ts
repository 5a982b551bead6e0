import { Failure } from '../../../shared/failure.ts';
import type { Model } from '../../../shared/model/model.ts';
import type { Study } from '../../../shared/model/study.ts';

/** The model asked for by id, the draft that was given, or the study's current one. @throws Failure `model-unknown`, `model-missing` */
export function chosenModel({ models, currentModel }: Pick<Study, 'models' | 'currentModel'>, asked: string | Model | undefined): Model {
  if (typeof asked === 'object') return asked;
  const found = models.find(({ id }) => id === (asked ?? currentModel));
  if (found) return found;
  throw asked === undefined ? new Failure('model-missing') : new Failure('model-unknown', { model: asked });
}
