import { describe, expect, it } from 'vitest';
import { countNearEdges } from '../../../electron/engine/comparison/countNearEdges.ts';
import { listWays } from '../../../electron/engine/comparison/listWays.ts';
import { type Book, withBook } from '../../../electron/engine/scoring/Book.ts';
import { comparisonCalls } from '../../../shared/contract/comparisonCalls.ts';
import type { Model } from '../../../shared/model/model.ts';
import { type Row, smallObservations, twoMetrics } from './smallStudy.ts';

async function onBook<Value>(rows: readonly Row[], model: Model, use: (book: Book) => Promise<Value>): Promise<Value> {
  const { database, observations } = await smallObservations(rows);
  const source = { study: { models: [model], currentModel: model.id }, database, observations: async () => observations };
  return withBook(source, {}, {}, use);
}
const scoring = (score: number | null, extra: Partial<Row> = {}): Row => ({ account: '', usage: score, support: score, ...extra });
const numbered = (rows: Row[]) => rows.map((row, index) => ({ ...row, account: `a${index}` }));

describe('near edges', () => {
  it('are counted on either side, each account by the edge of its segment', async () => {
    const segmented: Model = { ...twoMetrics, segments: [{ ...twoMetrics.segments[0]!, cuts: [50, 90] }] };
    const rows = numbered([
      ...[57.9, 58, 59.9998, 62, 62.1].map((score) => scoring(score, { revenue: 10 })),
      ...[60, 49, 88, null].map((score) => scoring(score, { size: 100 })),
    ]);
    const counted = await onBook(rows, segmented, (book) => countNearEdges(book, 2));
    expect(comparisonCalls['count-near-edges'].output.parse(counted)).toEqual(counted);
    expect(counted.edges).toEqual([
      { cut: 60, lower: 'red', upper: 'yellow', accountsBelow: 2, revenueBelow: 11, accountsAbove: 2, revenueAbove: 20 },
      { cut: 80, lower: 'yellow', upper: 'green', accountsBelow: 1, revenueBelow: 1, accountsAbove: 0, revenueAbove: 0 },
    ]);
  });

  it('of a book and of a slice count an account near two edges once', async () => {
    const rows = numbered([...[61, 70, 79, 95].map((score) => scoring(score, { revenue: 10 })), scoring(70, { size: 100 })]);
    const [one, wide, sliced] = await onBook(rows, twoMetrics, async (book) => [
      await countNearEdges(book, 2),
      await countNearEdges(book, 10),
      await countNearEdges(book, 10, twoMetrics.segments[0]!.id),
    ]);
    expect(one).toMatchObject({ accounts: 2, revenue: 20 });
    expect(wide).toMatchObject({ accounts: 4, revenue: 31 });
    expect(wide.edges.map(({ accountsBelow, accountsAbove }) => accountsBelow + accountsAbove)).toEqual([3, 3]);
    expect(sliced).toMatchObject({ accounts: 1, revenue: 1 });
  });

  it('are none in a book without accounts, and there are none of a single band', async () => {
    const { edges } = await onBook([], twoMetrics, (book) => countNearEdges(book, 2));
    expect(edges.map(({ accountsBelow, accountsAbove }) => accountsBelow + accountsAbove)).toEqual([0, 0]);
    const single: Model = { ...twoMetrics, bands: twoMetrics.bands.slice(0, 1), cuts: [] };
    expect(await onBook([], single, (book) => countNearEdges(book, 2))).toMatchObject({ edges: [] });
  });
});

describe('ways to a band', () => {
  const rows: Row[] = [
    { account: 'one', usage: 40, support: 70 },
    { account: 'other', usage: 100, support: 70 },
    { account: 'third', usage: 10, support: 90 },
    { account: 'unknown' },
  ];
  const waysOf = (account: string, band: string, model = twoMetrics) =>
    onBook(rows, model, (book) =>
      listWays(book, { account, band, limit: 5 }, { signal: new AbortController().signal, onProgress: () => {} }),
    );

  it('stay within what the book has seen, and say that they are arithmetic', async () => {
    const found = await waysOf('one', 'yellow');
    expect(comparisonCalls['reach-band'].output.parse(found)).toEqual(found);
    expect(found).toMatchObject({ score: 55, band: 'red', needed: 5 });
    expect(found.ways).toEqual([
      {
        changes: [{ leaf: 'usage_leaf', metric: 'usage', name: 'USAGE', unit: null, from: 40, to: 50, points: 5 }],
        score: 60,
        // The population spread of 40, 100 and 10.
        effort: expect.closeTo(10 / Math.sqrt(1400), 10),
      },
      expect.objectContaining({ score: 60, changes: [expect.objectContaining({ metric: 'support', from: 70, to: 80, points: 5 })] }),
    ]);
    expect(found.sentence).toMatch(/^These changes, within .*no evidence that changing the metric changes the outcome\.$/);
  });

  it.each<[string, string, string, RegExp]>([
    ['already there', 'other', 'green', /^The account is Green already\.$/],
    ['above', 'other', 'yellow', /^The account is Green, above Yellow; only ways up are worked out\.$/],
    ['without a score', 'unknown', 'green', /^No score: none of the weighted metrics is known .* has to become known first\.$/],
  ])('say why there are none: %s', async (_, account, band, sentence) => {
    expect(await waysOf(account, band)).toMatchObject({ ways: [], sentence: expect.stringMatching(sentence) });
  });

  it('say that the book has seen nothing high enough, or that a rule is in the way', async () => {
    const beyond = await waysOf('one', 'green', { ...twoMetrics, cuts: [60, 99] });
    expect(beyond).toMatchObject({ ways: [], needed: 44, sentence: expect.stringContaining('No change of up to three metrics') });
    const capped: Model = { ...twoMetrics, caps: [{ id: 'c', name: 'Small', where: 'size < 10', band: 'red' }] };
    expect(await waysOf('other', 'green', capped)).toMatchObject({
      ...{ ways: [], needed: 0, band: 'red' },
      sentence: expect.stringMatching(/^A rule holds the account below Green\./),
    });
  });

  it('refuse a band or an account there is not', async () => {
    await expect(waysOf('one', 'blue')).rejects.toMatchObject({ code: 'band-unknown', detail: { known: 'red, yellow, green' } });
    await expect(waysOf('nobody', 'green')).rejects.toMatchObject({ code: 'account-unknown' });
  });
});
