import { describe, expect, it } from 'vitest';
import { type Book, withBook } from '../../../electron/engine/scoring/Book.ts';
import type { BookView } from '../../../electron/engine/scoring/BookView.ts';
import { explainAccount } from '../../../electron/engine/scoring/explainAccount.ts';
import { freezeReferences } from '../../../electron/engine/scoring/freezeReferences.ts';
import { listAccounts } from '../../../electron/engine/scoring/listAccounts.ts';
import { scoreBook } from '../../../electron/engine/scoring/scoreBook.ts';
import { scoresQuery } from '../../../electron/engine/scoring/scoresQuery.ts';
import { explanation, scoredBook, scoringCalls } from '../../../shared/contract/scoringCalls.ts';
import type { Model } from '../../../shared/model/model.ts';
import { smallBook, smallModel } from './smallBook.ts';

const onBook = async <Value>(use: (book: Book) => Promise<Value>, asked: Parameters<typeof withBook>[1] = {}) =>
  withBook(await smallBook(), asked, {}, use);
const everything: BookView = { orderBy: 'score', descending: false };
const accountsOf = async (view: Partial<BookView>, asked: Parameters<typeof withBook>[1] = {}) => {
  const page = await onBook((book) => listAccounts(book, { ...everything, ...view }, { offset: 0, limit: 100 }), asked);
  return page.accounts.map(({ account }) => account);
};
const noSource = { sources: [], freshness: async () => new Map() };

describe('the scored book', () => {
  it('counts accounts and revenue by band, segment and bin', async () => {
    const book = await onBook(scoreBook);
    expect(scoredBook.parse(book)).toEqual(book);
    expect(book).toMatchObject({
      asOf: '2026-03-31',
      accounts: 5,
      revenue: 1560,
      withheld: 1,
      bandCertain: 3,
      median: (59.99995 + 79.5) / 2,
    });
  });

  it('puts a score a hair below a cut into the bin above it, as its band', async () => {
    const { histogram, bands } = await onBook(scoreBook);
    expect(histogram.filter(({ accounts }) => accounts > 0)).toEqual([
      { from: 40, to: 41, accounts: 1, revenue: 0 },
      { from: 60, to: 61, accounts: 1, revenue: 500 },
      { from: 79.5, to: 80, accounts: 1, revenue: 10 },
      { from: 80, to: 81, accounts: 1, revenue: 1000 },
    ]);
    expect(histogram).toHaveLength(101);
    expect(bands).toEqual([
      { band: 'red', accounts: 1, revenue: 0 },
      { band: 'yellow', accounts: 1, revenue: 500 },
      { band: 'green', accounts: 2, revenue: 1010 },
      { band: 'withheld', accounts: 1, revenue: 50 },
    ]);
  });

  it('counts every segment, the exclusions, and nobody twice', async () => {
    const { segments, exclusions, histogram } = await onBook(scoreBook);
    expect(segments.map(({ id, accounts, revenue, mean }) => ({ id, accounts, revenue, mean }))).toEqual([
      { id: 'large', accounts: 2, revenue: 10, mean: (40 + 79.5) / 2 },
      { id: 'base', accounts: 3, revenue: 1550, mean: (80 + 59.99995) / 2 },
    ]);
    expect(exclusions).toEqual([{ id: 'tests', name: 'Test accounts', accounts: 3 }]);
    for (const { histogram: own, accounts, bands } of segments) {
      const withheld = bands.find(({ band }) => band === 'withheld')!.accounts;
      expect(own.reduce((sum, bin) => sum + bin.accounts, 0)).toBe(accounts - withheld);
    }
    expect(histogram.map((bin, index) => bin.accounts - segments.reduce((sum, one) => sum + one.histogram[index]!.accounts, 0))).toEqual(
      histogram.map(() => 0),
    );
  });

  it('is defined without accounts and without weights', async () => {
    const weightless: Model = { ...smallModel, dimensions: smallModel.dimensions.map((node) => ({ ...node, weight: 0 })) };
    expect(await onBook(scoreBook, { model: weightless })).toMatchObject({ accounts: 5, withheld: 5, mean: null, median: null });
    const source = await smallBook();
    await source.database.run({ text: 'delete from observations' });
    expect(await withBook(source, {}, {}, scoreBook)).toMatchObject({ accounts: 0, revenue: 0, withheld: 0, mean: null, median: null });
  });

  it.each([
    [{ model: 'other' }, 'model-unknown'],
    [{ asOf: '2026-01-31' }, 'as-of-unknown'],
    [{ model: { ...smallModel, dimensions: [{ ...smallModel.dimensions[0]!, metric: 'logins' }] } as Model }, 'metric-unknown'],
    [{ model: { ...smallModel, segments: [{ ...smallModel.segments[0]!, where: 'country = 1' }] } }, 'name-unknown'],
    [{ model: { ...smallModel, segments: [{ ...smallModel.segments[0]!, where: 'size ~ 1' }] } }, 'expression-invalid'],
    [{ model: { ...smallModel, caps: [{ id: 'c', name: 'C', where: 'size > 1', band: 'blue' }] } }, 'model-invalid'],
  ])('refuses %j', async (asked, code) => {
    await expect(onBook(scoreBook, asked)).rejects.toMatchObject({ code });
  });

  it('scores a book once for calls that ask for it at the same time, and drops old ones', async () => {
    const source = await smallBook();
    await Promise.all([withBook(source, {}, {}, scoreBook), withBook(source, {}, {}, scoreBook)]);
    const tables = () =>
      source.database.rows<{ name: string }>({ text: `select table_name as name from duckdb_tables() where table_name like 'scored_%'` });
    expect(await tables()).toHaveLength(1);
    for (const cut of [61, 62, 63, 64, 65, 66]) await withBook(source, { model: { ...smallModel, cuts: [cut, 80] } }, {}, scoreBook);
    expect(await tables()).toHaveLength(4);
  });

  it('goes on when another call that was scoring the same book is cancelled', async () => {
    const source = await smallBook();
    const controller = new AbortController();
    const first = withBook(source, {}, { signal: controller.signal }, scoreBook);
    const second = withBook(source, {}, {}, scoreBook);
    controller.abort();
    await first.catch((error: unknown) => expect(error).toMatchObject({ code: 'cancelled' }));
    expect(await second).toMatchObject({ accounts: 5 });
  });
});

