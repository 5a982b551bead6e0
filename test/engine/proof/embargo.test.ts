import { expect, it } from 'vitest';
import { numberColumns } from '../../../electron/engine/database/numberColumns.ts';
import { proofSet } from '../../../electron/engine/proof/proofSet.ts';
import { verdictOf } from '../../../shared/calibration/verdictOf.ts';
import { auc } from '../../../shared/stats/auc.ts';
import { seededRandom } from '../../../shared/stats/seededRandom.ts';
import { type Row, smallObservations } from '../comparison/smallStudy.ts';

const months = ['2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31', '2025-06-30'];

it('keeps dates whose outcomes were open at the confirmation date out of both sets, and names them', async () => {
  const rows: Row[] = months.flatMap((asOf) => ['a', 'b'].map((account) => ({ account, asOf, churned: account === 'a' ? 1 : 0 })));
  const { database, observations } = await smallObservations(rows);
  const { conditions, summary } = await proofSet(database, observations, 'churned');
  expect(summary(0)).toMatchObject({
    // 2025-03-31 and 90 days are 2025-06-29.
    ...{ observations: 4, from: '2025-02-28', to: '2025-03-31' },
    embargoed: { observations: 4, from: '2025-04-30', to: '2025-05-31' },
    confirmation: { observations: 2, from: '2025-06-30', to: '2025-06-30', share: null },
  });
  const neither = `select as_of from observations where not ${conditions.proof} and not ${conditions.confirmation}`;
  expect(await database.rows({ text: neither })).toHaveLength(4);
});

it.each<[string, object]>([
  ['a lead', { leadDays: 2 }],
  ['a reporting lag', { reportingLagDays: 2 }],
  ['a successor that may still come', { happens: { kind: 'interval-ends', source: 'contracts', successorDays: 2 } }],
])('counts %s', async (_, changed) => {
  const { database, observations } = await smallObservations(months.map((asOf) => ({ account: 'a', asOf, churned: 0 })));
  const [churned] = observations.definition.outcomes;
  const later = { ...observations, definition: { ...observations.definition, outcomes: [{ ...churned!, ...changed }] } };
  expect((await proofSet(database, later, 'churned')).summary(0)).toMatchObject({ to: '2025-02-28', embargoed: { from: '2025-03-31' } });
});

it('draws accounts over all dates where the embargo would leave nothing, each account wholly on one side', async () => {
  const accounts = Array.from({ length: 40 }, (_, index) => `account-${index}`);
  const rows: Row[] = months.slice(2).flatMap((asOf) => accounts.map((account) => ({ account, asOf, churned: 0 })));
  const { database, observations } = await smallObservations(rows);
  const { conditions, summary } = await proofSet(database, observations, 'churned');
  const { accounts: left, embargoed, confirmation } = summary(0);
  expect(embargoed).toBeNull();
  expect(confirmation).toMatchObject({ from: '2025-04-30', to: '2025-06-30', observations: 3 * (40 - left), share: 0.25 });
  const both = `select account_id from observations group by 1 having bool_or(${conditions.proof}) and bool_or(${conditions.confirmation})`;
  expect(await database.rows({ text: both })).toEqual([]);
});

const metrics = Array.from({ length: 16 }, (_, index) => `m${index}`);
const books = 100;

/** Books of 300 accounts that leave for no reason, one in four within 90 days, seen at every month-end while they stay. */
async function noisePanel() {
  const { database, observations } = await smallObservations([]);
  const uniform = (name: string) => `((('0x' || left(md5('${name} ' || book || ' ' || account), 8))::bigint + 1) / 4294967297)`;
  await database.run({
    text: `create table noise as
      select *, book || ' ' || account as account_id, cast(leaves <= as_of + 90 as double) as "outcome.churned", 'known' as "outcome.churned.status"
      from (select book, account, date '2025-02-01' + cast(-300 * ln(${uniform('leaves')}) as integer) as leaves,
            ${metrics.map((name) => `100 * ${uniform(name)} as ${name}`).join(', ')}
          from range(${books}) as b(book), range(300) as a(account)),
        (values ${months.map((asOf) => `(date '${asOf}')`).join(', ')}) as dates(as_of)
      where leaves > as_of`,
  });
  const { conditions } = await proofSet(database, { ...observations, table: 'noise', asOfDates: months }, 'churned');
  return async (part: 'proof' | 'confirmation') => {
    const from = `(select *, "outcome.churned" as outcome from noise where ${conditions[part]})`;
    const names = ['book', 'account', 'outcome', ...metrics];
    const columns = await numberColumns(database, { from, orderBy: 'book, account, as_of' }, names, {});
    return (book: number) => {
      const [start, end] = [columns[0]!.indexOf(book), columns[0]!.lastIndexOf(book) + 1];
      const [, accounts, outcomes, ...points] = columns.map((column) => Float64Array.from(column!.subarray(start, end)));
      return { rows: { accounts: Uint32Array.from(accounts!), outcomes: Uint8Array.from(outcomes!) }, points };
    };
  };
}

it('40 greedy moves on a monthly panel of noise are seldom supported: no outcome that is tuned on is confirmed by itself', async () => {
  const part = await noisePanel();
  const [proof, confirmation] = [await part('proof'), await part('confirmation')];
  const equal = metrics.map(() => 1 / metrics.length);
  let supported = 0;
  for (let book = 0; book < books; book++) {
    const [tuned, kept] = [proof(book), confirmation(book)];
    const shares = greedy(equal, (tried) => 1 - auc(weighed(tuned.points, tried), tuned.rows.outcomes)!, book);
    if (verdictOf(kept.rows, weighed(kept.points, equal), weighed(kept.points, shares)).id === 'supported') supported++;
  }
  // Were every date before the last tuned on, 16 of these books would be.
  expect(supported).toBeLessThanOrEqual(5);
});

function weighed(points: readonly Float64Array[], shares: readonly number[]): Float64Array {
  const scores = new Float64Array(points[0]!.length);
  for (const [metric, column] of points.entries()) for (const [row, value] of column.entries()) scores[row]! += shares[metric]! * value;
  return scores;
}

function greedy(start: readonly number[], reach: (shares: readonly number[]) => number, seed: number): readonly number[] {
  const random = seededRandom(seed);
  let [shares, best] = [start, reach(start)];
  for (let move = 0; move < 40; move++) {
    const moved = Math.floor(random() * start.length);
    const change = random() < 0.5 ? 0.125 : -0.125;
    const tried = shares.map((share, index) => (index === moved ? Math.max(0, share + change) : share));
    const reached = reach(tried);
    if (reached > best) [shares, best] = [tried, reached];
  }
  return shares;
}
