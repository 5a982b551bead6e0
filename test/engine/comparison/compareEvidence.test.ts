import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { CallContext } from '../../../electron/engine/CallContext.ts';
import { compareEvidence } from '../../../electron/engine/comparison/compareEvidence.ts';
import { confirmationKey } from '../../../electron/engine/proof/confirmationKey.ts';
import { recordOpening } from '../../../electron/engine/proof/openings.ts';
import { StudyStore } from '../../../electron/engine/study/StudyStore.ts';
import { comparisonCalls } from '../../../shared/contract/comparisonCalls.ts';
import type { HandlerInput } from '../../../shared/contract/contract.ts';
import type { Model } from '../../../shared/model/model.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { type Row, smallObservations, twoMetrics } from './smallStudy.ts';

const q1 = '2025-03-31';
const q2 = '2025-06-30';
const onlySupport: Model = { ...twoMetrics, dimensions: [twoMetrics.dimensions[1]!] };

/** Forty accounts a date: usage tells nothing, support is low for the quarter that leaves; the second date is kept closed. */
const rows: Row[] = [q1, q2].flatMap((asOf) =>
  Array.from({ length: 40 }, (_, index): Row => {
    const churned = index % 4 === 0 ? 1 : 0;
    return {
      ...{ account: `a${index}`, asOf, churned, size: index < 20 ? 200 : 1 },
      ...{ usage: (index * 37) % 101, support: churned === 1 ? 10 + index : 50 + index },
      ...{ tool: index, rating: 'red' },
    };
  }),
);

async function compared(
  input: Partial<HandlerInput<'compare-evidence'>>,
  some: readonly Row[] = rows,
  outcome: Partial<Outcome> = {},
  openings = 0,
) {
  const { database, observations } = await smallObservations(some);
  const [churned] = observations.definition.outcomes;
  const definition = {
    ...observations.definition,
    readings: [{ ...{ source: 'tool', shape: { kind: 'snapshot' as const } }, ...{ repeatedKeys: 'all' as const, knownFrom: {} } }],
    outcomes: [{ ...churned!, ...outcome }],
  };
  const store = await StudyStore.create(join(temporaryFolder(), 'study'));
  onTestFinished(() => store.close());
  await store.update((study) => ({ ...study, models: [twoMetrics, { ...onlySupport, id: 'support' }], currentModel: 'health' }));
  const set = confirmationKey({ ...churned!, ...outcome }, q2);
  for (let opening = 0; opening < openings; opening++)
    await recordOpening(store, { version: 'v1', run: `run ${opening}`, set, outcome: 'churned', dataFingerprint: 'small' });
  // The study's part of a definition is read from the observations; scorers look for given scores in the study itself.
  const study = { ...store.study, definition };
  const context = {
    session: {
      store: { study, resolve: (path: string) => store.resolve(path) },
      analysis: { database, observations: async () => ({ ...observations, definition }) },
    },
    signal: new AbortController().signal,
    onProgress: () => {},
  } as unknown as CallContext;
  const answer = await compareEvidence(
    { baseline: { model: 'health' }, draft: { model: 'support' }, seed: 1, ...input },
    context,
    async () => {},
  );
  expect(comparisonCalls['compare-evidence'].output.parse(answer)).toEqual(answer);
  return answer;
}

it('uses the proof set alone, orients the AUC, and counts how often the confirmation set was opened', async () => {
  const { set, draft, baseline, aucDifference, swapSet } = await compared({}, rows, {}, 2);
  expect(set).toMatchObject({ observations: 40, events: 10, from: q1, to: q1, confirmation: { from: q2, observations: 40, openings: 2 } });
  // Support alone: the 10 that leave hold 10, 14 ... 46, the others 51 and more.
  expect(draft.auc!.value).toBe(1);
  expect(draft.auc!.warnings).toContain('PERFECT_SEPARATION');
  expect(draft.line).toMatchObject({ auc: 1, ks: 1, aucWithin: null });
  expect(baseline!.auc!.value).toBeLessThan(1);
  expect(aucDifference!.value).toBeCloseTo(1 - baseline!.auc!.value!, 12);
  expect(swapSet!.groups[0]!.events).toBeLessThanOrEqual(10);
});

