import { describe, expect, it } from 'vitest';
import { differenceIn, isCertain, proofRows } from '../../../renderer/views/whatIf/proofRows.ts';
import type { ScoreEvidence } from '../../../shared/contract/comparisonCalls.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { smallDraft } from './smallDraft.ts';

const sides = { before: smallDraft.bands, after: smallDraft.bands };
const churned = { name: 'Churned', polarity: 'bad' } as const;
const estimate = (value: number | null, n = 40): Estimate => ({
  value,
  n,
  nMissing: 0,
  events: 10,
  nonEvents: 30,
  accounts: n,
  interval: null,
  method: null,
  warnings: [],
});
const evidenceOf = (auc: number, rates: number[]): ScoreEvidence => ({
  name: 'a model',
  kind: 'model',
  line: { bands: [], auc, ks: null, liftWorstTenth: null, aucWithin: null },
  auc: estimate(auc),
  ks: estimate(0.3),
  liftWorstTenth: estimate(null),
  bandRates: rates.map((rate, index) => ({ band: ['red', 'yellow', 'green'][index]!, rate: estimate(rate) })),
});
const draft = evidenceOf(0.75, [0.3, 0.1, 0.02]);
const baseline = evidenceOf(0.7, [0.25, 0.1, 0.03]);

describe('the proof set in rows', () => {
  it('has AUC, KS, lift and the rate of every band, each with its difference in its own unit', () => {
    const rows = proofRows({ draft, baseline, aucDifference: null }, null, churned, sides);
    expect(rows.map(({ name }) => name)).toEqual([
      'AUC, churned',
      'KS',
      'Lift, worst tenth',
      'Churned in Red',
      'Churned in Yellow',
      'Churned in Green',
    ]);
    const differences = rows.map((row) => differenceIn(row, false));
    expect(differences[0]).toBeCloseTo(0.05);
    expect(differences[2]).toBeNull();
    expect(differences[3]).toBeCloseTo(5);
    expect(rows.map(({ difference }) => difference.good)).toEqual(['up', 'up', 'up', 'up', null, 'down']);
  });

  it('takes the draft from bins while something moves, against the settled baseline', () => {
    const line = { bands: [{ band: 'red', observations: 20, events: 8 }], auc: 0.72, ks: 0.31, liftWorstTenth: 2, aucWithin: 0.01 };
    const rows = proofRows({ draft, baseline, aucDifference: null }, line, churned, sides);
    expect(differenceIn(rows[0]!, true)).toBeCloseTo(0.02);
    expect(rows[3]!.moving).toBe(0.4);
    expect(rows[4]!.moving).toBeNull();
  });

  it('of an outcome that is a number has means and no AUC; of a baseline that is no evidence no difference', () => {
    const number = { ...draft, auc: null, ks: null, liftWorstTenth: null };
    const rows = proofRows({ draft: number, baseline: null, aucDifference: null }, null, { name: 'NPS', polarity: 'good' }, sides);
    expect(rows.map(({ name, before, text }) => [name, before, text(0.3)])).toEqual([
      ['NPS in Red', null, '0.3'],
      ['NPS in Yellow', null, '0.3'],
      ['NPS in Green', null, '0.3'],
    ]);
    expect(differenceIn(rows[0]!, false)).toBeNull();
  });

  it('calls a difference certain only when its interval leaves no doubt', () => {
    expect(
      [
        [0.01, 0.04],
        [-0.04, -0.01],
        [-0.01, 0.04],
        [0, 0.1],
      ].map((ends) => isCertain(ends as [number, number])),
    ).toEqual([true, true, false, false]);
    expect(isCertain(null)).toBe(false);
  });
});
