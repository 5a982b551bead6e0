import { describe, expect, test } from 'vitest';
import { asOfDatesOf } from '../../../electron/engine/observations/asOfDatesOf.ts';
import type { PreparedSource } from '../../../electron/engine/observations/PreparedSource.ts';
import { observe } from './observe.ts';
import { placeSource } from './placeSource.ts';
import { accountsOnly, column, list } from './smallDefinition.ts';

describe('known from', () => {
  test('columns of a snapshot are missing before its export, unless declared constant', async () => {
    const { rows } = await observe(
      (store) => placeSource(store, 'accounts', { id: 'text', plan: 'text', seats: 'number' }, `values ('a', 'pro', 5)`),
      {
        ...accountsOnly({ exportedOn: '2026-06-30', knownFrom: { plan: { kind: 'always' } } }),
        account: { source: 'accounts', key: 'id', attributes: ['plan', 'seats'] },
        asOf: list('2026-05-31', '2026-06-30'),
        metrics: [column('seat_count', 'accounts', 'seats')],
      },
    );
    expect(rows.map((row) => [row['account.plan'], row['account.seats'], row.seat_count])).toEqual([
      ['pro', null, null],
      ['pro', 5, 5],
    ]);
  });

  test('a value known from another column is missing until then, also in filters', async () => {
    const ticket = (aggregate: string, extra: object) => ({
      kind: 'window' as const,
      source: 'tickets',
      aggregate: aggregate as 'mean',
      windowDays: 30,
      ...extra,
    });
    const { rows } = await observe(
      async (store) => {
        await placeSource(store, 'accounts', { id: 'text' }, `values ('a')`);
        await placeSource(
          store,
          'tickets',
          { account: 'text', opened: 'date', closed: 'timestamp', hours: 'number' },
          `values ('a', date '2026-06-20', timestamp '2026-06-30 23:59:59', 10), ('a', date '2026-06-21', timestamp '2026-07-01 00:00:00', 90)`,
        );
      },
      {
        account: { source: 'accounts', key: 'id' },
        readings: [
          { source: 'accounts', shape: { kind: 'snapshot' } },
          {
            source: 'tickets',
            shape: { kind: 'events', date: 'opened' },
            link: { column: 'account', to: 'accounts' },
            knownFrom: { hours: { kind: 'column', column: 'closed' } },
            covers: { from: '2026-01-01', to: '2026-12-31' },
          },
        ],
        asOf: list('2026-06-30'),
        metrics: [
          { id: 'hours', name: 'Hours', value: ticket('mean', { column: 'hours' }) },
          { id: 'long', name: 'Long', value: ticket('count', { where: 'hours > 50' }) },
          { id: 'opened', name: 'Opened', value: ticket('count', {}) },
        ],
      },
    );
    expect(rows[0]).toMatchObject({ hours: 10, long: 0, opened: 2 });
  });
});

test('rows reach the account through another source, and numeric keys match text keys', async () => {
  const { rows } = await observe(
    async (store) => {
      await placeSource(store, 'accounts', { id: 'text' }, `values ('1'), ('2')`);
      await placeSource(
        store,
        'contracts',
        { contract: 'text', account: 'number', start: 'date', stop: 'date' },
        `values ('x', 1, date '2026-01-01', null), ('y', 2, date '2026-01-01', null)`,
      );
      await placeSource(
        store,
        'usage',
        { contract: 'text', day: 'date' },
        `values ('x', date '2026-06-29'), ('x', date '2026-06-30'), ('z', date '2026-06-30')`,
      );
    },
    {
      account: { source: 'accounts', key: 'id' },
      readings: [
        { source: 'accounts', shape: { kind: 'snapshot' } },
        {
          source: 'usage',
          shape: { kind: 'events', date: 'day' },
          link: { column: 'contract', to: 'contracts' },
          unseenAccounts: 'zero',
          covers: { from: '2026-01-01', to: '2026-06-30' },
        },
        {
          source: 'contracts',
          shape: { kind: 'intervals', from: 'start', to: 'stop' },
          link: { column: 'account', to: 'accounts' },
          uniqueKey: 'contract',
        },
      ],
      asOf: list('2026-06-30'),
      metrics: [{ id: 'logins', name: 'Logins', value: { kind: 'window', source: 'usage', aggregate: 'count', windowDays: 30 } }],
    },
  );
  expect(rows.map((row) => row.logins)).toEqual([2, 0]);
});

