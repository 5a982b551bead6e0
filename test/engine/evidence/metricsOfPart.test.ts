import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { leavesOf, model } from '../../../shared/model/model.ts';
import { benjaminiHochberg } from '../../../shared/stats/benjaminiHochberg.ts';
import { readRows } from '../../datasets/readRows.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { dates, type EvidenceStudy, evidenceDocument, evidenceStudy } from './evidenceStudy.ts';

let study: EvidenceStudy;
beforeAll(async () => {
  study = await evidenceStudy();
});
afterAll(() => study.close());

const health = () => model.parse(evidenceDocument.models![0]);
const withoutDoubts = ({ metrics }: CallOutput<'measure-metrics'>) => metrics.map(({ suspicions: _, ...one }) => one);

test('the table of a segment is the one of a study that holds no other accounts', async () => {
  const large = await study.invoke('measure-metrics', { segment: 'large' });
  expect(large.part).toMatchObject({ name: 'Large', observations: 240, accounts: 80, treatmentUnknown: null });
  const alone = await evidenceStudy({
    document: { ...evidenceDocument, population: [{ id: 'small', name: 'Small', where: 'size < 100' }] },
  });
  const whole = await alone.invoke('measure-metrics', {});
  await alone.close();
  expect(whole.part).toBeNull();
  expect(large.part!.gate).toEqual(whole.basis.gate);
  expect(withoutDoubts(large)).toEqual(withoutDoubts(whole));
  expect(large.redundancy).toEqual(whole.redundancy);
});

test('with and without treated accounts: the parts are the whole, AUCs are those of the slices, q-values those of the family shown', async () => {
  const all = await study.invoke('measure-metrics', {});
  const treated = await study.invoke('measure-metrics', { treated: 'treated' });
  const untreated = await study.invoke('measure-metrics', { treated: 'untreated' });
  expect(treated.part!.observations + untreated.part!.observations).toBe(720);
  expect(treated.part!.name).toBe('Treated accounts only');
  expect([treated, untreated].map(({ part }) => part!.treatmentUnknown)).toEqual([0, 0]);
  const loginsOnly = { ...health(), dimensions: leavesOf(health().dimensions).filter(({ metric }) => metric === 'logins') };
  const { slices } = await study.invoke('measure-slices', { scorer: { model: loginsOnly } });
  for (const part of [treated, untreated]) {
    const slice = slices.find(({ kind }) => kind === (part === treated ? 'treated' : 'untreated'))!;
    const logins = part.metrics.find(({ metric }) => metric === 'logins')!;
    expect(logins.auc!.value).toBeCloseTo(1 - slice.slice.auc!.value!, 12);
    expect(part.part!.gate).toEqual(slice.gate);
    expect(part.metrics.map(({ qValue }) => qValue)).toEqual(benjaminiHochberg(part.metrics.map(({ pValue }) => pValue)));
    expect(logins.qValue).not.toBe(all.metrics.find(({ metric }) => metric === 'logins')!.qValue);
  }
  const both = await study.invoke('measure-metrics', { segment: 'base', treated: 'untreated' });
  expect(both.part!.name).toBe('Everyone else, without accounts known to be treated');
  const { rate } = await study.invoke('measure-metric', { metric: 'logins', segment: 'base', treated: 'untreated' });
  expect(rate.n).toBe(both.part!.observations);
  const { score } = await study.invoke('measure-score', { segment: 'base', treated: 'untreated' });
  expect(score.observations).toBe(rate.n);
  expect((await study.invoke('measure-score', { segment: 'base', treated: 'untreated' })).part).toEqual(both.part);
});

test('without accounts known to be treated are also those of which the study cannot tell, and how many these are', async () => {
  // Reaches over the longest horizon only at the first of the dates.
  const readings = evidenceDocument.readings!.map((one) =>
    one.source === 'actions' ? { ...one, covers: { from: '2024-01-01', to: '2027-11-01' } } : one,
  );
  const partly = await evidenceStudy({ document: { ...evidenceDocument, readings } });
  const path = join(temporaryFolder(), 'observations.parquet');
  await partly.invoke('export-observations', { path });
  const rows = (await readRows(path)) as { as_of: string; treated: boolean }[];
  const unknown = rows.filter(({ as_of, treated }) => [dates[1], dates[2]].includes(as_of) && !treated).length;
  expect(unknown).toBeGreaterThan(100);
  const { part } = await partly.invoke('measure-metrics', { treated: 'untreated' });
  expect(part).toMatchObject({ name: 'Without accounts known to be treated', treatmentUnknown: unknown });
  expect((await partly.invoke('measure-score', { treated: 'untreated' })).part).toEqual(part);
  const { slices } = await partly.invoke('measure-slices', {});
  await partly.close();
  expect(slices.find(({ kind }) => kind === 'untreated')).toMatchObject({ name: part!.name, slice: { observations: part!.observations } });
});

