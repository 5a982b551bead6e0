import type { OpenStudy } from '../../shared/contract/studyCalls.ts';
import { emptyDefinition } from '../../shared/model/definition.ts';
import { schemaVersion } from '../../shared/model/study.ts';

/** An open study that holds nothing but what is given. */
export function openStudyOf(parts: Partial<OpenStudy['study']> = {}, path = '/studies/q3'): OpenStudy {
  const nothing = { sources: [], definition: emptyDefinition, models: [], currentModel: null, scenarios: [], baseline: null };
  return { path, revision: 1, study: { schemaVersion, id: 's', name: 'Q3', ...nothing, ...parts }, recovered: null, removedSources: [] };
}
