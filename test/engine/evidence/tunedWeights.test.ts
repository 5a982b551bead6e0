import { expect, onTestFinished, test } from 'vitest';
import { type Model, model } from '../../../shared/model/model.ts';
import { evidenceDocument, evidenceStudy } from './evidenceStudy.ts';

test('weights that were suggested and made the draft are told of with every number of the model on the proof set, also out of fold', async () => {
  const { invoke, close } = await evidenceStudy({ accounts: 240 });
  onTestFinished(close);
  const plain = model.parse(evidenceDocument.models![0]);
  const draft = (await invoke('suggest-weights', { level: 'metrics', resamples: 0 })).suggestion.model!;
  expect(draft.dimensions.map(({ weight }) => weight)).not.toEqual(plain.dimensions.map(({ weight }) => weight));
  const told = async (of: Model) => {
    const scorer = { model: of };
    const { score } = await invoke('measure-score', { scorer });
    const probability = await invoke('estimate-probability', { scorer, limit: 0 });
    const { suggestion } = await invoke('suggest-weights', { model: of, resamples: 0 });
    const challenger = await invoke('run-challenger', { model: of, kind: 'splines' });
    const thresholds = await invoke('suggest-thresholds', { model: of, resamples: 0 });
    const { current, suggested, difference } = suggestion.outOfFold!;
    return {
      onTheRows: [score, probability].map(({ warnings }) => warnings),
      outOfFold: [
        ...[score.calibration!, probability, probability.calibration!],
        ...[suggestion, current, suggested, difference, challenger, thresholds],
      ].map(({ warnings }) => warnings),
    };
  };
  const [before, after] = [await told(plain), await told(draft)];
  for (const warnings of before.onTheRows) expect(warnings).not.toContain('TUNED_ON_THESE_DATA');
  for (const warnings of before.outOfFold) expect(warnings).not.toContain('WEIGHTS_TUNED_ON_THESE_DATA');
  for (const warnings of after.onTheRows) expect(warnings).toContain('TUNED_ON_THESE_DATA');
  for (const warnings of after.outOfFold) expect(warnings).toContain('WEIGHTS_TUNED_ON_THESE_DATA');
});

test('a given score that is read by the bands of such a model is not tuned', async () => {
  const tuned = { ...evidenceDocument.models![0]!, weightsFrom: { outcome: 'churned', on: '2025-09-30' } };
  const { invoke, close } = await evidenceStudy({ accounts: 240, document: { ...evidenceDocument, models: [tuned] } });
  onTestFinished(close);
  const { score, other } = await invoke('measure-score', { against: { given: 'tool' } });
  expect(score.warnings).toContain('WEIGHTS_TUNED_ON_THESE_DATA');
  expect(other!.warnings).not.toContain('WEIGHTS_TUNED_ON_THESE_DATA');
});
