import { expect, it } from 'vitest';
import { compareModels } from '../../../electron/engine/comparison/compareModels.ts';
import { comparisonCalls } from '../../../shared/contract/comparisonCalls.ts';
import type { Model } from '../../../shared/model/model.ts';
import { changeWeight } from '../../../shared/scoring/changeWeight.ts';
import { comparing } from './comparing.ts';
import { type Row, twoMetrics } from './smallStudy.ts';

// Under the model as it is: a 80, b 60, c 40 (support missing), d withheld, e 79.5 (large).
const rows: Row[] = [
  { account: 'a', usage: 100, support: 60, revenue: 1000, tool: 70, rating: ' RED' },
  { account: 'b', usage: 60, support: 60, revenue: 500, tool: 59.9999, rating: 'a' },
  { account: 'c', usage: 40, revenue: null, tool: 85, rating: 'unknown' },
  { account: 'd', revenue: 50, rating: 'Yellow' },
  { account: 'e', usage: 90, support: 69, size: 200, revenue: 10, tool: 10 },
];
const heavier = changeWeight(twoMetrics, 'usage_leaf', 3, { rescaleSiblings: false });

it('counts every account once: bins, bands, revenue, and where each went', async () => {
  const compared = await comparing(rows, { baseline: twoMetrics, draft: heavier }, compareModels);
  expect(comparisonCalls['compare-models'].output.parse(compared)).toEqual(compared);
  // Three parts usage, one part support: a 90, b 60, c 40, e 84.75.
  expect(compared.book).toMatchObject({
    accounts: 5,
    revenue: 1560,
    migrationAccounts: [
      [1, 0, 0, 0],
      [0, 1, 1, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ],
    migrationRevenue: [
      [0, 0, 0, 0],
      [0, 500, 10, 0],
      [0, 0, 1000, 0],
      [0, 0, 0, 50],
    ],
    mean: (90 + 60 + 40 + 84.75) / 4,
  });
  const { edges, binAccounts, binRevenue } = compared.book;
  expect(edges).toEqual(Array.from({ length: 101 }, (_, edge) => edge));
  expect([40, 60, 84, 90].map((bin) => [binAccounts[bin], binRevenue[bin]])).toEqual([
    [1, 0],
    [1, 500],
    [1, 10],
    [1, 1000],
  ]);
  expect(binAccounts.reduce((sum, count) => sum + count)).toBe(4);
  expect(compared.outline).toMatchObject({ mean: (80 + 60 + 40 + 79.5) / 4 });
  expect([40, 60, 79, 80].map((bin) => compared.outline!.accounts[bin])).toEqual([1, 1, 1, 1]);
  expect(compared.differences).toEqual([
    { what: 'weight', where: 'USAGE', before: '1 (50 % of the score)', after: '3 (75 % of the score)' },
  ]);
  expect(compared.notes).toEqual([]);
});

it('shows every segment on its own, and the slice alone when one is asked for', async () => {
  const whole = await comparing(rows, { baseline: twoMetrics, draft: heavier }, compareModels);
  expect(whole.segments.map(({ id, name, book }) => [id, name, book.accounts, book.mean])).toEqual([
    ['large', 'Large', 1, 84.75],
    ['base', 'Everyone else', 4, (90 + 60 + 40) / 3],
  ]);
  const slice = await comparing(rows, { baseline: twoMetrics, draft: heavier, segment: 'large' }, compareModels);
  expect(slice.book).toEqual(whole.segments[0]!.book);
  expect(slice.outline).toEqual(whole.segments[0]!.outline);
  await expect(comparing(rows, { baseline: twoMetrics, draft: heavier, segment: 'small' }, compareModels)).rejects.toMatchObject({
    code: 'segment-unknown',
    detail: { known: 'large, base' },
  });
});

it('reads a given score by the bands of the draft, a hair below a cut included', async () => {
  const { outline, book, differences } = await comparing(rows, { baseline: 'tool', draft: twoMetrics }, compareModels);
  // Given: a 70 yellow, b 59.9999 yellow, c 85 green, d none, e 10 red.
  expect(book.migrationAccounts).toEqual([
    [0, 1, 0, 0],
    [0, 1, 1, 0],
    [1, 0, 0, 0],
    [0, 0, 0, 1],
  ]);
  expect(outline!.mean).toBeCloseTo((70 + 59.9999 + 85 + 10) / 4, 10);
  expect(differences).toEqual([]);
});

it('reads given bands by id, name or letter, and names those it does not know', async () => {
  const { outline, baseline, book, notes } = await comparing(rows, { baseline: 'rating', draft: twoMetrics }, compareModels);
  expect(outline).toBeNull();
  expect(baseline).toMatchObject({ kind: 'given', name: 'The rating', bands: [{ id: 'red' }, { id: 'yellow' }, { id: 'green' }] });
  expect(book.migrationAccounts).toEqual([
    [0, 0, 1, 0],
    [0, 0, 0, 1],
    [0, 1, 0, 0],
    [1, 1, 0, 0],
  ]);
  expect(notes).toEqual([
    'The rating has "unknown", which no band of Health is called: withheld in 1 row. A band of that name or letter is taken as the same.',
  ]);
});

it('says that a given score has no value, or another scale', async () => {
  const without = rows.map((row) => ({ ...row, tool: null }));
  const empty = await comparing(without, { baseline: 'tool', draft: twoMetrics }, compareModels);
  expect(empty.notes).toEqual(['The tool has no value on 2026-03-31: every account counts as withheld.']);
  expect(empty.outline).toMatchObject({ mean: null });
  const tenths = rows.map((row) => ({ ...row, tool: (row.tool ?? 0) / 10 }));
  const scaled = await comparing(tenths, { baseline: 'tool', draft: twoMetrics }, compareModels);
  expect(scaled.notes).toEqual(['The tool lies between 0 and 8.5; distribution and bands read it on a scale of 0-100.']);
});

it('compares two given scores by the bands of the current model, and refuses without one', async () => {
  const { book } = await comparing(rows, { baseline: 'tool', draft: 'rating', current: twoMetrics }, compareModels);
  expect(book.migrationAccounts[3]).toEqual([0, 1, 0, 0]);
  expect(book.mean).toBeNull();
  await expect(comparing(rows, { baseline: 'tool', draft: 'rating' }, compareModels)).rejects.toMatchObject({ code: 'model-missing' });
});

it('counts each model by its own bands when they differ, and says so', async () => {
  const [red, , green] = twoMetrics.bands;
  const twoBands: Model = { ...twoMetrics, bands: [red!, green!], cuts: [70] };
  const { book, notes } = await comparing(rows, { baseline: twoMetrics, draft: twoBands }, compareModels);
  expect(book.migrationAccounts).toEqual([
    [1, 0, 0],
    [1, 1, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
  expect(notes).toEqual([
    'The bands differ: the baseline has Red, Yellow, Green, the draft Red, Green; each is counted by its own. Yellow has no counterpart in the draft.',
  ]);
});

it.each<[string, Row[], Model]>([
  ['no accounts', [], heavier],
  ['all weights zero', rows, { ...twoMetrics, dimensions: twoMetrics.dimensions.map((node) => ({ ...node, weight: 0 })) }],
])('is defined with %s', async (_, some, draft) => {
  const { book } = await comparing(some, { baseline: twoMetrics, draft }, compareModels);
  expect(book.mean).toBeNull();
  expect(book.accounts).toBe(some.length);
  expect(book.migrationAccounts.flat().reduce((sum, count) => sum + count)).toBe(some.length);
  expect(book.migrationAccounts.map((row) => row.at(-1)).reduce((sum, count) => sum! + count!)).toBe(some.length);
});
