import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { fingerprintOf } from '../../../electron/engine/study/fingerprintOf.ts';
import { sortedJson } from '../../../electron/engine/study/sortedJson.ts';
import type { Invoke } from '../../../shared/contract/contract.ts';
import type { UnfinishedWeights } from '../../../shared/contract/suggestedWeights.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { type EvidenceStudy, evidenceDocument, evidenceStudy } from './evidenceStudy.ts';

let study: EvidenceStudy;
let invoke: Invoke;
beforeAll(async () => {
  study = await evidenceStudy();
  invoke = study.invoke;
});
afterAll(() => study.close());

const openings = async () => (await invoke('describe-proof', {})).outcomes[0]!.set!.confirmation.openings;

test('every fit leaves a record that gives the same numbers to the last digit, also after the study’s model has changed', async () => {
  const made = [
    (await invoke('suggest-weights', { level: 'metrics', resamples: 20 })).run,
    (await invoke('suggest-thresholds', { capacity: 30, targetShare: 0.2, separation: 2, resamples: 20 })).run,
    (await invoke('suggest-curve', { metric: 'logins' })).run,
    (await invoke('estimate-probability', { limit: 5 })).run,
  ];
  const { runs } = await invoke('list-runs', {});
  expect(new Set(runs.map(({ run }) => run))).toEqual(new Set(made));
  expect(runs.every(({ sameData, outcome }) => sameData && outcome === 'churned')).toBe(true);
  const [model] = evidenceDocument.models!;
  await invoke('define-study', { document: { models: [{ ...model!, cuts: [10, 20] }] } });
  for (const run of made)
    expect(await invoke('repeat-run', { run })).toEqual({ run, same: true, sameData: true, differences: [], sentence: null });
  await invoke('define-study', { document: { models: [model!] } });
  const record = JSON.parse(readFileSync(join(study.folder, 'evidence', `${made[0]}.json`), 'utf8'));
  expect(record).toMatchObject({ call: 'suggest-weights', seed: 1, input: { model: { id: 'health' }, outcome: 'churned' } });
  const another = await invoke('suggest-weights', { level: 'metrics', resamples: 20, seed: 2 });
  expect(another.run).not.toBe(made[0]);
});

test('suggested weights move from noise to what churn was drawn from, and the draft is a model to score with', async () => {
  const { suggestion, verdict } = await invoke('suggest-weights', { level: 'metrics', resamples: 50 });
  const weight = (node: string) => suggestion.weights.find((one) => one.node === node)!;
  expect(suggestion.weights.map(({ current }) => current)).toEqual([25, 25, 50]);
  expect(weight('logins_leaf').suggested).toBeGreaterThan(40);
  expect(weight('noise_leaf').suggested).toBeLessThan(30);
  expect(suggestion.outOfFold!.difference.value).toBeGreaterThan(0);
  expect(verdict).toMatchObject({ id: 'not-opened', difference: null });
  const { difference } = await invoke('measure-score', { scorer: { model: suggestion.model! }, against: { model: 'health' } });
  expect(difference!.auc!.value).toBeGreaterThan(0);
  const bounded = await invoke('suggest-weights', { level: 'metrics', resamples: 0, bounds: { logins_leaf: { min: 0, max: 30 } } });
  expect(bounded.suggestion.weights[0]).toMatchObject({ state: 'at-maximum', maximum: 30 });
  expect(bounded.suggestion.weights[0]!.suggested).toBeCloseTo(30, 6);
  expect(bounded.suggestion.priceOfBounds!.objective).toBeGreaterThan(bounded.suggestion.priceOfBounds!.freeObjective);
});

test('a suggestion tells its weights while the rest is worked out, and a run made again tells nothing', async () => {
  const told: UnfinishedWeights[] = [];
  const onPartial = (partial: UnfinishedWeights) => told.push(partial);
  const { run, suggestion } = await invoke('suggest-weights', { level: 'metrics', resamples: 20, seed: 3 }, { onPartial });
  expect(told.map(({ hasRanges }) => hasRanges)).toEqual([false, true]);
  expect(told[1]!.weights).toEqual(suggestion.weights);
  expect(await invoke('repeat-run', { run }, { onPartial: onPartial as never })).toMatchObject({ same: true });
  expect(told).toHaveLength(2);
});

test('looking at the confirmation set is counted, whoever looks; repeating a run is not a new look', async () => {
  expect(await openings()).toBe(0);
  const closed = await invoke('suggest-weights', { level: 'metrics', resamples: 0 });
  await expect(invoke('confirm-version', { version: 'v1' })).rejects.toMatchObject({ code: 'version-unknown' });
  await invoke('save-version', { name: 'one' });
  await expect(invoke('confirm-version', { version: 'v1', against: { model: 'none' } })).rejects.toMatchObject({ code: 'model-unknown' });
  expect(await openings()).toBe(0);
  const confirmed = await invoke('confirm-version', { version: 'v1', against: { given: 'tool' } });
  expect(confirmed).toMatchObject({ openings: 1, version: { name: 'one', kind: 'version' }, against: { kind: 'given' } });
  expect(confirmed.auc!.n).toBe(240);
  expect(confirmed.basis.set.confirmation.openings).toBe(1);
  const { verdict } = await invoke('suggest-weights', { level: 'metrics', resamples: 0, openConfirmation: true });
  expect(confirmed.verdict).toMatchObject({ opening: 1, reason: expect.stringMatching(/whether one is better than The tool/) });
  expect(verdict).toMatchObject({ opening: 2, reason: expect.stringContaining('This is opening 2 of this confirmation set') });
  expect(await openings()).toBe(2);
  for (const { run } of [confirmed, closed]) expect(await invoke('repeat-run', { run })).toMatchObject({ same: true, differences: [] });
  expect(await openings()).toBe(2);
});

