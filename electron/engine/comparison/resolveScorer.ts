import type { Scorer } from '../../../shared/contract/scorer.ts';
import { Failure } from '../../../shared/failure.ts';
import type { GivenScore } from '../../../shared/model/definition.ts';
import type { Model } from '../../../shared/model/model.ts';
import { chosenModel } from '../scoring/chosenModel.ts';
import type { StudyStore } from '../study/StudyStore.ts';
import { Versions } from '../study/Versions.ts';

/** What gives accounts a score: a model, wherever it is kept, or a column of given scores. */
export type ResolvedScorer =
  | { kind: 'model' | 'version' | 'scenario'; name: string; model: Model }
  | { kind: 'given'; name: string; given: GivenScore };

/** Finds what a scorer names. @throws Failure `model-unknown`, `version-unknown`, `scenario-unknown`, `given-score-unknown` */
export async function resolveScorer(store: StudyStore, scorer: Scorer): Promise<ResolvedScorer> {
  const { study } = store;
  if ('model' in scorer) {
    const model = chosenModel(study, scorer.model);
    return { kind: 'model', name: model.name, model };
  }
  if ('version' in scorer) {
    const { version, model } = await new Versions(store).read(scorer.version);
    return { kind: 'version', name: version.name, model };
  }
  if ('scenario' in scorer) {
    const found = study.scenarios.find(({ id }) => id === scorer.scenario);
    if (!found) throw new Failure('scenario-unknown', { scenario: scorer.scenario, known: namesOf(study.scenarios) });
    return { kind: 'scenario', name: found.name, model: found.model };
  }
  const { givenScores } = study.definition;
  const given = givenScores.find(({ id }) => id === scorer.given);
  if (!given) throw new Failure('given-score-unknown', { given: scorer.given, known: namesOf(givenScores) });
  return { kind: 'given', name: given.name, given };
}

function namesOf(entries: readonly { id: string }[]): string {
  return entries.map(({ id }) => id).join(', ') || 'none yet';
}