test('below ten accounts on the scarcer side there are counts and no inference; of no accounts at all as well', async () => {
  const few = { ...health(), segments: [{ id: 'few', name: 'Few', where: 'logins >= 70' }] };
  const parsed = model.parse(few);
  const { part, metrics } = await study.invoke('measure-metrics', { model: parsed, segment: 'few' });
  expect(part!.gate.level).toBe('counts');
  for (const one of metrics) {
    expect(one).toMatchObject({ pValue: null, qValue: null, monotone: null, direction: { asStated: null } });
    for (const estimate of [one.auc, one.ks?.estimate, one.spearman, one.correlation])
      if (estimate) expect(estimate).toMatchObject({ value: null, interval: null });
    expect(one.informationValue?.value ?? null).toBeNull();
    expect(one.suspicions.map(({ code }) => code)).not.toContain('missing-tells');
    expect(one.warnings).toContain('FEW_EVENTS');
  }
  const bins = await study.invoke('measure-metric', { metric: 'logins', model: parsed, segment: 'few' });
  expect(bins.informationValue).toMatchObject({ value: null, interval: null, nullLine: null });
  expect(bins.rate.n).toBe(part!.observations);
  expect(bins).toMatchObject({ monotone: null, warnings: ['FEW_EVENTS'] });
  expect(bins.bins.map(({ weightOfEvidence }) => weightOfEvidence)).toEqual(bins.bins.map(() => null));
  expect(bins.bins.reduce((sum, { observations }) => sum + observations, 0)).toBe(part!.observations);
  const none = model.parse({ ...health(), segments: [{ id: 'none', name: 'None', where: 'logins > 1000' }] });
  const empty = await study.invoke('measure-metrics', { model: none, segment: 'none' });
  expect(empty.part).toMatchObject({ observations: 0, accounts: 0, gate: { level: 'nothing' } });
});

test('below ten accounts on the scarcer side a score keeps its counts and rates, alone and beside another', async () => {
  const few = model.parse({ ...health(), segments: [{ id: 'few', name: 'Few', where: 'logins >= 70' }] });
  const asked = { scorer: { model: few }, segment: 'few' };
  const { part, score, other, difference } = await study.invoke('measure-score', { ...asked, against: { given: 'tool' } });
  expect(part!.gate.level).toBe('counts');
  const withheld = { value: null, interval: null, method: null, warnings: expect.arrayContaining(['FEW_EVENTS']) };
  for (const one of [score, other!]) {
    expect(one).toMatchObject({ auc: withheld, gini: withheld, ks: { estimate: withheld, at: null }, liftWorstTenth: withheld });
    expect(one).toMatchObject({ roc: [], gains: [], monotone: null, calibration: null, warnings: expect.arrayContaining(['FEW_EVENTS']) });
    expect(one.withoutCalibration).toContain('Too few');
    expect(one.tenths.length).toBeGreaterThan(0);
    for (const { lift, gain, cumulativeLift, rate } of one.tenths) {
      expect([lift?.value ?? null, gain?.value ?? null, cumulativeLift]).toEqual([null, null, null]);
      expect(rate.value).not.toBeNull();
    }
    const counted = [one.bands, one.tenths].map((parts) => parts.reduce((sum, { observations }) => sum + observations, 0));
    expect(counted).toEqual([part!.observations, part!.observations]);
  }
  expect(difference).toMatchObject({ auc: withheld, pValue: null, sentence: expect.stringContaining('too few accounts') });
  const { slices } = await study.invoke('measure-slices', { scorer: { model: few } });
  const slice = slices.find(({ id }) => id === 'few')!;
  expect(slice.gate).toEqual(part!.gate);
  expect(slice.slice).toMatchObject({ auc: withheld, ks: withheld, liftWorstTenth: withheld, observations: part!.observations });
  expect(slice).toMatchObject({ difference: null, sentence: expect.stringContaining('counts, no comparison') });
  expect(slices[0]!.slice.auc!.value).not.toBeNull();
});

test('of a whole study with so few there are no more: every outcome, a number too', async () => {
  const small = await evidenceStudy({ accounts: 9 });
  const { score, part } = await small.invoke('measure-score', { outcome: 'mood' });
  expect(part).toBeNull();
  expect(score).toMatchObject({ spearman: { value: null, warnings: expect.arrayContaining(['FEW_EVENTS']) }, monotone: null });
  const { outcomes } = await small.invoke('measure-outcomes', {});
  await small.close();
  for (const { basis, score, sentence } of outcomes.filter((one) => one.basis !== null)) {
    expect((score!.auc ?? score!.spearman)!.value).toBeNull();
    expect(sentence).toBe(basis!.gate.sentence);
  }
});

test('what cannot be told apart is refused by name', async () => {
  await expect(study.invoke('measure-metrics', { segment: 'nowhere' })).rejects.toMatchObject({ code: 'segment-unknown' });
  const { interventions: _, ...without } = evidenceDocument;
  const plain = await evidenceStudy({ accounts: 60, document: without });
  await expect(plain.invoke('measure-metrics', { treated: 'treated' })).rejects.toMatchObject({ code: 'interventions-missing' });
  await plain.close();
});
