import { expect, onTestFinished, test } from 'vitest';
import { leavesOf, type Model, model } from '../../../shared/model/model.ts';
import { evidenceDocument, evidenceStudy } from './evidenceStudy.ts';

test('a curve drawn from outcomes is told of with every number of the model on the proof set', async () => {
  const { invoke, close } = await evidenceStudy({ accounts: 240 });
  onTestFinished(close);
  const [plain, tuned] = [0, 1].map(() => model.parse(evidenceDocument.models![0]));
  leavesOf(tuned!.dimensions)[0]!.curveFrom = { outcome: 'churned', on: '2024-06-30' };

  const told = async (of: Model) => {
    const { score } = await invoke('measure-score', { scorer: { model: of } });
    const { warnings } = await invoke('estimate-probability', { scorer: { model: of }, limit: 0 });
    const { suggestion } = await invoke('suggest-weights', { model: of, resamples: 0 });
    return [score.warnings, score.calibration!.warnings, warnings, suggestion.warnings, suggestion.outOfFold!.suggested.warnings];
  };
  for (const warnings of await told(plain!)) expect(warnings).not.toContain('CURVES_TUNED_ON_THESE_DATA');
  for (const warnings of await told(tuned!)) expect(warnings).toContain('CURVES_TUNED_ON_THESE_DATA');
});