test('links that lead back to themselves are refused by name', async () => {
  const observed = observe(
    async (store) => {
      await placeSource(store, 'accounts', { id: 'text' }, `values ('a')`);
      for (const id of ['one', 'two']) await placeSource(store, id, { key: 'text', day: 'date' }, `values ('a', date '2026-06-30')`);
    },
    {
      account: { source: 'accounts', key: 'id' },
      readings: [
        { source: 'one', shape: { kind: 'events', date: 'day' }, link: { column: 'key', to: 'two' }, uniqueKey: 'key' },
        { source: 'two', shape: { kind: 'events', date: 'day' }, link: { column: 'key', to: 'one' }, uniqueKey: 'key' },
      ],
    },
  );
  await expect(observed).rejects.toMatchObject({ code: 'definition-invalid', message: expect.stringContaining('leads back to itself') });
});

describe('who is observed', () => {
  test('accounts outside their lifetime are not; exclusions count by the first rule that holds', async () => {
    const { rows, table } = await observe(
      (store) =>
        placeSource(
          store,
          'accounts',
          { id: 'text', since: 'date', until: 'date', test: 'boolean', kind: 'text' },
          `values ('new', date '2026-07-01', null, false, 'x'), ('gone', date '2025-01-01', date '2026-06-30', false, 'x'),
          ('first', date '2025-01-01', date '2026-07-01', true, 'internal'), ('second', date '2025-01-01', null, false, 'internal'), ('kept', null, null, null, 'x')`,
        ),
      {
        ...accountsOnly({ knownFrom: { test: { kind: 'always' }, kind: { kind: 'always' } } }),
        account: { source: 'accounts', key: 'id', start: 'since', end: 'until' },
        asOf: list('2026-06-30'),
        population: [
          { id: 'tests', name: 'Test accounts', where: 'test' },
          { id: 'internal', name: 'Internal accounts', where: "account.kind = 'internal'" },
        ],
      },
    );
    expect(rows.map((row) => row.account_id)).toEqual(['kept']);
    expect(table.absences).toEqual([{ asOf: '2026-06-30', outsideLifetime: 2, excluded: { tests: 1, internal: 1 } }]);
  });

  test('an account source with several rows per key is collapsed column by column', async () => {
    const { rows } = await observe(
      (store) =>
        placeSource(
          store,
          'accounts',
          { id: 'text', seats: 'number', plan: 'text', vip: 'boolean' },
          `values ('a', 5, 'basic', false), ('a', 7, 'pro', true)`,
        ),
      {
        ...accountsOnly({ collapse: { seats: 'sum', vip: 'any' } }),
        account: { source: 'accounts', key: 'id', attributes: ['plan', 'vip'] },
        metrics: [column('seats', 'accounts')],
      },
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ seats: 12, 'account.plan': 'pro', 'account.vip': true });
  });

  test('no account, one account, and a metric of all missing are all defined', async () => {
    const metrics = [column('seats', 'accounts')];
    const none = await observe((store) => placeSource(store, 'accounts', { id: 'text', seats: 'number' }, `select 'a', null where false`), {
      ...accountsOnly(),
      asOf: list('2026-06-30'),
      metrics,
    });
    expect(none.rows).toEqual([]);
    const one = await observe((store) => placeSource(store, 'accounts', { id: 'text', seats: 'number' }, `values ('a', null)`), {
      ...accountsOnly(),
      asOf: list('2026-06-30'),
      metrics,
    });
    expect(one.rows).toMatchObject([{ account_id: 'a', seats: null }]);
  });

  test('a panel can hold the accounts: each row is known from its own date', async () => {
    const { rows } = await observe(
      (store) =>
        placeSource(
          store,
          'accounts',
          { id: 'text', month: 'date', seats: 'number' },
          `values ('a', date '2026-05-31', 5), ('a', date '2026-06-30', 6), ('b', date '2026-06-30', 1)`,
        ),
      {
        account: { source: 'accounts', key: 'id' },
        readings: [{ source: 'accounts', shape: { kind: 'panel', date: 'month' } }],
        asOf: list('2026-05-31', '2026-06-30'),
        metrics: [column('seats', 'accounts')],
      },
    );
    expect(rows.map((row) => [row.as_of, row.account_id, row.seats])).toEqual([
      ['2026-05-31', 'a', 5],
      ['2026-06-30', 'a', 6],
      ['2026-06-30', 'b', 1],
    ]);
  });
});

