import { expect, test } from 'vitest';
import { frameInHand } from '../../../renderer/views/whatIf/frameInHand.ts';
import type { Frame } from '../../../renderer/views/whatIf/frameStore.ts';
import type { LiveAnswer } from '../../../renderer/views/whatIf/live/answer.ts';
import { smallBook, smallDraft } from './smallDraft.ts';

const outline = { edges: [0, 100], accounts: [10], revenue: [1000], mean: 70 };
const question = { baseline: { version: 'v1' }, asOf: null, segment: null, outcome: 'churned', bands: null, dataChanges: 0 };
const sides = { before: smallDraft.bands, after: smallDraft.bands };
const segmentOf = (id: string, accounts: number) => ({ id, name: id, book: { ...smallBook, accounts } });
const rested: Frame = {
  question,
  model: smallDraft,
  sides,
  book: smallBook,
  outline,
  isExact: true,
  sampled: { accounts: null, observations: null },
  line: null,
  parts: [],
  segments: { model: smallDraft, sides, books: [segmentOf('s', 4), segmentOf('base', 6)].map((one) => ({ ...one, outline })) },
  movers: null,
};
const hand = { hand: 'h', accounts: 10, inHand: 5, baseline: outline, proof: null } as unknown as LiveAnswer['hand'];
const moved = { book: smallBook, proof: null, segments: null, movers: null, kernelMs: 1 };
const answer = (change: Partial<LiveAnswer>): LiveAnswer => ({ model: smallDraft, question, hand, moved, moverKind: null, ...change });
const sizes = (frame: Frame) => frame.segments?.books.map(({ book }) => book.accounts);

test('segments and movers stay while a control moves, and are renewed where it rests', () => {
  const moving = frameInHand(answer({}), rested);
  expect(moving.segments).toBe(rested.segments);
  // Where cuts are mixed they come while it moves, for the picture alone.
  const mixed = frameInHand(answer({ moved: { ...moved, segments: [segmentOf('s', 2), segmentOf('base', 8)] } }), rested);
  expect(mixed.segments).toBe(rested.segments);
  expect(mixed.parts.map(({ book }) => book.accounts)).toEqual([2, 8]);
  const atRest = frameInHand(
    answer({ moverKind: 'worse', moved: { ...moved, movers: [], segments: [segmentOf('s', 3), segmentOf('base', 7)] } }),
    moving,
  );
  expect(sizes(atRest)).toEqual([3, 7]);
  expect(atRest.segments?.books[0]?.outline).toBe(outline);
  expect(atRest.movers).toEqual({ kind: 'worse', rows: [], total: null });
  expect(frameInHand(answer({}), atRest).movers).toBe(atRest.movers);
});

test('nothing is kept of another baseline, and no movers of another slice', () => {
  const live = { ...rested, movers: { kind: 'largest', rows: [], total: null } as const };
  expect(frameInHand(answer({ question: { ...question, baseline: { version: 'v2' } } }), live)).toMatchObject({
    segments: null,
    movers: null,
  });
  expect(frameInHand(answer({ question: { ...question, segment: 's' } }), live)).toMatchObject({ segments: rested.segments, movers: null });
});

test('a sample says how many observations of the proof set answer', () => {
  const proofOf = (isSample: boolean) =>
    ({ inHand: 50, isSample, set: { observations: 80 }, baseline: null }) as unknown as LiveAnswer['hand']['proof'];
  const sampledOf = (isSample: boolean) => frameInHand(answer({ hand: { ...hand, proof: proofOf(isSample) } }), null).sampled;
  expect(sampledOf(true)).toEqual({ accounts: 5, observations: 50 });
  // A slice holds fewer than the set, and is whole.
  expect(sampledOf(false).observations).toBeNull();
});
