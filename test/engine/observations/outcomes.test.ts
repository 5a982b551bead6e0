import { describe, expect, test } from 'vitest';
import type { StudyStore } from '../../../electron/engine/study/StudyStore.ts';
import { observe } from './observe.ts';
import { placeSource } from './placeSource.ts';

/** Observed on 2026-01-31 with a horizon of 60 days: (2026-01-31, 2026-04-01]. */
const asOf = '2026-01-31';
const ids = ['a', 'b', 'c', 'd', 'e'];

async function outcomeOf(happens: object, place: (store: StudyStore) => Promise<void>, reading: object, extra: object = {}) {
  const { rows } = await observe(
    async (store) => {
      await placeSource(store, 'accounts', { id: 'text' }, `values ${ids.map((id) => `('${id}')`).join(', ')}`);
      await place(store);
    },
    {
      account: { source: 'accounts', key: 'id' },
      readings: [
        { source: 'accounts', shape: { kind: 'snapshot' } },
        { source: 'facts', link: { column: 'account', to: 'accounts' }, exportedOn: '2026-06-30', ...reading } as never,
      ],
      asOf: { kind: 'list', dates: [asOf] },
      outcomes: [{ id: 'it', name: 'It', happens: { source: 'facts', ...happens } as never, horizonDays: 60, ...extra }],
    },
  );
  return rows.map((row) => (row['outcome.it.status'] === 'known' ? row['outcome.it'] : row['outcome.it.status']));
}

const events = { shape: { kind: 'events', date: 'day' } };
const losses = (store: StudyStore) =>
  placeSource(
    store,
    'facts',
    { account: 'text', day: 'date', kind: 'text' },
    `values ('a', date '2026-04-01', 'lost'), ('b', date '2026-04-02', 'lost'), ('c', date '2026-01-31', 'lost'),
    ('d', date '2025-06-01', 'lost'), ('d', date '2025-07-01', 'back'), ('d', date '2026-02-01', 'lost')`,
  );

describe('events', () => {
  test('the window is (as-of, as-of + horizon]; after an earlier loss an account is not at risk', async () => {
    expect(await outcomeOf({ kind: 'event', where: "kind = 'lost'" }, losses, events)).toEqual([1, 0, 'not-at-risk', 'not-at-risk', 0]);
  });

  test('a return puts it at risk again; ignoring losses keeps all', async () => {
    const returns = { recurrence: { kind: 'returns', source: 'facts', where: "kind = 'back'" } };
    expect(await outcomeOf({ kind: 'event', where: "kind = 'lost'" }, losses, events, returns)).toEqual([1, 0, 'not-at-risk', 1, 0]);
    expect(await outcomeOf({ kind: 'event', where: "kind = 'lost'" }, losses, events, { recurrence: { kind: 'ignored' } })).toEqual([
      1, 0, 0, 1, 0,
    ]);
  });

  test('with a lead, what happens during the notice is decided already', async () => {
    expect(await outcomeOf({ kind: 'event', where: "kind = 'lost'" }, losses, events, { leadDays: 10 })).toEqual([
      1,
      1,
      'not-at-risk',
      'not-at-risk',
      0,
    ]);
  });

  test('a window that is not closed is unknown, even where the event was seen', async () => {
    const early = { observedThrough: '2026-03-31' };
    expect(await outcomeOf({ kind: 'event', where: "kind = 'lost'" }, losses, events, early)).toEqual([
      'unknown',
      'unknown',
      'not-at-risk',
      'not-at-risk',
      'unknown',
    ]);
    const lagged = { observedThrough: '2026-04-05', reportingLagDays: 5 };
    expect(await outcomeOf({ kind: 'event', where: "kind = 'lost'" }, losses, events, lagged)).toEqual([
      'unknown',
      'unknown',
      'not-at-risk',
      'not-at-risk',
      'unknown',
    ]);
  });

  test('no event is the opposite', async () => {
    expect(await outcomeOf({ kind: 'no-event' }, losses, events)).toEqual([0, 1, 1, 0, 1]);
  });
});

