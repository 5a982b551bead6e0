import { appendFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { confirmationKey } from '../../../electron/engine/proof/confirmationKey.ts';
import { readOpenings, recordOpening } from '../../../electron/engine/proof/openings.ts';
import { proofSet } from '../../../electron/engine/proof/proofSet.ts';
import { StudyStore } from '../../../electron/engine/study/StudyStore.ts';
import { outcome } from '../../../shared/model/outcome.ts';
import { type Row, smallObservations } from '../comparison/smallStudy.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const opening = { version: 'v1', run: 'first', set: 'this', outcome: 'churned', dataFingerprint: 'today' };

it('counts every opening of a set, past a line that a crash cut short; the same run looks once', async () => {
  const store = await StudyStore.create(`${temporaryFolder()}/study`);
  expect(await readOpenings(store, 'this')).toEqual([]);
  expect(await recordOpening(store, opening)).toBe(1);
  await appendFile(store.resolve('audit.ndjson'), '{"at":"2026-\n');
  expect(await recordOpening(store, { ...opening, run: 'second', outcome: 'lost' })).toBe(2);
  expect(await recordOpening(store, { ...opening, run: 'third', set: 'other' })).toBe(1);
  expect(await recordOpening(store, opening)).toBe(1);
  await store.update((study) => ({ ...study, name: 'Other' }), { action: 'rename' });
  const at = expect.any(String);
  expect(await readOpenings(store, 'this')).toEqual([
    { at, ...opening },
    { at, ...opening, run: 'second', outcome: 'lost' },
  ]);
  await store.close();
});

const churned = outcome.parse({ id: 'churned', name: 'Churned', happens: { kind: 'event', source: 'churn' }, horizonDays: 90 });
const keyOf = (changed: object, asOf = '2026-03-31') => confirmationKey({ ...churned, ...changed }, asOf);

it.each<[string, object]>([
  ['called otherwise', { id: 'lost', name: 'Lost' }],
  ['hoped for', { polarity: 'good', happens: { kind: 'no-event', source: 'churn' } }],
  ['of fewer at risk', { atRisk: 'size > 10', recurrence: { kind: 'ignored' } }],
  ['trusted to tell until another day', { observedThrough: '2026-12-31', reportingLagDays: 3 }],
])('is the same set when the outcome is %s', (_, changed) => expect(keyOf(changed)).toBe(keyOf({})));

it.each<[string, object, string?]>([
  ['another horizon', { horizonDays: 180 }],
  ['another lead', { leadDays: 30 }],
  ['another happening', { happens: { kind: 'event', source: 'churn', where: "kind = 'lost'" } }],
  ['another date', {}, '2026-06-30'],
])('is another set with %s', (_, changed, asOf) => expect(keyOf(changed, asOf)).not.toBe(keyOf({})));

it('a proof set is known by its confirmation date, or by the first date where accounts are drawn', async () => {
  const of = async (dates: string[]) => {
    const rows = dates.flatMap((asOf) => Array.from({ length: 20 }, (_, index): Row => ({ account: `a${index}`, asOf, churned: 0 })));
    const { database, observations } = await smallObservations(rows);
    const { confirmationKey: key, outcome: used } = await proofSet(database, observations, 'churned');
    return dates.filter((date) => key === confirmationKey(used, date));
  };
  expect(await of(['2025-03-31', '2025-06-30', '2025-09-30'])).toEqual(['2025-09-30']);
  expect(await of(['2025-08-31', '2025-09-30'])).toEqual(['2025-08-31']);
});
