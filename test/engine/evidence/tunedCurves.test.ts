import { expect, onTestFinished, test } from 'vitest';
import { leavesOf, model } from '../../../shared/model/model.ts';
import { evidenceDocument, evidenceStudy } from './evidenceStudy.ts';

test('a curve drawn from outcomes is told of with every number of the model on the proof set', async () => {
  const { invoke, close } = await evidenceStudy({ accounts: 240 });
  onTestFinished(close);
  const [plain, tuned] = [0, 1].map(() => model.parse(evidenceDocument.models![0]));
  leavesOf(tuned!.dimensions)[0]!.curveFrom = { outcome: 'churned', on: '2024-06-30' };

  const { score: untouched } = await invoke('measure-score', { scorer: { model: plain! } });
  for (const { warnings } of [untouched, untouched.calibration!]) expect(warnings).not.toContain('CURVES_TUNED_ON_THESE_DATA');
  const { score } = await invoke('measure-score', { scorer: { model: tuned! } });
  const probability = await invoke('estimate-probability', { scorer: { model: tuned! }, limit: 0 });
  for (const { warnings } of [score, score.calibration!, probability]) expect(warnings).toContain('CURVES_TUNED_ON_THESE_DATA');
});
