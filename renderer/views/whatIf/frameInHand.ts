import { sameContent } from '../../state/sameContent.ts';
import type { Frame, SegmentBook } from './frameStore.ts';
import type { LiveAnswer } from './live/answer.ts';
import type { Question } from './live/question.ts';
import { moverCounts } from './shifts.ts';

/** What is shown of an answer of the control in hand, after the frame before: segments and movers stay until they are told anew. */
export function frameInHand({ model, question, hand, moved, moverKind }: LiveAnswer, before: Frame | null): Frame {
  const sides = { before: question.bands ?? model.bands, after: model.bands };
  const { proof, accounts, inHand } = hand;
  const segments = before && isSameBook(before.question, question) ? before.segments : null;
  const isSameQuestion = before !== null && sameContent(before.question, question);
  return {
    question,
    model,
    sides,
    book: moved.book,
    outline: hand.baseline,
    isExact: false,
    sampled: {
      accounts: inHand < accounts ? inHand : null,
      observations: proof?.isSample ? proof.inHand : null,
    },
    line: moved.proof,
    parts: moved.segments ?? [],
    segments: moverKind && moved.segments ? { model, sides, books: renewed(segments?.books ?? [], moved.segments) } : segments,
    movers:
      moverKind && moved.movers
        ? { kind: moverKind, rows: moved.movers, total: moverCounts(moved.book, sides.before, sides.after)[moverKind] ?? null }
        : isSameQuestion
          ? before.movers
          : null,
  };
}

/** The segments where they rest, each with the baseline's outline, which no control moves. */
function renewed(before: readonly SegmentBook[], moved: readonly Omit<SegmentBook, 'outline'>[]): readonly SegmentBook[] {
  return moved.map((one) => ({ ...one, outline: before.find(({ id }) => id === one.id)?.outline ?? null }));
}

/** Whether two questions are about the same book against the same baseline, whichever slice of it. */
function isSameBook(one: Question, other: Question): boolean {
  return sameContent({ ...one, segment: null, outcome: null }, { ...other, segment: null, outcome: null });
}
