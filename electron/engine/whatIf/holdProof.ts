import type { ScoreLine } from '../../../shared/contract/proofSet.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import { countScores } from '../../../shared/whatIf/countScores.ts';
import type { ModelColumns } from '../../../shared/whatIf/ModelColumns.ts';
import { type EachClass, outcomeGroups, scoreLineOf } from '../../../shared/whatIf/scoreLineOf.ts';
import { happenedCondition } from '../proof/happenedCondition.ts';
import type { ProofSet } from '../proof/proofSet.ts';
import { beforeRows } from './beforeRows.ts';
import { type Footing, Footings, footingOf, revenueOf } from './Footing.ts';
import type { HoldContext } from './HoldContext.ts';
import { holdRows, inSegment, type RowsInHand } from './holdRows.ts';
import { modelColumns } from './modelColumns.ts';
import type { RowColumn, RowSet } from './RowSet.ts';

/** A proof set before anything moves. */
interface ProofFooting extends Footing {
  /** Null where the baseline says nothing of it: given bands, and given scores without a date. */
  baseline: ScoreLine | null;
  /** Observations that one of those in hand stands for, by whether the outcome happened. */
  each: EachClass;
}

/** A proof set with a control in hand. */
export interface ProofInHand extends RowsInHand, ProofFooting {
  set: ProofSet;
}

/** Bins of the proof set are that many to a point: the AUC of the bins is then close to that of the scores. */
const cellsPerPoint = 10;

const footings = new Footings<ProofFooting>();

const { yes, no } = outcomeGroups;

/** Joint table: whether the outcome happened; bins of a tenth of a point. Those in which it happened are the rare ones of `rows`. */
export async function holdProof(rows: RowSet, set: ProofSet, context: HoldContext): Promise<ProofInHand> {
  const columns = await modelColumns(rows, context.draft, context.columnOf, context.options);
  const footing = await footings.get(rows, context, () => footingOfProof(rows, columns, set.outcome, context));
  return { ...footing, ...(await holdRows(rows, columns, footing, set.observations, context, { cellsPerPoint, given: null })), set };
}

async function footingOfProof(rows: RowSet, columns: ModelColumns, outcome: Outcome, context: HoldContext): Promise<ProofFooting> {
  const { draft, baseline, only, columnOf, options } = context;
  const column: RowColumn<'usmallint'> = { type: 'usmallint', sql: `case when ${happenedCondition(outcome)} then ${yes} else ${no} end` };
  await rows.read([column], options);
  const group = rows.column(column);
  const each: EachClass = { yes: rows.each.rare, no: rows.each.others };
  const revenue = await revenueOf(rows, options);
  const footing = footingOf(draft, columns, { group, groups: 2 }, revenue);
  if (baseline.kind === 'given' && baseline.given.date === undefined) return { ...footing, each, baseline: null };
  const before = await beforeRows(rows, baseline, { model: draft, columns }, columnOf, options);
  if (!before.scores) return { ...footing, each, baseline: null };
  const counted = countScores(
    before.model,
    before.columns,
    before.scores,
    revenue,
    { group: inSegment(group, columns.segment, only), groups: 2 },
    cellsPerPoint,
  );
  const ids = before.model.bands.map(({ id }) => id);
  return { ...footing, each, baseline: scoreLineOf(counted, ids, outcome, each) };
}
