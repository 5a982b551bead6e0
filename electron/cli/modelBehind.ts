import type { Scorer } from '../../shared/contract/scorer.ts';
import { Failure } from '../../shared/failure.ts';
import { issueIn } from '../../shared/model/issueIn.ts';
import { type Model, model } from '../../shared/model/model.ts';
import type { CallEngine } from './Verb.ts';

/**
 * The model that a scorer of the open study stands for, to change it.
 * @throws Failure `model-unknown`, `scenario-unknown`, `version-unknown`, `input-invalid` for a given score, or for a file that holds no model
 */
export async function modelBehind(scorer: Scorer, call: CallEngine): Promise<Model> {
  if ('version' in scorer) return (await call('read-version', { id: scorer.version })).model;
  if ('given' in scorer) throw new Failure('input-invalid', { call: 'compare', where: '--set', problem: 'a given score has no weights' });
  if ('model' in scorer && typeof scorer.model === 'object') return checked(scorer.model);
  const { study } = await call('read-study', {});
  if ('scenario' in scorer) {
    const known = study.scenarios.map(({ id }) => id).join(', ') || 'none yet';
    const found = study.scenarios.find(({ id }) => id === scorer.scenario);
    if (!found) throw new Failure('scenario-unknown', { scenario: scorer.scenario, known });
    return found.model;
  }
  const found = study.models.find(({ id }) => id === scorer.model);
  if (!found) throw new Failure('model-unknown', { model: scorer.model as string });
  return found;
}

function checked(content: unknown): Model {
  const parsed = model.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new Failure('input-invalid', { call: 'compare', ...issueIn(parsed.error, content) });
}
