import { create } from 'zustand';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { Mover, MoverKind } from '../../../shared/contract/mover.ts';
import type { ScoreLine } from '../../../shared/contract/proofSet.ts';
import type { ScoreOutline, ShiftedBook } from '../../../shared/contract/shiftedBook.ts';
import type { Model } from '../../../shared/model/model.ts';
import { sameContent } from '../../state/sameContent.ts';
import type { Question } from './live/question.ts';
import type { Sides } from './shifts.ts';

export type SegmentBook = CallOutput<'compare-models'>['segments'][number];

/** Everything that is shown of one draft against one baseline: from the control in hand while it moves, exact once it rests. */
export interface Frame {
  /** What was asked, and the draft it was asked of: a frame of another question or draft is not exact for this one. */
  question: Question;
  model: Model;
  /** What the rows and columns of the book's migration are. */
  sides: Sides;
  book: ShiftedBook;
  /** How the baseline's scores lie; null when it gives bands only. */
  outline: ScoreOutline | null;
  isExact: boolean;
  /** Accounts that answered, when they are a sample of the book; and observations, of the proof set. */
  sampled: { accounts: number | null; observations: number | null };
  /** The evidence line from bins; null without an outcome, and where nothing moved. */
  line: ScoreLine | null;
  /** The book segment by segment, as the picture needs it where their cuts differ; empty where it was not asked for. */
  parts: readonly Pick<SegmentBook, 'id' | 'book'>[];
  /** By segment, of the draft as it last rested. */
  segments: { model: Model; sides: Sides; books: readonly SegmentBook[] } | null;
  /** Movers of the draft as it last rested in the hand, and how many there are where the migration tells; null once the exact list can be asked for. */
  movers: { kind: MoverKind; rows: readonly Mover[]; total: number | null } | null;
}

interface FrameState {
  frame: Frame | null;
  /** The last exact one; what the words beside the picture are about. */
  settled: Frame | null;
}

const nothing: FrameState = { frame: null, settled: null };

/** What the panels of the What-if screen show of the book; apart from React's own state so that a frame repaints the picture and little else. */
export const useFrames = create<FrameState>()(() => nothing);

/** Forgets what was shown: the screen is left, or there is nothing to compare with any more. */
export function clearFrames(): void {
  useFrames.setState(nothing);
}

/** Whether a frame is the exact answer to a question about a draft. */
export function isExactFor(frame: Frame | null, question: Question | null, model: Model | null): boolean {
  return frame?.isExact === true && frame.model === model && sameContent(frame.question, question);
}
