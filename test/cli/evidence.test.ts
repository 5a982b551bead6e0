import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine } from '../../electron/engine/createEngine.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { Estimate } from '../../shared/stats/Estimate.ts';
import { type EvidenceStudy, evidenceDocument, evidenceStudy } from '../engine/evidence/evidenceStudy.ts';
import { typeCommand } from './typeCommand.ts';

let study: EvidenceStudy;
beforeAll(async () => {
  study = await evidenceStudy();
  await study.invoke('close-study', {});
});
afterAll(() => study.close());

const run = (verb: string, ...args: string[]) =>
  typeCommand(createEngine({ userDirectory: join(study.folder, '.work'), resourcesDirectory: 'resources', threads: 2 }), study.folder, [
    verb,
    study.folder,
    ...args,
  ]);

/** Every number that was inferred, wherever it stands in an answer. */
function estimatesIn(value: unknown): Estimate[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('nMissing' in value && 'warnings' in value) return [value as Estimate];
  return Object.values(value).flatMap(estimatesIn);
}

it('validates metrics and score: as JSON every number with n, interval, method and warnings; as text with its basis', async () => {
  const json = await run('validate', '--against', 'given:tool', '--json');
  expect(json).toMatchObject({ code: 0, errors: expect.not.stringContaining('failure') });
  const data = JSON.parse(json.output) as {
    metrics: CallOutput<'measure-metrics'>;
    score: CallOutput<'measure-score'>;
    slices: CallOutput<'measure-slices'>;
  };
  const estimates = estimatesIn(data);
  expect(estimates.length).toBeGreaterThan(50);
  for (const { value, n, interval, method } of estimates) {
    expect(Number.isInteger(n)).toBe(true);
    if (interval !== null) expect([typeof value, typeof method]).toEqual(['number', 'string']);
  }
  expect(data.score.against).toEqual({ name: 'The tool', kind: 'given' });
  const text = await run('validate');
  expect(text.output).toContain('720 observations of 240 accounts, 2025-03-31 to 2025-09-30');
  expect(text.output).toContain('\nIV reads too high by what noise adds, the interval does not.\n');
  expect(text.output).toContain('intervals go by account');
  expect(text.output).toMatch(/^logins +0\.\d{3} \(0\.\d{3} to 0\.\d{3}\)/m);
  expect(text.output).toMatch(/^Red +[\d,]+ +\d+ +\d+\.\d % \(/m);
});

it('validates a segment, with or without treated accounts', async () => {
  const json = await run('validate', '--segment', 'large', '--treated', 'untreated', '--json');
  const { metrics, score } = JSON.parse(json.output) as { metrics: CallOutput<'measure-metrics'>; score: CallOutput<'measure-score'> };
  expect(metrics.part!.name).toBe('Large, without accounts known to be treated');
  expect(score.score.observations).toBe(metrics.part!.observations);
  const text = await run('validate', '--segment', 'large');
  expect(text.output).toContain('only Large: 240 observations of 80 accounts.');
  expect(await run('validate', '--treated', 'maybe')).toMatchObject({ code: 1, errors: expect.stringContaining('treated') });
});

it('validates metrics and score of the same rows: segments are those of the model that scores', async () => {
  const file = join(study.folder, 'larger.json');
  const segments = [
    { id: 'large', name: 'Larger', where: 'size >= 100 and logins >= 30' },
    { id: 'own', name: 'Its own', where: 'logins < 30' },
  ];
  await writeFile(file, JSON.stringify({ ...evidenceDocument.models![0], segments }));
  for (const segment of ['large', 'own']) {
    const { output, errors } = await run('validate', '--score', file, '--segment', segment, '--json');
    expect(errors).not.toContain('failure');
    const { metrics, score } = JSON.parse(output) as { metrics: CallOutput<'measure-metrics'>; score: CallOutput<'measure-score'> };
    expect(metrics.part).toEqual(score.part);
    expect(metrics.part!.name).toBe(segment === 'own' ? 'Its own' : 'Larger');
  }
});

it('suggests weights and thresholds, and calibrates, with the run that repeats them', async () => {
  const weights = await run('suggest-weights', '--level', 'metrics', '--resamples', '10');
  expect(weights.code).toBe(0);
  expect(weights.output).toMatch(/out of fold: AUC .* difference/);
  expect(weights.output).toContain('No verdict yet: The confirmation set is closed.');
  const thresholds = await run('suggest-thresholds', '--capacity', '30', '--json');
  expect((JSON.parse(thresholds.output) as CallOutput<'suggest-thresholds'>).ways.map(({ way }) => way)).toEqual([
    'youden',
    'cost',
    'capacity',
  ]);
  const file = join(study.folder, 'draft.json');
  await writeFile(file, JSON.stringify({ models: [{ ...evidenceDocument.models![0], name: 'From a file' }] }));
  const calibrated = await run('calibrate', '--score', file);
  expect(calibrated.output).toContain('From a file on 2025-12-31: probability within 90 days after the as-of date');
  expect(calibrated.output).toMatch(/^run [0-9a-f]{16}$/m);
  const out = join(study.folder, 'evidence.html');
  expect((await run('evidence', '--out', out)).output).toBe(`written to ${out}\n`);
  expect(existsSync(out)).toBe(true);
});

it('suggests weights within the bounds typed, with locks, and with what alone may move', async () => {
  const suggested = async (...rules: string[]) => {
    const { output } = await run('suggest-weights', '--level', 'metrics', '--resamples', '0', '--json', ...rules);
    return (JSON.parse(output) as CallOutput<'suggest-weights'>).suggestion.weights;
  };
  const bounded = await suggested('--min', 'nps_leaf=10', '--max', 'logins_leaf=45', '--max', 'nps_leaf=60');
  expect(bounded.map(({ minimum, maximum }) => [minimum, maximum])).toEqual([
    [0, 45],
    [10, 60],
    [0, 100],
  ]);
  const locked = await suggested('--lock', 'logins_leaf');
  expect(locked.map((one) => one.locked)).toEqual([true, false, false]);
  expect(locked[0]!.suggested).toBeCloseTo(25, 9);
  const free = await suggested('--free', 'logins_leaf', '--free', 'noise_leaf');
  expect(free.map((one) => one.locked)).toEqual([false, true, false]);
  const refused = await run('suggest-weights', '--max', 'logins=45');
  expect(refused).toMatchObject({ code: 1, errors: expect.stringContaining('the model has no node "logins"; it has logins_leaf') });
});

it('names what was typed wrong', async () => {
  expect(await run('suggest-weights', '--resamples', 'many')).toMatchObject({ code: 1, errors: expect.stringContaining('resamples') });
  expect(await run('validate', '--score', 'version:v9')).toMatchObject({
    code: 1,
    errors: expect.stringContaining('There is no saved version "v9"'),
  });
  expect(await run('validate', '--score', 'none.json')).toMatchObject({ code: 1, errors: expect.stringContaining('There is no file') });
});
