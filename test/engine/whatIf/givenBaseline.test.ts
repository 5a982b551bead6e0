import { describe, expect, it } from 'vitest';
import { compareModels } from '../../../electron/engine/comparison/compareModels.ts';
import { listMovers } from '../../../electron/engine/comparison/listMovers.ts';
import { observationColumns } from '../../../electron/engine/scoring/observationColumns.ts';
import { holdBook } from '../../../electron/engine/whatIf/holdBook.ts';
import { moversOf } from '../../../electron/engine/whatIf/moversOf.ts';
import { RowSet } from '../../../electron/engine/whatIf/RowSet.ts';
import type { MoverKind } from '../../../shared/contract/mover.ts';
import type { Control, Position } from '../../../shared/contract/whatIfCalls.ts';
import { draftAt } from '../../../shared/whatIf/draftAt.ts';
import { countTable } from '../../../shared/whatIf/Hand.ts';
import { shiftedBookOf } from '../../../shared/whatIf/shiftedBookOf.ts';
import { topMovers } from '../../../shared/whatIf/topMovers.ts';
import { comparing } from '../comparison/comparing.ts';
import { latest, type Row, smallObservations, twoMetrics } from '../comparison/smallStudy.ts';

// Usage counting three times: up 75 (yellow), high 87.5 (green), low 52.5 (red), none withheld, lone 85 (green).
const rows: Row[] = [
  { account: 'up', usage: 100, support: 0, revenue: 10, size: 100, tool: 30, rating: 'Red' },
  { account: 'high', usage: 100, support: 50, revenue: 30, tool: 79.9999, rating: ' b ' },
  { account: 'low', usage: 40, support: 90, revenue: null, tool: 65, rating: 'unheard of' },
  { account: 'none', tool: 90, rating: 'green' },
  { account: 'lone', usage: 85, tool: null, rating: null },
];
interface Moved {
  control: Control;
  position: Position;
}
const heavierUsage: Moved = {
  control: { kind: 'weight', node: 'usage_leaf', rescaleSiblings: false },
  position: { kind: 'weight', weight: 3 },
};
/** Both edges pass given scores, and scores of the draft. */
const movedEdges: Moved = { control: { kind: 'cuts' }, position: { kind: 'cuts', cuts: [25, 70] } };
const movedTo = ({ control, position }: Moved) => draftAt(twoMetrics, control, position);

async function holding(given: 'tool' | 'rating', { control, position } = heavierUsage) {
  const { database, observations } = await smallObservations(rows);
  const score = observations.definition.givenScores.find(({ id }) => id === given)!;
  const baseline = { kind: 'given' as const, name: score.name, given: score };
  const columnOf = observationColumns(observations);
  const held = await RowSet.of(database, observations.table, 'true', {});
  const context = { draft: twoMetrics, baseline, control, only: null, columnOf, options: {} };
  const book = await holdBook(held, observations, context);
  const inHand = { ...context, observations, asOf: latest, book, proof: null };
  const placed = book.held.at(position);
  return {
    outline: book.outline,
    book: shiftedBookOf(countTable(book.hand, placed), book.standsFor),
    movers: (kind: MoverKind) =>
      moversOf(inHand, draftAt(twoMetrics, control, position), topMovers(book.hand, placed, book.before, { kind, limit: 10 }), {}),
  };
}

describe.each(['tool', 'rating'] as const)('a given baseline: %s', (given) => {
  it.each([
    ['weight', heavierUsage],
    ['edges', movedEdges],
  ])('moves the book as the exact comparison does: %s', async (_, moved) => {
    const { book, outline } = await holding(given, moved);
    const exact = await comparing(rows, { baseline: given, draft: movedTo(moved) }, compareModels);
    expect(book).toEqual({ ...exact.book, mean: expect.closeTo(exact.book.mean!, 4) });
    if (exact.outline === null) expect(outline).toBeNull();
    else expect(outline).toEqual({ ...exact.outline, mean: expect.closeTo(exact.outline.mean!, 4) });
  });
});

it('lists who moves away from a given score, and from a given band', async () => {
  const fromScore = await (await holding('tool')).movers('largest');
  expect(fromScore.map(({ account, change }) => [account, change?.toFixed(2) ?? null])).toEqual([
    ['up', '45.00'],
    ['low', '-12.50'],
    ['high', '7.50'],
    ['lone', null],
    ['none', null],
  ]);
  const fromBand = await (await holding('rating')).movers('better');
  expect(fromBand.map(({ account, before, after, because }) => [account, before.band, after.band, because])).toEqual([
    ['high', 'yellow', 'green', null],
    ['up', 'red', 'yellow', null],
  ]);
});

it('lists who crosses an edge that moved, from where the given score lies by that edge', async () => {
  const crossing = await (await holding('tool', movedEdges)).movers('crossing');
  const { movers } = await comparing(rows, { baseline: 'tool', draft: movedTo(movedEdges) }, (book) =>
    listMovers(book, { kind: 'crossing', offset: 0, limit: 10 }),
  );
  expect(crossing.map(({ account, before, after }) => [account, before.band, after.band])).toEqual(
    movers.map(({ account, before, after }) => [account, before.band, after.band]),
  );
});