test('given scores: dated as they stood, undated only in the latest book; treated accounts are marked', async () => {
  const { rows } = await observe(
    async (store) => {
      await placeSource(store, 'accounts', { id: 'text', colour: 'text' }, `values ('a', 'red'), ('b', 'green')`);
      await placeSource(
        store,
        'scores',
        { account: 'text', day: 'date', score: 'number' },
        `values ('a', date '2026-05-15', 40), ('a', date '2026-06-15', 60)`,
      );
      await placeSource(store, 'calls', { account: 'text', day: 'date' }, `values ('b', date '2026-06-20')`);
    },
    {
      account: { source: 'accounts', key: 'id' },
      readings: [
        { source: 'accounts', shape: { kind: 'snapshot' } },
        { source: 'scores', shape: { kind: 'events', date: 'day' }, link: { column: 'account', to: 'accounts' } },
        { source: 'calls', shape: { kind: 'events', date: 'day' }, link: { column: 'account', to: 'accounts' } },
      ],
      asOf: list('2026-05-31', '2026-06-30'),
      givenScores: [
        { id: 'today', name: 'Today', source: 'scores', column: 'score' },
        { id: 'colour', name: 'Colour', source: 'accounts', column: 'colour', kind: 'band' },
      ],
      interventions: { source: 'calls', withinDays: 30 },
    },
  );
  expect(rows.map((row) => [row.account_id, row['given.today'], row['given.colour'], row.treated])).toEqual([
    ['a', 40, null, false],
    ['b', null, null, false],
    ['a', 60, 'red', false],
    ['b', null, 'green', true],
  ]);
});

describe('as-of dates', () => {
  const accounts = { exportedOn: '2026-02-10' } as PreparedSource;
  const dates = (asOf: object) =>
    asOfDatesOf({ readings: [], population: [], metrics: [], outcomes: [], givenScores: [], asOf: asOf as never }, accounts);

  test('month-ends know leap years, also at the ends of time', () => {
    expect(dates({ kind: 'month-ends', from: '2024-02-29', to: '2024-04-29' })).toEqual(['2024-02-29', '2024-03-31']);
    expect(dates({ kind: 'month-ends', from: '0001-01-01', to: '0001-02-28' })).toEqual(['0001-01-31', '0001-02-28']);
    expect(dates({ kind: 'month-ends', from: '9999-11-30', to: '9999-12-31' })).toEqual(['9999-11-30', '9999-12-31']);
  });

  test('fiscal quarters follow the first month of the year', () => {
    expect(dates({ kind: 'quarter-ends', from: '2025-01-01', to: '2025-12-31', fiscalYearStartMonth: 1 })).toEqual([
      '2025-03-31',
      '2025-06-30',
      '2025-09-30',
      '2025-12-31',
    ]);
    expect(dates({ kind: 'quarter-ends', from: '2025-01-01', to: '2025-12-31', fiscalYearStartMonth: 2 })).toEqual([
      '2025-01-31',
      '2025-04-30',
      '2025-07-31',
      '2025-10-31',
    ]);
    expect(dates({ kind: 'quarter-ends', from: '2025-01-01', to: '2025-12-31', fiscalYearStartMonth: 12 })).toEqual([
      '2025-02-28',
      '2025-05-31',
      '2025-08-31',
      '2025-11-30',
    ]);
  });

  test('without a statement, the day of the export', () => {
    expect(asOfDatesOf({ readings: [], population: [], metrics: [], outcomes: [], givenScores: [] }, accounts)).toEqual(['2026-02-10']);
  });
});
