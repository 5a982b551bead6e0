import { useEffect, useMemo, useState } from 'react';
import type { Scorer } from '../../../shared/contract/scorer.ts';
import type { Model } from '../../../shared/model/model.ts';
import type { Baseline } from '../../../shared/model/study.ts';
import { useHost } from '../../state/host.ts';
import { useNotices } from '../../state/noticeStore.ts';
import { useStudy } from '../../state/studyStore.ts';
import { useCall } from '../../state/useCall.ts';
import { currentModelOf, useDraftModel } from './currentModel.ts';

/** What the draft is held against. */
export interface ResolvedBaseline {
  scorer: Scorer;
  /** Null for a given score, which has no weights to go back to, and while it is being read. */
  model: Model | null;
  name: string;
}

/** Studies for which a first baseline was made since the window opened; undoing it does not make another. */
const begun = new Set<string>();

/** The study's baseline. Without one, the model as it is becomes the first version and the baseline. */
export function useBaseline(): { baseline: ResolvedBaseline | null; isFirst: boolean } {
  const { invoke } = useHost();
  const path = useStudy(({ open }) => open?.path);
  const chosen = useStudy(({ draft }) => draft.baseline);
  const { models, scenarios, definition } = useStudy(({ draft }) => draft);
  const hasModel = useDraftModel((model) => model !== null);
  const [isFirst, setFirst] = useState(false);
  const version = chosen && 'version' in chosen ? chosen.version : null;
  const { value: read } = useCall('read-version', version === null ? null : { id: version });

  useEffect(() => {
    if (!path || !hasModel || chosen !== null || begun.has(path)) return;
    begun.add(path);
    const { draft, edit } = useStudy.getState();
    const model = currentModelOf(draft)!;
    const name = `as of ${new Date().toISOString().slice(0, 10)}`;
    invoke('save-version', { name, model }).then(
      ({ id }) => {
        setFirst(true);
        if (useStudy.getState().open?.path === path) edit('first baseline', (before) => ({ ...before, baseline: { version: id } }));
      },
      (failure) => {
        begun.delete(path);
        useNotices.getState().fail(failure);
      },
    );
  }, [invoke, path, hasModel, chosen]);

  const baseline = useMemo(
    () => chosen && resolve(chosen, { models, scenarios, givenScores: definition.givenScores, read }),
    [chosen, models, scenarios, definition.givenScores, read],
  );
  return { baseline, isFirst };
}

interface Known {
  models: readonly Model[];
  scenarios: readonly { id: string; name: string; model: Model }[];
  givenScores: readonly { id: string; name: string }[];
  read: { version: { id: string; name: string }; model: Model } | null;
}

/** A model of the study is given whole, so that what is shown does not wait for the study to be saved. */
function resolve(baseline: Baseline, { models, scenarios, givenScores, read }: Known): ResolvedBaseline | null {
  if ('version' in baseline) {
    const known = read?.version.id === baseline.version ? read : null;
    return { scorer: baseline, model: known?.model ?? null, name: known?.version.name ?? baseline.version };
  }
  if ('given' in baseline) {
    const given = givenScores.find(({ id }) => id === baseline.given);
    return given ? { scorer: baseline, model: null, name: given.name } : null;
  }
  const named = 'model' in baseline ? models.find(({ id }) => id === baseline.model) : scenarios.find(({ id }) => id === baseline.scenario);
  if (!named) return null;
  const model = 'model' in named ? named.model : named;
  return { scorer: { model }, model, name: named.name };
}
