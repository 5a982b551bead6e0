import { freeIdentifier, identifierFrom } from '../../../../shared/model/identifier.ts';
import type { Model } from '../../../../shared/model/model.ts';
import type { Scenario } from '../../../../shared/model/study.ts';
import type { Draft } from '../../../state/Draft.ts';

/** The study with a model kept as a named scenario. */
export function addScenario(draft: Draft, name: string, model: Model): Draft {
  const id = freeIdentifier(
    identifierFrom(name),
    draft.scenarios.map((one) => one.id),
  );
  return { ...draft, scenarios: [...draft.scenarios, { id, name, model }] };
}

/** The study with one scenario under another name. */
export function renameScenario(draft: Draft, id: string, name: string): Draft {
  return { ...draft, scenarios: draft.scenarios.map((one) => (one.id === id ? { ...one, name } : one)) };
}

/** The study with a copy of a scenario beside it. */
export function duplicateScenario(draft: Draft, { name, model }: Scenario): Draft {
  return addScenario(draft, `${name}, copy`, model);
}

/** The study without a scenario. One that is the baseline leaves the study without a baseline. */
export function removeScenario(draft: Draft, id: string): Draft {
  const isBaseline = draft.baseline !== null && 'scenario' in draft.baseline && draft.baseline.scenario === id;
  return { ...draft, scenarios: draft.scenarios.filter((one) => one.id !== id), baseline: isBaseline ? null : draft.baseline };
}

/** The study with another model's definition as the draft; the draft keeps its own id and name. */
export function loadIntoDraft(draft: Draft, { id: _, name: __, ...definition }: Model): Draft {
  return {
    ...draft,
    models: draft.models.map((one) => (one.id === draft.currentModel ? { ...definition, id: one.id, name: one.name } : one)),
  };
}