describe('intervals', () => {
  const intervals = { shape: { kind: 'intervals', from: 'start', to: 'stop' } };
  const contracts = (store: StudyStore) =>
    placeSource(
      store,
      'facts',
      { account: 'text', start: 'date', stop: 'date' },
      `values ('a', date '2025-03-01', date '2026-03-01'), ('b', date '2025-03-01', date '2026-03-01'), ('b', date '2026-03-11', date '2027-03-01'),
      ('c', date '2025-03-01', date '2026-03-01'), ('c', date '2026-03-12', null), ('d', date '2025-03-01', null)`,
    );

  test('an end with a successor within the days is a plan change; nothing in force is not at risk', async () => {
    expect(await outcomeOf({ kind: 'interval-ends', successorDays: 10 }, contracts, intervals)).toEqual([1, 0, 1, 0, 'not-at-risk']);
  });

  test('renewal: due in the window and followed within the grace', async () => {
    expect(await outcomeOf({ kind: 'renewal', graceDays: 10 }, contracts, intervals, { polarity: 'good' })).toEqual([
      0,
      1,
      0,
      'not-at-risk',
      'not-at-risk',
    ]);
  });

  test('a renewal decided before the as-of date is no observation', async () => {
    const signed = (store: StudyStore) =>
      placeSource(
        store,
        'facts',
        { account: 'text', start: 'date', stop: 'date' },
        `values ('a', date '2025-03-01', date '2026-03-01'), ('a', date '2026-01-15', date '2027-03-01')`,
      );
    expect((await outcomeOf({ kind: 'renewal', graceDays: 10 }, signed, intervals))[0]).toBe('not-at-risk');
  });

  test('the time to wait for a successor belongs to what must have been observed', async () => {
    expect(
      (await outcomeOf({ kind: 'interval-ends', successorDays: 10 }, contracts, intervals, { observedThrough: '2026-04-10' }))[0],
    ).toBe('unknown');
    expect(
      (await outcomeOf({ kind: 'interval-ends', successorDays: 10 }, contracts, intervals, { observedThrough: '2026-04-11' }))[0],
    ).toBe(1);
  });
});

describe('panels', () => {
  const panel = { shape: { kind: 'panel', date: 'month' } };
  const months = (store: StudyStore) =>
    placeSource(
      store,
      'facts',
      { account: 'text', month: 'date', status: 'text', revenue: 'number' },
      `values
      ('a', date '2026-01-31', 'active', 100), ('a', date '2026-02-28', 'churned', 0), ('a', date '2026-03-31', 'churned', 0),
      ('b', date '2026-01-31', 'active', 100), ('b', date '2026-02-28', 'active', 100), ('b', date '2026-03-31', 'active', 105),
      ('c', date '2026-01-31', 'churned', 0), ('c', date '2026-02-28', 'churned', 0), ('c', date '2026-03-31', 'churned', 0),
      ('d', date '2026-01-31', 'active', 100)`,
    );

  test('a column comes to a value', async () => {
    expect(await outcomeOf({ kind: 'becomes', becomes: "status = 'churned'" }, months, panel)).toEqual([
      1,
      0,
      'not-at-risk',
      0,
      'not-at-risk',
    ]);
  });

  test('absent from so many periods in a row', async () => {
    expect(await outcomeOf({ kind: 'absent', periods: 2 }, months, panel)).toEqual([0, 0, 0, 1, 'not-at-risk']);
    expect(await outcomeOf({ kind: 'absent', periods: 3 }, months, panel)).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
      'not-at-risk',
    ]);
  });

  test('change of a value over the horizon', async () => {
    const change = (is: string) => outcomeOf({ kind: 'change', column: 'revenue', is, tolerance: 0.04 }, months, panel);
    expect(await change('lost')).toEqual([1, 0, 'not-at-risk', 1, 'not-at-risk']);
    expect(await change('expanded')).toEqual([0, 1, 'not-at-risk', 0, 'not-at-risk']);
    expect(await change('ratio')).toEqual([0, 1.05, 'not-at-risk', 0, 'not-at-risk']);
  });
});

