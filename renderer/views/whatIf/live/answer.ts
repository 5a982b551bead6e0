import type { MoverKind } from '../../../../shared/contract/mover.ts';
import type { Model } from '../../../../shared/model/model.ts';
import type { Hand, Moved } from './HeldControl.ts';
import type { Question } from './question.ts';

/** The book with the draft as it was asked for. */
export interface LiveAnswer {
  model: Model;
  question: Question;
  hand: Hand;
  moved: Moved;
  /** Which movers came along, as they do at rest; null while moving. */
  moverKind: MoverKind | null;
}