it('turns round for an outcome that is hoped for', async () => {
  const { draft } = await compared({}, rows, { polarity: 'good' });
  expect(draft.auc!.value).toBe(0);
});

it('keeps to a segment of the draft', async () => {
  const { draft, baseline, aucDifference } = await compared({ segment: 'large' });
  expect(draft.auc).toMatchObject({ n: 20, events: 5 });
  // Five accounts are too few for more than counts and rates.
  for (const estimate of [draft.auc, draft.ks, draft.liftWorstTenth, baseline!.auc, aucDifference])
    expect(estimate).toMatchObject({ value: null, interval: null, warnings: expect.arrayContaining(['FEW_EVENTS']) });
  expect(draft.line).toMatchObject({ auc: null, ks: null, liftWorstTenth: null });
  expect(draft.bandRates.some(({ rate }) => rate.value !== null)).toBe(true);
  await expect(compared({ segment: 'nobody' })).rejects.toMatchObject({ code: 'segment-unknown' });
});

it('leaves a given score without dates out, and says why', async () => {
  const { baseline, aucDifference, swapSet, draft, notes } = await compared({ baseline: { given: 'rating' } });
  expect([baseline, aucDifference, swapSet]).toEqual([null, null, null]);
  expect(draft.auc!.value).toBe(1);
  expect(notes.at(-1)).toMatch(/^The given score "The rating" has no dates/);
  await expect(compared({ draft: { given: 'rating' } })).rejects.toMatchObject({ code: 'given-score-undated' });
});

it('takes a dated given score as a baseline, read by the bands of the draft', async () => {
  const { baseline } = await compared({ baseline: { given: 'tool' } });
  expect(baseline).toMatchObject({ name: 'The tool', kind: 'given' });
  expect(baseline!.line.bands.map(({ band, observations }) => [band, observations])).toEqual([
    ['red', 40],
    ['yellow', 0],
    ['green', 0],
    ['withheld', 0],
  ]);
});

it('has no swap set against a baseline that gives nobody a band', async () => {
  const none = rows.map((row) => ({ ...row, tool: null }));
  const { swapSet, aucDifference, baseline, draft, notes } = await compared({ baseline: { given: 'tool' } }, none);
  expect([swapSet, aucDifference]).toEqual([null, null]);
  expect(baseline!.line.bands.at(-1)).toEqual({ band: 'withheld', observations: 40, events: 10 });
  expect(draft.auc!.value).not.toBeNull();
  expect(notes.at(-1)).toBe('The tool gives none of these observations a band, so nobody changes band against it.');
});

it('gives means and no AUC for an outcome that is a number', async () => {
  const number = { happens: { kind: 'number' as const, source: 'nps', column: 'answer', aggregate: 'last' as const } };
  const { draft, aucDifference, swapSet } = await compared({}, rows, number);
  expect([draft.auc, draft.ks, draft.liftWorstTenth, aucDifference, swapSet]).toEqual([null, null, null, null, null]);
  expect(draft.bandRates[0]!.rate.events).toBeNull();
});

it.each<[string, Row[], string]>([
  ['nothing known', rows.map(({ churned: _, ...row }) => row), 'proof-empty'],
  ['no accounts', [], 'proof-empty'],
])('refuses %s', async (_, some, code) => {
  await expect(compared({}, some)).rejects.toMatchObject({ code });
});

it('is defined when all weights are zero, or everybody had the same outcome', async () => {
  const none = { ...twoMetrics, dimensions: twoMetrics.dimensions.map((node) => ({ ...node, weight: 0 })) };
  const { draft, aucDifference } = await compared({ draft: { model: none } });
  expect(draft.auc).toMatchObject({ value: null, warnings: ['ALL_MISSING'] });
  expect(aucDifference!.value).toBeNull();
  const same = await compared(
    {},
    rows.map((row) => ({ ...row, churned: 0 })),
  );
  expect(same.draft.auc).toMatchObject({ value: null, warnings: ['SINGLE_CLASS'] });
});
