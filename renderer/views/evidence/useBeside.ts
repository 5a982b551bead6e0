import { useMemo } from 'react';
import type { Scorer } from '../../../shared/contract/scorer.ts';
import { useStudy } from '../../state/studyStore.ts';
import { useCall } from '../../state/useCall.ts';
import { useVersions } from '../whatIf/versionStore.ts';
import { useEvidence } from './evidenceStore.ts';

/** A score the draft can be held against. */
export interface BesideChoice {
  /** Unique among the choices. */
  key: string;
  label: string;
  scorer: Scorer;
}

/** Every score the draft can be held against, and the one that is. */
export function useBeside(): { choices: readonly BesideChoice[]; chosen: BesideChoice | null; against: Scorer | null } {
  const { baseline, scenarios, models, currentModel, definition } = useStudy((state) => state.draft);
  const saved = useVersions((state) => state.count);
  const versions = useCall('list-versions', {}, [saved]).value?.versions;
  const beside = useEvidence((state) => state.beside);
  const choices = useMemo(
    () =>
      [
        ...definition.givenScores
          .filter(({ date }) => date !== undefined)
          .map(({ id, name }) => ({ label: `Your score today: ${name}`, scorer: { given: id } })),
        ...(versions ?? []).map(({ id, name }) => ({ label: `Version: ${name}`, scorer: { version: id } })),
        ...scenarios.map(({ id, name }) => ({ label: `Scenario: ${name}`, scorer: { scenario: id } })),
        ...models.filter(({ id }) => id !== currentModel).map(({ id, name }) => ({ label: `Model: ${name}`, scorer: { model: id } })),
      ].map((choice): BesideChoice => ({ ...choice, key: keyOf(choice.scorer) })),
    [definition.givenScores, versions, scenarios, models, currentModel],
  );
  const wanted = beside === 'baseline' ? baseline : beside === 'nothing' ? null : beside;
  const chosen = wanted ? (choices.find(({ key }) => key === keyOf(wanted)) ?? null) : null;
  return { choices, chosen, against: chosen?.scorer ?? null };
}

const keyOf = (scorer: Scorer) => JSON.stringify(scorer);