test('an opening counts for every outcome that tells the same; changed data make it a new look, which repeating a run does not take', async () => {
  const { invoke: ask, folder, close } = await evidenceStudy({ accounts: 120 });
  onTestFinished(close);
  await ask('save-version', { name: 'one' });
  const closed = await ask('suggest-thresholds', { resamples: 0 });
  const confirmed = await ask('confirm-version', { version: 'v1' });
  expect(confirmed.verdict).toMatchObject({ id: 'not-compared', opening: 1, difference: null });
  const counted = async () => {
    const { outcomes } = await ask('describe-proof', {});
    return Object.fromEntries(outcomes.map(({ outcome, set }) => [outcome.id, set?.confirmation.openings]));
  };
  expect(await counted()).toEqual({ churned: 1, stayed: 1, mood: 0, later: undefined });
  expect(await ask('confirm-version', { version: 'v1' })).toMatchObject({ run: confirmed.run, openings: 1 });
  const again = (run: string) => ask('repeat-run', { run });
  expect(await again(confirmed.run)).toMatchObject({ same: true, sentence: null });

  const [metric] = evidenceDocument.metrics!;
  await ask('define-study', { document: { metrics: [{ ...metric!, id: 'more', name: 'MORE' }] } });
  expect(await again(closed.run)).toMatchObject({ same: false, sameData: false, sentence: null });
  const refused = await again(confirmed.run);
  expect(refused).toMatchObject({ same: false, sameData: false, differences: [] });
  expect(refused.sentence).toMatch(/would be a new look/);
  expect(await counted()).toMatchObject({ churned: 1 });
  expect(await ask('confirm-version', { version: 'v1', outcome: 'stayed' })).toMatchObject({ openings: 2 });
  expect(await counted()).toMatchObject({ churned: 2, stayed: 2 });

  const path = join(folder, 'evidence', `${closed.run}.json`);
  writeFileSync(path, readFileSync(path, 'utf8').replace('"resamples": 0', '"resamples": 1'));
  await expect(again(closed.run)).rejects.toMatchObject({ code: 'run-unknown' });
});

test('a run made before its methods changed says so when it is repeated, and the same question leaves a record of its own', async () => {
  const { invoke: ask, folder, close } = await evidenceStudy({ accounts: 120 });
  onTestFinished(close);
  const { run: now } = await ask('suggest-thresholds', { resamples: 0 });
  const kept = join(folder, 'evidence', `${now}.json`);
  const { methods, ...record } = JSON.parse(readFileSync(kept, 'utf8'));
  expect(methods).toBeGreaterThan(1);
  // As it was written down when methods had no number, with an output of fewer keys.
  const { suggested: _, ...output } = record.output;
  const { call, input, dataFingerprint } = record;
  const old = fingerprintOf({ call, input, dataFingerprint });
  rmSync(kept);
  writeFileSync(join(folder, 'evidence', `${old}.json`), sortedJson({ ...record, run: old, output: { ...output, run: old } }));
  const refused = await ask('repeat-run', { run: old });
  expect(refused).toMatchObject({ same: false, sameData: true, differences: [] });
  expect(refused.sentence).toMatch(/methods of another version/);
  const path = join(temporaryFolder(), 'evidence.html');
  const page = async () => {
    await ask('write-evidence', { path });
    return readFileSync(path, 'utf8');
  };
  expect(await page()).not.toContain('Suggested thresholds');

  expect(await ask('suggest-thresholds', { resamples: 0 })).toMatchObject({ run: now });
  expect((await ask('list-runs', {})).runs.map(({ run }) => run).sort()).toEqual([now, old].sort());
  expect(await ask('repeat-run', { run: now })).toMatchObject({ same: true, sentence: null });
  expect(await page()).toContain(`Run ${now}`);
  // Read by another number than it was made by, a record is not the one its id is made of.
  writeFileSync(kept, sortedJson({ ...record, methods: methods + 1 }));
  await expect(ask('repeat-run', { run: now })).rejects.toMatchObject({ code: 'run-unknown' });
});

test('a second score is kept whole: the run means the same when the study’s model has changed', async () => {
  const { invoke: ask, close } = await evidenceStudy({ accounts: 60 });
  onTestFinished(close);
  await ask('save-version', { name: 'one' });
  const { run } = await ask('confirm-version', { version: 'v1', against: { model: 'health' } });
  const [model] = evidenceDocument.models!;
  await ask('define-study', { document: { models: [{ ...model!, dimensions: model!.dimensions.slice(1) }] } });
  expect(await ask('repeat-run', { run })).toMatchObject({ same: true, differences: [] });
  expect((await ask('confirm-version', { version: 'v1', against: { model: 'health' } })).openings).toBe(2);
});

