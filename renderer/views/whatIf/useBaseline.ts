import { useEffect, useMemo, useState } from 'react';
import type { Scorer } from '../../../shared/contract/scorer.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { GivenScore } from '../../../shared/model/definition.ts';
import type { Model } from '../../../shared/model/model.ts';
import type { Scenario } from '../../../shared/model/study.ts';
import type { Draft } from '../../state/Draft.ts';
import { useHost } from '../../state/host.ts';
import { useNotices } from '../../state/noticeStore.ts';
import { useStudy } from '../../state/studyStore.ts';
import { useCall } from '../../state/useCall.ts';
import { currentModelOf, useDraftModel } from './currentModel.ts';

/** What the draft is held against. */
export interface ResolvedBaseline {
  scorer: Scorer;
  /** Null for a given score, which has no weights to go back to. */
  model: Model | null;
  name: string;
}

/** Studies that have or had a baseline since the window opened; what takes it away again does not make another. */
const begun = new Set<string>();

interface BaselineState {
  /** Null until it is read, or while it cannot be. */
  baseline: ResolvedBaseline | null;
  /** The study has none: it was taken away, or names what is not there any more. */
  isMissing: boolean;
  /** It was made here. */
  isFirst: boolean;
  failure: Failure | null;
}

/** The study's baseline. A study that never had one and has no version gets its model as it is as the first version and the baseline. */
export function useBaseline(): BaselineState {
  const { invoke } = useHost();
  const path = useStudy(({ open }) => open?.path);
  const chosen = useStudy(({ draft }) => draft.baseline);
  const named = useStudy(({ draft }) => namedIn(draft));
  const hasModel = useDraftModel((model) => model !== null);
  const [isFirst, setFirst] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const version = chosen && 'version' in chosen ? chosen.version : null;
  const { value: read, failure } = useCall('read-version', version === null ? null : { id: version });

  useEffect(() => {
    if (!path || !hasModel) return;
    const hadOne = begun.has(path);
    begun.add(path);
    setMissing(chosen === null && hadOne);
    if (chosen !== null || hadOne) return;
    const begin = async () => {
      if ((await invoke('list-versions', {})).versions.length > 0) return setMissing(true);
      const { draft, edit } = useStudy.getState();
      const { id } = await invoke('save-version', { name: `as of ${today()}`, model: currentModelOf(draft)! });
      setFirst(true);
      if (useStudy.getState().open?.path === path) edit('first baseline', (before) => ({ ...before, baseline: { version: id } }));
    };
    begin().catch((failure) => {
      begun.delete(path);
      useNotices.getState().fail(failure);
    });
  }, [invoke, path, hasModel, chosen]);

  const baseline = useMemo((): ResolvedBaseline | null => {
    if (version !== null) {
      if (read?.version.id !== version) return null;
      return { scorer: { version }, model: read.model, name: read.version.name };
    }
    // A model of the study is given whole, so that what is shown does not wait for the study to be saved.
    if (!named) return null;
    const model = 'model' in named ? named.model : 'dimensions' in named ? named : null;
    return { scorer: model ? { model } : { given: named.id }, model, name: named.name };
  }, [version, read, named]);
  const isGone = chosen !== null && version === null && named === null;
  return { baseline, isMissing: isMissing || isGone, isFirst, failure };
}

const today = () => new Date().toISOString().slice(0, 10);

/** What the baseline names in the study itself, if it is no version; the same object while that does not change. */
function namedIn({ baseline, models, scenarios, definition }: Draft): Model | Scenario | GivenScore | null {
  if (!baseline || 'version' in baseline) return null;
  if ('given' in baseline) return definition.givenScores.find(({ id }) => id === baseline.given) ?? null;
  if ('scenario' in baseline) return scenarios.find(({ id }) => id === baseline.scenario) ?? null;
  return models.find(({ id }) => id === baseline.model) ?? null;
}
