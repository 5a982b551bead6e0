import type { ObservationTable } from '../observations/ObservationTable.ts';
import type { HoldContext } from './HoldContext.ts';
import type { BookInHand } from './holdBook.ts';
import type { ProofInHand } from './holdProof.ts';

/** Everything that answers the movement of one control. */
export interface ControlInHand extends Pick<HoldContext, 'draft' | 'baseline' | 'control' | 'only'> {
  observations: ObservationTable;
  asOf: string;
  book: BookInHand;
  proof: ProofInHand | null;
}
