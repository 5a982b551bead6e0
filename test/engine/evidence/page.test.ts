import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { warningSentences } from '../../../shared/stats/warning.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { evidenceDocument, evidenceStudy } from './evidenceStudy.ts';

const cells = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

test('the page tells of the newest recorded runs, with verdict, intervals and backtest, and of none where none was made', async () => {
  const { invoke, close } = await evidenceStudy();
  onTestFinished(close);
  const path = join(temporaryFolder(), 'evidence.html');
  const written = async () => {
    await invoke('write-evidence', { path });
    return cells(readFileSync(path, 'utf8'));
  };
  expect(await written()).not.toMatch(/Suggested weights|Suggested thresholds|From score to probability/);

  await invoke('suggest-weights', { level: 'metrics', resamples: 10, seed: 5 });
  const weights = await invoke('suggest-weights', { level: 'metrics', resamples: 10 });
  const thresholds = await invoke('suggest-thresholds', { resamples: 20 });
  const probability = await invoke('estimate-probability', { limit: 0 });
  const page = await written();
  expect(page).toContain(`Run ${weights.run} of the model Health, `);
  expect(page).not.toContain('seed 5');
  expect(page).toContain(`${weights.verdict.headline}. ${weights.verdict.reason}`);
  const { difference } = weights.suggestion.outOfFold!;
  const [low, high] = difference.interval!;
  expect(page).toContain(`Difference out of fold ${difference.value!.toFixed(3)} ${low.toFixed(3)} to ${high.toFixed(3)}`);
  const [first] = weights.suggestion.weights;
  expect(page).toContain(
    `${first!.name} ${first!.current.toFixed(1)} ${first!.suggested.toFixed(1)} ${first!.stability!.map((end) => end.toFixed(1)).join(' to ')}`,
  );
  expect(page).toContain(`Youden ${thresholds.ways[0]!.threshold!.toFixed(1)} `);
  expect(page).toContain(probability.backtestSentence);
  expect(page).toContain(`probability ${probability.horizon}`);
});

test('what stands beside the AUC of a metric has its n and, where it has one, its interval', async () => {
  const { invoke, close } = await evidenceStudy({ accounts: 120 });
  onTestFinished(close);
  const path = join(temporaryFolder(), 'evidence.html');
  await invoke('write-evidence', { path });
  const { metrics } = await invoke('measure-metrics', {});
  const nps = metrics.find(({ metric }) => metric === 'nps')!;
  const [low, high] = nps.missingRate.rate.interval!.map((end) => `${(100 * end).toFixed(1)} %`);
  const page = cells(readFileSync(path, 'utf8'));
  expect(page).toContain(`NPS ${(100 * nps.missingRate.rate.value!).toFixed(1)} % ${low} to ${high} ${nps.missing}`);
  const { value, nullLine, bins, interval, n, accounts, events, method } = nps.informationValue!;
  expect({ n, accounts }).toEqual({ n: nps.observations, accounts: 120 });
  const range = interval!.map((end) => end.toFixed(3)).join(' to ');
  expect(page).toContain(`NPS ${value!.toFixed(3)} ${range} ${n} ${accounts} ${events} ${method} ${nullLine!.toFixed(3)} ${bins}`);
});

test('what is to be known of the score and of each run stands beside its numbers', async () => {
  const tuned = { ...evidenceDocument.models![0]!, weightsFrom: { outcome: 'churned', on: '2025-09-30' } };
  const { invoke, close } = await evidenceStudy({ document: { ...evidenceDocument, models: [tuned] } });
  onTestFinished(close);
  const path = join(temporaryFolder(), 'evidence.html');
  await invoke('suggest-thresholds', { resamples: 0 });
  await invoke('estimate-probability', { limit: 0 });
  await invoke('run-challenger', { kind: 'splines' });
  await invoke('write-evidence', { path });
  const sections = cells(readFileSync(path, 'utf8').replaceAll('<h2>', '§')).split('§');
  for (const title of ['The score', 'Suggested thresholds', 'From score to probability', 'The price of a score'])
    expect(sections.find((text) => text.startsWith(title))).toContain(warningSentences.WEIGHTS_TUNED_ON_THESE_DATA);
});