test('an opportunity closes won or lost', async () => {
  const deals = (store: StudyStore) =>
    placeSource(
      store,
      'facts',
      { account: 'text', day: 'date', stage: 'text' },
      `values ('a', date '2026-02-10', 'won'), ('b', date '2026-02-10', 'lost'), ('c', date '2026-05-10', 'won')`,
    );
  expect(await outcomeOf({ kind: 'closes', won: "stage = 'won'" }, deals, events)).toEqual([
    1,
    0,
    'not-at-risk',
    'not-at-risk',
    'not-at-risk',
  ]);
});

test('a number in the window; without one it is unknown', async () => {
  const surveys = (store: StudyStore) =>
    placeSource(
      store,
      'facts',
      { account: 'text', day: 'date', nps: 'number' },
      `values ('a', date '2026-02-10', 9), ('a', date '2026-03-10', 5), ('b', date '2026-01-10', 7)`,
    );
  expect(await outcomeOf({ kind: 'number', column: 'nps', aggregate: 'last' }, surveys, events)).toEqual([
    5,
    'unknown',
    'unknown',
    'unknown',
    'unknown',
  ]);
});

test('a flag is known when its snapshot lies within the horizon', async () => {
  const flags = (store: StudyStore) =>
    placeSource(store, 'facts', { account: 'text', churned: 'boolean' }, `values ('a', true), ('b', false)`);
  const taken = (takenOn?: string) => outcomeOf({ kind: 'flag', where: 'churned' }, flags, { shape: { kind: 'snapshot', takenOn } });
  expect(await taken('2026-03-01')).toEqual([1, 0, 'unknown', 'unknown', 'unknown']);
  expect(await taken('2026-04-02')).toEqual(ids.map(() => 'unknown'));
  expect(await taken()).toEqual([1, 0, 'unknown', 'unknown', 'unknown']);
});

test('an outcome that cannot be read yet is unknown for everyone and keeps no score back', async () => {
  const flags = (store: StudyStore) => placeSource(store, 'facts', { account: 'text', churned: 'boolean' }, `values ('a', true)`);
  const snapshot = { shape: { kind: 'snapshot' } };
  const unknown = ids.map(() => 'unknown');
  expect(await outcomeOf({ kind: 'flag', where: "nothing = 'yes'" }, flags, snapshot)).toEqual(unknown);
  expect(await outcomeOf({ kind: 'event', source: 'elsewhere' }, flags, snapshot)).toEqual(unknown);
});

test('who is at risk can depend on metrics', async () => {
  const { rows } = await observe(
    async (store) => {
      await placeSource(store, 'accounts', { id: 'text', seats: 'number' }, `values ('a', 10), ('b', 1), ('c', null)`);
      await placeSource(store, 'facts', { account: 'text', day: 'date' }, `values ('a', date '2026-02-10')`);
    },
    {
      account: { source: 'accounts', key: 'id' },
      readings: [
        { source: 'accounts', shape: { kind: 'snapshot' }, knownFrom: { seats: { kind: 'always' } } },
        { source: 'facts', shape: { kind: 'events', date: 'day' }, link: { column: 'account', to: 'accounts' }, exportedOn: '2026-06-30' },
      ],
      asOf: { kind: 'list', dates: [asOf] },
      metrics: [{ id: 'seats', name: 'Seats', value: { kind: 'column', source: 'accounts', column: 'seats' } }],
      outcomes: [{ id: 'it', name: 'It', happens: { kind: 'event', source: 'facts' }, horizonDays: 60, atRisk: 'seats >= 5' }],
    },
  );
  expect(rows.map((row) => row['outcome.it.status'])).toEqual(['known', 'not-at-risk', 'not-at-risk']);
});
