import { describe, expect, it } from 'vitest';
import { listMovers, type MoversAsked } from '../../../electron/engine/comparison/listMovers.ts';
import { changeWeight } from '../../../shared/scoring/changeWeight.ts';
import { comparing } from './comparing.ts';
import { type Row, twoMetrics } from './smallStudy.ts';

// Before / after usage counts three times: up 50/75 (red, yellow), down 55/30 (red), high 75/87.5 (yellow, green), low 65/52.5 (yellow, red),
// same 90/90 (green), none withheld, lone 85/85 (support missing).
const rows: Row[] = [
  { account: 'up', usage: 100, support: 0, revenue: 10, size: 100 },
  { account: 'down', usage: 5, support: 105 },
  { account: 'high', usage: 100, support: 50, revenue: 30 },
  { account: 'low', usage: 40, support: 90, revenue: null },
  { account: 'same', usage: 90, support: 90 },
  { account: 'none' },
  { account: 'lone', usage: 85 },
];
const heavier = changeWeight(twoMetrics, 'usage_leaf', 3, { rescaleSiblings: false });

const movers = (asked: Partial<MoversAsked>, models = { baseline: twoMetrics, draft: heavier } as Parameters<typeof comparing>[1]) =>
  comparing(rows, models, (book) => listMovers(book, { kind: 'largest', offset: 0, limit: 100, ...asked }));
const accounts = async (...asked: Parameters<typeof movers>) => (await movers(...asked)).movers.map(({ account }) => account);

describe('movers', () => {
  it.each<[Partial<MoversAsked>, string[]]>([
    [{}, ['up', 'down', 'high', 'low']],
    [{ kind: 'worse' }, ['down', 'low']],
    [{ kind: 'better' }, ['up', 'high']],
    [{ kind: 'newly-worst' }, ['low']],
    [{ kind: 'newly-best' }, ['high']],
    [{ kind: 'crossing' }, ['up', 'high', 'low']],
    [{ from: 'yellow', to: 'red' }, ['low']],
    [{ from: 'green', to: 'green' }, ['lone', 'same']],
    [{ from: 'withheld' }, ['none']],
    [{ to: 'red', kind: 'worse' }, ['down', 'low']],
    [{ offset: 1, limit: 2 }, ['down', 'high']],
    [{ from: "'; drop table observations; --" }, []],
  ])('%j', async (asked, expected) => {
    expect(await accounts(asked)).toEqual(expected);
  });

  it('say with their first page how many there are of each kind, whichever is asked for, in the slice', async () => {
    const all = { largest: 4, worse: 2, better: 2, 'newly-worst': 1, 'newly-best': 1, crossing: 3 };
    expect((await movers({ limit: 1 })).counts).toEqual(all);
    expect((await movers({ kind: 'newly-best' })).counts).toEqual(all);
    expect([(await movers({ offset: 1 })).counts, (await movers({ from: 'red' })).counts]).toEqual([null, null]);
    const large = await movers({}, { baseline: twoMetrics, draft: heavier, segment: 'large' });
    expect(large.counts).toEqual({ largest: 1, worse: 0, better: 1, 'newly-worst': 0, 'newly-best': 0, crossing: 1 });
  });

  it('name the account, where it was and is, and the metric that moved it', async () => {
    const { total, totalRevenue, movers: page } = await movers({ limit: 1 });
    expect([total, totalRevenue]).toEqual([4, 41]);
    expect(page).toEqual([
      {
        ...{ account: 'up', name: 'Name of up', owner: null, segment: 'large', revenue: 10 },
        before: { score: 50, band: 'red' },
        after: { score: 75, band: 'yellow' },
        change: 25,
        // Usage weighs .75 instead of .5, at 100 points against a score of 50; support .25 instead of .5, at 0: half each. Ties go to the first.
        because: { leaf: 'usage_leaf', name: 'USAGE', points: 12.5 },
      },
    ]);
  });

  it('keep to the slice', async () => {
    expect(await accounts({}, { baseline: twoMetrics, draft: heavier, segment: 'large' })).toEqual(['up']);
  });

  it('go by bands where there are no scores', async () => {
    const rated: Row[] = [
      { account: 'fallen', usage: 10, support: 10, rating: 'green' },
      { account: 'slipped', usage: 70, support: 70, rating: 'green' },
      { account: 'risen', usage: 90, support: 90, rating: 'yellow' },
      { account: 'kept', usage: 90, support: 90, rating: 'green' },
    ];
    const of = (asked: Partial<MoversAsked>) =>
      comparing(rated, { baseline: 'rating', draft: twoMetrics }, (book) =>
        listMovers(book, { kind: 'largest', offset: 0, limit: 9, ...asked }),
      );
    const { movers: page } = await of({});
    expect(page.map(({ account }) => account)).toEqual(['fallen', 'risen', 'slipped']);
    expect(page[0]).toMatchObject({
      before: { score: null, band: 'green' },
      after: { score: 10, band: 'red' },
      change: null,
      because: null,
    });
    expect((await of({ kind: 'worse' })).total).toBe(2);
  });
});
