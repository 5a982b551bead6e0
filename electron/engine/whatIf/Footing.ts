import type { Model } from '../../../shared/model/model.ts';
import { type Arrangement, arrange } from '../../../shared/whatIf/Arrangement.ts';
import { gather } from '../../../shared/whatIf/gather.ts';
import type { ModelColumns } from '../../../shared/whatIf/ModelColumns.ts';
import type { RunOptions } from '../database/Database.ts';
import { fingerprintOf } from '../study/fingerprintOf.ts';
import type { HoldContext } from './HoldContext.ts';
import { Recent } from './Recent.ts';
import type { RowColumn, RowSet } from './RowSet.ts';

/** What rows are before anything moves, the same for every control of a draft. */
export interface Footing {
  arrangement: Arrangement;
  /** In the order of the arrangement; 0 where unknown. */
  revenue: Float32Array;
}

const mostFootings = 2;

/** Footings of rows, as long as the rows are held and their baseline, segments, bands and caps stay. */
export class Footings<Kind extends Footing> {
  readonly #ofRows = new WeakMap<RowSet, Recent<Kind>>();

  get(rows: RowSet, { baseline, draft: { segments, bands, cuts, caps }, only }: HoldContext, make: () => Promise<Kind>): Promise<Kind> {
    const known = this.#ofRows.get(rows) ?? new Recent<Kind>(mostFootings);
    this.#ofRows.set(rows, known);
    return known.get(fingerprintOf({ baseline, segments, bands, cuts, caps, only }), make);
  }
}

/** Rows in the runs of a draft's segments and caps and of `group`. */
export function footingOf(draft: Model, columns: ModelColumns, by: { group: Uint16Array; groups: number }, revenue: Float32Array): Footing {
  const arrangement = arrange(draft, columns, by);
  return { arrangement, revenue: gather(revenue, arrangement.rows) };
}

const revenueColumn: RowColumn<'real'> = { type: 'real', sql: 'coalesce(revenue, 0)' };

/** Revenue of every row, 0 where it is unknown. */
export async function revenueOf(rows: RowSet, options: RunOptions): Promise<Float32Array> {
  await rows.read([revenueColumn], options);
  return rows.column(revenueColumn);
}
