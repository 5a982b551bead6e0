import { describe, expect, test } from 'vitest';
import { observe } from './observe.ts';
import { placeSource } from './placeSource.ts';
import { accountsOnly, column, list } from './smallDefinition.ts';

describe('metrics', () => {
  test('formula and per: missing operands and divisions by zero are missing', async () => {
    const { rows } = await observe(
      (store) =>
        placeSource(
          store,
          'accounts',
          { id: 'text', used: 'number', seats: 'number' },
          `values ('a', 5, 10), ('b', 5, 0), ('c', null, 10)`,
        ),
      {
        ...accountsOnly(),
        asOf: list('2026-06-30'),
        metrics: [
          { id: 'ratio', name: 'Ratio', value: { kind: 'formula', formula: '100 * used / seats' } },
          { id: 'doubled', name: 'Doubled', value: { kind: 'formula', formula: 'ratio * 2' } },
          column('used', 'accounts'),
          column('seats', 'accounts'),
          { ...column('per_seat', 'accounts', 'used'), per: 'seats' },
        ],
      },
    );
    expect(rows.map((row) => [row.ratio, row.doubled, row.per_seat])).toEqual([
      [50, 100, 0.5],
      [null, null, null],
      [null, null, null],
    ]);
  });

  test('a metric computed from itself is refused with its path', async () => {
    const observed = observe((store) => placeSource(store, 'accounts', { id: 'text' }, `values ('a')`), {
      ...accountsOnly(),
      metrics: [
        { id: 'one', name: 'One', value: { kind: 'formula', formula: 'two + 1' } },
        { id: 'two', name: 'Two', value: { kind: 'formula', formula: 'one + 1' } },
      ],
    });
    await expect(observed).rejects.toMatchObject({ message: expect.stringContaining('one -> two -> one') });
  });

  test.each([
    ['column', { kind: 'column' as const, source: 'accounts', column: 'plan' }],
    ['latest', { kind: 'latest' as const, source: 'months', column: 'mood' }],
    ['last in a window', { kind: 'window' as const, source: 'months', aggregate: 'last' as const, column: 'mood', windowDays: 90 }],
    ['sum in a window', { kind: 'window' as const, source: 'months', aggregate: 'sum' as const, column: 'mood', windowDays: 90 }],
  ])('a number over a text column is refused by name: %s', async (_, value) => {
    const observed = observe(
      async (store) => {
        await placeSource(store, 'accounts', { id: 'text', plan: 'text' }, `values ('a', 'pro')`);
        await placeSource(store, 'months', { account: 'text', month: 'date', mood: 'text' }, `values ('a', date '2026-05-31', 'good')`);
      },
      {
        account: { source: 'accounts', key: 'id' },
        readings: [
          { source: 'accounts', shape: { kind: 'snapshot' } },
          { source: 'months', shape: { kind: 'panel', date: 'month' }, link: { column: 'account', to: 'accounts' } },
        ],
        asOf: list('2026-06-30'),
        metrics: [{ id: 'wrong', name: 'Wrong', value }],
      },
    );
    await expect(observed).rejects.toMatchObject({ code: 'definition-invalid', message: expect.stringContaining('the metric "Wrong"') });
  });

  test('latest panel value, stale after its limit; category metrics are text', async () => {
    const { rows } = await observe(
      async (store) => {
        await placeSource(store, 'accounts', { id: 'text' }, `values ('a'), ('b')`);
        await placeSource(
          store,
          'months',
          { account: 'text', month: 'date', users: 'number', mood: 'text' },
          `values ('a', date '2026-05-31', 7, 'good'), ('a', date '2026-06-30', null, 'bad'), ('b', date '2026-03-31', 3, 'good'), ('b', date '2026-07-31', 99, 'bad')`,
        );
      },
      {
        account: { source: 'accounts', key: 'id' },
        readings: [
          { source: 'accounts', shape: { kind: 'snapshot' } },
          { source: 'months', shape: { kind: 'panel', date: 'month' }, link: { column: 'account', to: 'accounts' } },
        ],
        asOf: list('2026-06-30'),
        metrics: [
          { id: 'users', name: 'Users', value: { kind: 'latest', source: 'months', column: 'users' } },
          { id: 'fresh', name: 'Fresh', value: { kind: 'latest', source: 'months', column: 'users', staleAfterDays: 60 } },
          { id: 'mood', name: 'Mood', valueType: 'category', value: { kind: 'latest', source: 'months', column: 'mood' } },
        ],
      },
    );
    expect(rows.map((row) => [row.users, row.fresh, row.mood])).toEqual([
      [7, 7, 'bad'],
      [3, null, 'good'],
    ]);
  });

  test('accounts younger than the window: as is, by the share they lived, or missing', async () => {
    const count = (youngAccounts: 'as-is' | 'per-day' | 'missing') => ({
      id: youngAccounts.replace('-', '_'),
      name: youngAccounts,
      youngAccounts,
      value: { kind: 'window' as const, source: 'usage', aggregate: 'count' as const, windowDays: 30 },
    });
    const { rows } = await observe(
      async (store) => {
        await placeSource(
          store,
          'accounts',
          { id: 'text', since: 'date' },
          `values ('old', date '2026-06-01'), ('young', date '2026-06-21')`,
        );
        await placeSource(
          store,
          'usage',
          { account: 'text', day: 'date' },
          `values ('old', date '2026-06-25'), ('young', date '2026-06-25')`,
        );
      },
      {
        account: { source: 'accounts', key: 'id', start: 'since' },
        readings: [
          { source: 'accounts', shape: { kind: 'snapshot' } },
          {
            source: 'usage',
            shape: { kind: 'events', date: 'day' },
            link: { column: 'account', to: 'accounts' },
            covers: { from: '2026-06-01', to: '2026-06-30' },
          },
        ],
        asOf: list('2026-06-30'),
        metrics: [count('as-is'), count('per-day'), count('missing')],
      },
    );
    expect(rows.map((row) => [row.as_is, row.per_day, row.missing])).toEqual([
      [1, 1, 1],
      [1, 3, null],
    ]);
  });

  test('intervals in force, with an inclusive end', async () => {
    const force = (id: string, aggregate: string, extra: object = {}) => ({
      id,
      name: id,
      value: { kind: 'in-force' as const, source: 'contracts', aggregate: aggregate as 'count', ...extra },
    });
    const contracts = (toInclusive: boolean) =>
      observe(
        async (store) => {
          await placeSource(store, 'accounts', { id: 'text' }, `values ('a'), ('b')`);
          await placeSource(
            store,
            'contracts',
            { account: 'text', start: 'date', stop: 'date', value: 'number' },
            `values ('a', date '2026-01-01', date '2026-06-30', 10), ('a', date '2026-06-30', date '2026-12-31', 5), ('b', date '2026-07-01', null, 1)`,
          );
        },
        {
          account: { source: 'accounts', key: 'id' },
          readings: [
            { source: 'accounts', shape: { kind: 'snapshot' } },
            {
              source: 'contracts',
              shape: { kind: 'intervals', from: 'start', to: 'stop', toInclusive },
              link: { column: 'account', to: 'accounts' },
              unseenAccounts: 'zero',
              exportedOn: '2026-06-30',
            },
          ],
          asOf: list('2026-06-30'),
          metrics: [force('contracts', 'count'), force('value', 'sum', { column: 'value' }), force('ends_in', 'days-until-end')],
        },
      );
    const values = async (inclusive: boolean) => (await contracts(inclusive)).rows.map((row) => [row.contracts, row.value, row.ends_in]);
    expect(await values(false)).toEqual([
      [1, 5, 184],
      [0, 0, null],
    ]);
    expect(await values(true)).toEqual([
      [2, 15, 0],
      [0, 0, null],
    ]);
  });
});
