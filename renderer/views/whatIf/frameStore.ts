import { create } from 'zustand';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { Mover } from '../../../shared/contract/mover.ts';
import type { ScoreLine } from '../../../shared/contract/proofSet.ts';
import type { ScoreOutline, ShiftedBook } from '../../../shared/contract/shiftedBook.ts';
import type { Model } from '../../../shared/model/model.ts';
import type { Sides } from './shifts.ts';

export type SegmentBook = CallOutput<'compare-models'>['segments'][number];

/** The book as it is shown: from the control in hand while it moves, exact once it rests. */
export interface Frame {
  /** The draft this is about. */
  model: Model;
  /** What the rows and columns of the book's migration are. */
  sides: Sides;
  book: ShiftedBook;
  /** How the baseline's scores lie; null when it gives bands only. */
  outline: ScoreOutline | null;
  isExact: boolean;
  /** Accounts that answered, when they are a sample of the book. */
  sampled: number | null;
}

interface FrameState {
  frame: Frame | null;
  /** The last exact one; what the words beside the picture are about. */
  settled: Frame | null;
  /** By segment; changes at rest only. */
  segments: { sides: Sides; books: SegmentBook[] } | null;
  /** Movers of a draft that rests in the hand, until the exact list is there. */
  movers: { model: Model; movers: Mover[] } | null;
  /** The evidence line of the control in hand, from bins. */
  line: { model: Model; line: ScoreLine } | null;
}

const nothing: FrameState = { frame: null, settled: null, segments: null, movers: null, line: null };

/** What the panels of the What-if screen show of the book; apart from React's own state so that a frame repaints the picture and little else. */
export const useFrames = create<FrameState>()(() => nothing);

/** Forgets what was shown: the screen is left, or another baseline was chosen. */
export function clearFrames(): void {
  useFrames.setState(nothing);
}
