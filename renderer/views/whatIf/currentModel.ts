import type { Model } from '../../../shared/model/model.ts';
import type { Draft } from '../../state/Draft.ts';
import { useStudy } from '../../state/studyStore.ts';

/** The model being edited: the draft. */
export function currentModelOf({ models, currentModel }: Draft): Model | null {
  return models.find(({ id }) => id === currentModel) ?? null;
}

/** A part of the draft model; renders anew only when that part is another. */
export function useDraftModel<Part>(part: (model: Model | null) => Part): Part {
  return useStudy(({ draft }) => part(currentModelOf(draft)));
}