test('a fit that is cancelled leaves no record', async () => {
  const before = (await invoke('list-runs', {})).runs.length;
  const controller = new AbortController();
  const onProgress = ({ step }: { step: string }) => {
    if (step === 'Fitting') controller.abort();
  };
  const running = invoke('suggest-weights', { level: 'metrics', resamples: 500, seed: 77 }, { signal: controller.signal, onProgress });
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  expect((await invoke('list-runs', {})).runs).toHaveLength(before);
});

test('probability: only with its horizon, judged out of fold, adding up over bands and accounts', async () => {
  const { suggestion } = await invoke('suggest-weights', { level: 'metrics', resamples: 0 });
  const found = await invoke('estimate-probability', { scorer: { model: suggestion.model! }, limit: 1000 });
  expect(found.horizon).toBe('within 90 days after the as-of date');
  expect(found.calibration).toMatchObject({ method: 'platt', folds: 5 });
  expect(found.pointsToDouble).toBeGreaterThan(1);
  const [fewest, most] = found.pointsToDoubleInterval!;
  expect(fewest < found.pointsToDouble! && found.pointsToDouble! < most).toBe(true);
  const total = (amounts: (number | null)[]) => amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  expect(total(found.bands.map(({ atRisk }) => atRisk.value))).toBeCloseTo(found.total.atRisk.value!, 6);
  expect(total(found.accounts.map(({ atRisk }) => atRisk))).toBeCloseTo(found.total.atRisk.value!, 6);
  expect(found.accounts).toHaveLength(240);
  for (const { probability, low, high } of found.accounts) expect(low <= probability && probability <= high).toBe(true);
  const risks = found.curve.map(({ probability }) => probability);
  expect(risks).toEqual([...risks].sort((one, other) => other - one));
  expect(found.backtestSentence).toMatch(/observed\.$|There is no backtest/);
  expect(suggestion.model!.weightsFrom).toEqual({ outcome: 'churned', on: found.basis.set.to });
  const { backtest, warnings } = await invoke('estimate-probability', { limit: 0 });
  expect(warnings).not.toContain('WEIGHTS_TUNED_ON_THESE_DATA');
  expect(backtest.length).toBeGreaterThan(0);
  expect(found.warnings).toContain('WEIGHTS_TUNED_ON_THESE_DATA');
});

test('the page holds every number’s n and interval, runs nothing and makes no markup of names', async () => {
  const other = await evidenceStudy({ accounts: 60, name: '<script>alert(1)</script>' });
  onTestFinished(other.close);
  const path = join(temporaryFolder(), 'evidence.html');
  await other.invoke('write-evidence', { path, against: { given: 'tool' } });
  const page = readFileSync(path, 'utf8');
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`.replaceAll("'", '&#39;'));
  expect(page).not.toMatch(/<script|<link|src=|href=|url\(/);
  expect(page).toContain('&#60;script&#62;alert(1)');
  const { score, basis } = await other.invoke('measure-score', {});
  const [low, high] = score.auc!.interval!;
  expect(page).toContain(`${low.toFixed(3)} to ${high.toFixed(3)}`);
  expect(page).toContain(`${basis.set.observations} observations of ${basis.set.accounts} accounts`);
  expect(page).toContain('opened 0 times');
});

test('a model written down is taken again', async () => {
  const path = join(temporaryFolder(), 'model.json');
  await invoke('export-model', { path });
  const document = JSON.parse(readFileSync(path, 'utf8'));
  expect(document.models[0]).toMatchObject({ id: 'health', cuts: [40, 60] });
  await invoke('define-study', { document });
});

test('the bands shown for suggested thresholds are those of the way that was asked for', async () => {
  const [model] = evidenceDocument.models!;
  const wide = { ...model!, id: 'wide', cuts: [40, 95] };
  await invoke('define-study', { document: { models: [model!, wide] } });
  const asked = async (wishes: object) => {
    const { ways, suggested } = await invoke('suggest-thresholds', { model: 'wide', resamples: 0, ...wishes });
    const of = (wanted: string) => Math.round(ways.find(({ way }) => way === wanted)!.threshold! * 10) / 10;
    return { ways: ways.map(({ way }) => way), way: suggested!.way, edge: suggested!.cuts[0], of };
  };
  const plain = await asked({});
  expect(plain).toMatchObject({ ways: ['youden', 'cost'], way: 'youden', edge: plain.of('youden') });
  const cost = await asked({ costRatio: 1.2 });
  expect(cost).toMatchObject({ way: 'cost', edge: cost.of('cost') });
  expect(cost.edge).not.toBe(plain.edge);
  const separation = await asked({ costRatio: 1.2, separation: 1.5 });
  expect(separation).toMatchObject({ way: 'separation', edge: separation.of('separation') });
});
