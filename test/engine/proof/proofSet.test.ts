import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { proofSet } from '../../../electron/engine/proof/proofSet.ts';
import { ScoredTables } from '../../../electron/engine/scoring/ScoredTables.ts';
import { proofSetSummary } from '../../../shared/contract/proofSet.ts';
import { type Row, smallObservations, twoMetrics } from '../comparison/smallStudy.ts';

const q1 = '2025-03-31';
const q2 = '2025-06-30';
const q3 = '2025-09-30';

it('keeps the latest as-of date with known outcomes closed', async () => {
  const rows: Row[] = [
    { account: 'a', asOf: q1, churned: 0 },
    { account: 'b', asOf: q1, churned: 1 },
    { account: 'a', asOf: q2, churned: 1 },
    { account: 'c', asOf: q2, churned: 0 },
    { account: 'a', asOf: q3 },
    { account: 'c', asOf: q3 },
  ];
  const { database, observations } = await smallObservations(rows);
  const set = await proofSet(database, observations, undefined);
  expect(proofSetSummary.parse(set.summary(3))).toEqual({
    outcome: 'churned',
    ...{ observations: 2, accounts: 2, events: 1, eventAccounts: 1, from: q1, to: q1 },
    embargoed: null,
    confirmation: { from: q2, to: q2, observations: 2, share: null, openings: 3 },
  });
});

it('draws a quarter of the accounts where there is one date: by the hash of the key, whatever the database', async () => {
  const accounts = Array.from({ length: 200 }, (_, index) => `account-${index}`);
  const { database, observations } = await smallObservations(accounts.map((account) => ({ account, churned: 0 })));
  const { conditions, summary } = await proofSet(database, observations, 'churned');
  const drawn = await database.rows<{ account: string }>({
    text: `select account_id as account from observations where ${conditions.confirmation}`,
  });
  const expected = accounts.filter((account) => createHash('md5').update(`confirmation:${account}`).digest().readUInt32BE() < 2 ** 30);
  expect(drawn.map(({ account }) => account)).toEqual(expected);
  expect(summary(0)).toMatchObject({
    observations: 200 - expected.length,
    confirmation: { observations: expected.length, share: 0.25 },
  });
  expect(expected.length).toBeGreaterThan(30);
  expect(expected.length).toBeLessThan(70);
});

it('scores each part on its own, over all its dates', async () => {
  const rows: Row[] = [q1, q2, q3].flatMap((asOf, index) => [
    { account: 'a', asOf, usage: 10 * index, support: 0, churned: 1 },
    { account: 'b', asOf, usage: 100, support: null, churned: 0 },
    { account: 'open', asOf, usage: 50, support: 50 },
  ]);
  const { database, observations } = await smallObservations(rows);
  const set = await proofSet(database, observations, 'churned');
  const scores = (part: 'proof' | 'confirmation') =>
    ScoredTables.of(database).useProof(set, part, twoMetrics, {}, (scored) =>
      database.rows({
        text: `select account_id || ' ' || cast(as_of as varchar) as row, score, band from ${scored} order by 1`,
      }),
    );
  expect(await scores('proof')).toEqual([
    { row: `a ${q1}`, score: 0, band: 'red' },
    { row: `a ${q2}`, score: 5, band: 'red' },
    { row: `b ${q1}`, score: 100, band: 'green' },
    { row: `b ${q2}`, score: 100, band: 'green' },
  ]);
  expect(await scores('confirmation')).toMatchObject([{ row: `a ${q3}`, score: 10 }, { row: `b ${q3}` }]);
});

it.each<[string, Row[], string | undefined, string]>([
  ['an outcome there is not', [{ account: 'a', churned: 1 }], 'renewed', 'outcome-unknown'],
  ['an outcome that nobody has yet', [{ account: 'a' }], undefined, 'proof-empty'],
  ['a book without accounts', [], undefined, 'proof-empty'],
  ['a single account, drawn for the confirmation set', [{ account: 'account-3', churned: 1 }], undefined, 'proof-empty'],
])('refuses %s', async (_, rows, outcome, code) => {
  const { database, observations } = await smallObservations(rows);
  await expect(proofSet(database, observations, outcome)).rejects.toMatchObject({ code });
});

it('says that a study has no outcome', async () => {
  const { database, observations } = await smallObservations([{ account: 'a' }]);
  const without = { ...observations, definition: { ...observations.definition, outcomes: [] } };
  await expect(proofSet(database, without, undefined)).rejects.toMatchObject({ code: 'outcome-missing' });
});
