import type { CallInput, CallOutput } from '../../shared/contract/contract.ts';
import type { Scorer } from '../../shared/contract/scorer.ts';
import { Failure } from '../../shared/failure.ts';
import { describeComparison, describeSwap } from './describeComparison.ts';
import { modelBehind } from './modelBehind.ts';
import { readScorer } from './readScorer.ts';
import { setWeights } from './setWeights.ts';
import { textTable } from './textTable.ts';
import type { CallEngine, Verb } from './Verb.ts';

const scorerWords = 'a model of the study, version:ID, scenario:ID, given:ID or a model file (.json)';

/** Verbs that hold two models against each other, and keep models. */
export const compareVerbs: Record<string, Verb> = {
  compare: {
    says: 'Two models on one book: band shares, migration, what differs, and against an outcome rates, AUC and the swap set.',
    takes: ['STUDY'],
    options: {
      baseline: {
        says: `${scorerWords}; without it the study's baseline, or with --set the draft before the change`,
        value: 'SCORER',
      },
      draft: { says: `${scorerWords}; without it the current model`, value: 'SCORER' },
      set: { says: 'sets weights of the draft first: "nps=40,usage=20", or again and again', value: 'NODE=WEIGHT', repeats: true },
      rescale: { says: 'with --set: unlocked siblings change in proportion, so that the sum stays' },
      outcome: { says: 'id of the outcome; without it the first', value: 'ID' },
      segment: { says: 'only this segment of the draft; "base" for the accounts that match none', value: 'ID' },
      'as-of': { says: 'one of the as-of dates; without it the latest', value: 'DATE' },
    },
    async run({ words, options, switches, call }) {
      const { study } = await call('open-study', { path: words.study! });
      const asked = await draftAsked(options.draft, study.currentModel);
      const draft: Scorer =
        options.set === undefined ? asked : { model: setWeights(await modelBehind(asked, call), options.set, switches.has('rescale')) };
      const baseline = options.baseline ? await readScorer(options.baseline) : options.set === undefined ? study.baseline : asked;
      if (!baseline)
        throw new Failure('input-invalid', {
          ...{ call: 'compare', where: '--baseline' },
          problem: `it must be given, because the study has no baseline yet: ${scorerWords}`,
        });
      const compared = { baseline, draft, segment: options.segment };
      const book = await call('compare-models', { ...compared, asOf: options['as-of'] });
      const { evidence, withoutEvidence } = await evidenceOf(call, { ...compared, outcome: options.outcome });
      const text = [describeComparison(book), '', evidence ? describeSwap(evidence, book) : withoutEvidence].join('\n');
      return { data: { book, evidence, withoutEvidence }, text };
    },
  },
  version: {
    says: 'Saves a model as a version: a file that is never changed again.',
    takes: ['STUDY'],
    options: {
      name: { says: 'what it is called', value: 'NAME', required: true },
      note: { says: 'why it was saved', value: 'TEXT' },
      model: { says: 'id of a model; without it the current one', value: 'ID' },
    },
    async run({ words, options, call }) {
      await call('open-study', { path: words.study! });
      const data = await call('save-version', { name: options.name!, note: options.note, model: options.model });
      return { data, text: `${data.id}: "${data.name}", the model ${data.model.name}, saved ${data.savedAt}` };
    },
  },
  versions: {
    says: 'The saved versions, newest first.',
    takes: ['STUDY'],
    options: {},
    async run({ words, call }) {
      await call('open-study', { path: words.study! });
      const { versions } = await call('list-versions', {});
      const rows = versions.map(({ id, name, model, savedAt, note }) => [id, name, model.name, savedAt, note]);
      return {
        data: versions,
        text: rows.length === 0 ? 'No version was saved yet.' : textTable(['id', 'name', 'model', 'saved', 'note'], rows),
      };
    },
  },
};

async function draftAsked(word: string | undefined, currentModel: string | null): Promise<Scorer> {
  if (word !== undefined) return readScorer(word);
  if (currentModel === null) throw new Failure('model-missing');
  return { model: currentModel };
}

/** A study without a known outcome can still be compared on its book. */
async function evidenceOf(
  call: CallEngine,
  input: CallInput<'compare-evidence'>,
): Promise<{ evidence: CallOutput<'compare-evidence'> | null; withoutEvidence: string | null }> {
  try {
    return { evidence: await call('compare-evidence', input), withoutEvidence: null };
  } catch (error) {
    const isNone = error instanceof Failure && ['outcome-missing', 'proof-empty', 'given-score-undated'].includes(error.code);
    if (!isNone) throw error;
    return { evidence: null, withoutEvidence: error.message };
  }
}
