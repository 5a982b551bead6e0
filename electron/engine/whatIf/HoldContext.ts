import type { Control } from '../../../shared/contract/whatIfCalls.ts';
import type { ColumnOf } from '../../../shared/expression/ColumnOf.ts';
import type { Model } from '../../../shared/model/model.ts';
import type { ResolvedScorer } from '../comparison/resolveScorer.ts';
import type { RunOptions } from '../database/Database.ts';

/** What is taken in hand, whatever the rows. */
export interface HoldContext {
  draft: Model;
  baseline: ResolvedScorer;
  control: Control;
  /** Place of the segment the rows are limited to, in the draft's list (its length: the base); null: all rows. */
  only: number | null;
  columnOf: ColumnOf;
  options: RunOptions;
}
