import type { Scorer } from '../../../../shared/contract/scorer.ts';
import type { Band } from '../../../../shared/model/model.ts';

/** What the draft is held against, and on which book. */
export interface Question {
  baseline: Scorer;
  asOf: string | null;
  segment: string | null;
  outcome: string | null;
  /** The baseline's bands; null: a given score, which is read by the draft's. */
  bands: readonly Band[] | null;
  /** Counts the saved changes of sources and definition: what was answered before one of them is of other data. */
  dataChanges: number;
}