describe('the worklist', () => {
  it.each<[Partial<BookView>, string[]]>([
    [{}, ['c', 'b', "<i>e'", 'a', 'd']],
    [{ descending: true }, ['a', "<i>e'", 'b', 'c', 'd']],
    [{ orderBy: 'band' }, ['c', 'b', "<i>e'", 'a', 'd']],
    [{ orderBy: 'revenue', descending: true }, ['a', 'b', 'd', "<i>e'", 'c']],
    [{ orderBy: 'owner' }, ['a', 'b', "<i>e'", 'c', 'd']],
    [{ orderBy: 'segment' }, ["<i>e'", 'c', 'a', 'b', 'd']],
    [{ orderBy: 'account' }, ["<i>e'", 'a', 'b', 'c', 'd']],
    [{ bands: ['green', 'withheld'] }, ["<i>e'", 'a', 'd']],
    [{ bands: [] }, []],
    [{ segments: ['large'], owners: ['Bob'] }, ['c', "<i>e'"]],
    [{ renewalWithinDays: 30 }, ['c', 'a']],
    [{ scoreFrom: 60, scoreBelow: 80 }, ["<i>e'"]],
    [{ where: 'usage >= 60 and account.size < 100' }, ['b', 'a']],
    [{ where: 'support is missing' }, ['c', 'd']],
    [{ search: 'BOB' }, ['c', "<i>e'"]],
    [{ search: "<I>E'" }, ["<i>e'"]],
    [{ owners: ["'; drop table observations; --"] }, []],
  ])('%j gives %j', async (view, expected) => {
    expect(await accountsOf(view)).toEqual(expected);
  });

  it('gives a page as the contract says, with totals over all that is seen', async () => {
    const page = await onBook((book) => listAccounts(book, { ...everything, bands: ['green', 'yellow', 'red'] }, { offset: 1, limit: 2 }));
    expect(scoringCalls['list-accounts'].output.parse(page)).toEqual(page);
    expect(page).toMatchObject({ total: 4, totalRevenue: 1510, owners: ['Ann', 'Bob'] });
    expect(page.accounts).toEqual([
      expect.objectContaining({
        account: 'b',
        band: 'yellow',
        renewal: '2026-06-30',
        renewalDays: 91,
        reason: 'support_leaf',
        attributes: { size: 10 },
      }),
      expect.objectContaining({
        account: "<i>e'",
        name: '=1+1',
        band: 'green',
        segment: 'large',
        renewalDays: -30,
        reason: 'support_leaf',
        reasonPoints: 15.5,
      }),
    ]);
  });

  it('is exported as it is seen', async () => {
    const rows = await onBook((book) =>
      book.database.rows(scoresQuery(book, { ...everything, orderBy: 'revenue', descending: true, owners: ['Ann'] })),
    );
    expect(rows).toEqual([
      expect.objectContaining({ account_id: 'a', score: 80, size: 10 }),
      expect.objectContaining({ account_id: 'b', band: 'yellow' }),
    ]);
  });
});

