import { create } from 'zustand';
import type { MoverKind } from '../../../shared/contract/mover.ts';
import type { Measure } from '../../charts/describeBook.ts';

/** Band ids: accounts that the baseline has in one band and the draft in another. */
export interface MigrationCell {
  from: string;
  to: string;
}

interface WhatIfState {
  /** A segment's id, `base`, or null for the whole book. */
  slice: string | null;
  measure: Measure;
  moverKind: MoverKind;
  /** The cell of the migration whose accounts are listed. */
  cell: MigrationCell | null;
  /** The outcome of the evidence line; null is the first of the study. */
  outcome: string | null;
  /** The account that is explained. */
  account: string | null;
  look: (change: Partial<Omit<WhatIfState, 'look'>>) => void;
}

/** What the analyst looks at on the What-if screen; kept while other screens are visited. */
export const useWhatIf = create<WhatIfState>()((set) => ({
  slice: null,
  measure: 'accounts',
  moverKind: 'largest',
  cell: null,
  outcome: null,
  account: null,
  look: (change) => set(change),
}));
