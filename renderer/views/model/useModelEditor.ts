import { useCallback, useMemo } from 'react';
import type { Metric } from '../../../shared/model/metric.ts';
import type { Model, Segment } from '../../../shared/model/model.ts';
import { segmentModel } from '../../../shared/scoring/segmentModel.ts';
import { useStudy } from '../../state/studyStore.ts';
import { baseScope, type Scope, segmentOf } from './edit/scope.ts';
import { useModelScreen } from './modelStore.ts';

/** The model in the editor: as it is stored, as it holds in the scope, and how to change it. */
export interface ModelEditor {
  /** The base model with its segments. */
  model: Model;
  /** The same as `model`, or what the segment in scope inherits and overrides. */
  seen: Model;
  scope: Scope;
  segment: Segment | undefined;
  metrics: readonly Metric[];
  metricOf: (id: string) => Metric | undefined;
  /** One undoable step on the model. */
  change: (label: string, change: (model: Model) => Model) => void;
}

/** The current model's editor, or null while the study has no model. */
export function useModelEditor(): ModelEditor | null {
  const { models, currentModel, definition } = useStudy((state) => state.draft);
  const edit = useStudy((state) => state.edit);
  const wanted = useModelScreen((state) => state.scope);
  const model = models.find(({ id }) => id === currentModel);

  const change = useCallback(
    (label: string, next: (model: Model) => Model) =>
      edit(label, (draft) => {
        const before = draft.models.find(({ id }) => id === draft.currentModel);
        const after = before && next(before);
        return after === before ? draft : { ...draft, models: draft.models.map((each) => (each === before && after ? after : each)) };
      }),
    [edit],
  );

  return useMemo(() => {
    if (!model) return null;
    const segment = segmentOf(model, wanted);
    const byId = new Map(definition.metrics.map((metric) => [metric.id, metric]));
    return {
      model,
      seen: segment ? segmentModel(model, segment) : model,
      scope: segment ? wanted : baseScope,
      segment,
      metrics: definition.metrics,
      metricOf: (id) => byId.get(id),
      change,
    };
  }, [model, wanted, definition.metrics, change]);
}