describe('the explanation', () => {
  it('adds up to the score, and follows the contract', async () => {
    const found = await onBook((book) => explainAccount(book, "<i>e'", noSource));
    expect(explanation.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      score: 79.5,
      rolledUp: 79.5,
      band: 'green',
      segment: { id: 'large' },
      coverage: 1,
      low: 79.5,
      high: 79.5,
      bandCertain: true,
      rankInSegment: 0.5,
    });
    expect(found.nodes.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)).toBe(79.5);
    expect(found.nodes[0]).toMatchObject({
      name: 'Usage',
      share: 0.5,
      value: 90,
      contribution: 45,
      possible: 50,
      metric: { raw: 90, unit: '%', state: 'present' },
    });
  });

  it('says what is missing and what it could change', async () => {
    expect(await onBook((book) => explainAccount(book, 'c', noSource))).toMatchObject({
      score: 40,
      coverage: 0.5,
      low: 20,
      high: 70,
      bandCertain: false,
    });
    const nothing = await onBook((book) => explainAccount(book, 'd', noSource));
    expect(nothing).toMatchObject({
      score: null,
      band: 'withheld',
      low: 0,
      high: 100,
      rankInSegment: null,
      notes: ['No score: none of the weighted metrics is known for this account.'],
    });
  });

  it('names caps and the stretch', async () => {
    const model: Model = {
      ...smallModel,
      rescale: { from: 20, to: 100 },
      caps: [{ id: 'c', name: 'In dispute', where: 'usage > 99', score: 50, band: 'yellow' }],
    };
    const found = await onBook((book) => explainAccount(book, 'a', noSource), { model });
    expect(found).toMatchObject({ rolledUp: 80, score: 50, band: 'red' });
    expect(found.notes).toEqual([
      'The sum 80.0 is stretched from 20.0-100.0 to 0-100.',
      'In dispute: the score is at most 50 and the band is at most Yellow, because usage > 99.',
    ]);
  });

  it('knows only accounts of that date', async () => {
    await expect(onBook((book) => explainAccount(book, 'b', noSource), { asOf: '2025-12-31' })).rejects.toMatchObject({
      code: 'account-unknown',
    });
  });
});

describe('freezing references', () => {
  const unfrozen: Model = {
    ...smallModel,
    dimensions: smallModel.dimensions.map((node, index) =>
      node.kind === 'group'
        ? node
        : {
            ...node,
            curve:
              index === 0
                ? { kind: 'percentile', direction: 'higher', knots: [] }
                : { kind: 'z-score', direction: 'lower', reference: null },
          },
    ),
  };

  it('takes them from the book of the date', async () => {
    const { model, notices } = await onBook((book) => freezeReferences(book, undefined, true), { model: unfrozen });
    expect(model.dimensions[0]).toMatchObject({
      curve: {
        knots: [
          [40, 0.125],
          [60, 0.375],
          [90, 0.625],
          [100, 0.875],
        ],
        frozenOn: '2026-03-31',
      },
    });
    expect(model.dimensions[1]).toMatchObject({
      curve: { reference: { mean: expect.closeTo(62.9999667, 6), sd: expect.closeTo(4.24266, 4) } },
    });
    expect(notices).toEqual(['Large has 2 accounts, fewer than 30, and uses the reference of the whole book.']);
  });

  it('only of the leaves asked for', async () => {
    const { model } = await onBook((book) => freezeReferences(book, ['support_leaf'], false), { model: unfrozen });
    expect(model.dimensions[0]).toEqual(unfrozen.dimensions[0]);
    expect(model.dimensions[1]).not.toEqual(unfrozen.dimensions[1]);
  });
});
