import type { ScoreLine } from '../../../shared/contract/proofSet.ts';
import { isYesNo, type Outcome } from '../../../shared/model/outcome.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { countScores } from '../../../shared/whatIf/countScores.ts';
import type { ModelColumns } from '../../../shared/whatIf/ModelColumns.ts';
import { outcomeGroups, scoreLineOf } from '../../../shared/whatIf/scoreLineOf.ts';
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
}

/** A proof set with a control in hand. */
export interface ProofInHand extends RowsInHand, ProofFooting {
  set: ProofSet;
}

/** Bins of the proof set are that many to a point: the AUC of the bins is then close to that of the scores. */
const cellsPerPoint = 10;

const footings = new Footings<ProofFooting>();

/** Joint table: whether the outcome happened (numbers: never); bins of a tenth of a point. */
export async function holdProof(rows: RowSet, set: ProofSet, context: HoldContext): Promise<ProofInHand> {
  const columns = await modelColumns(rows, context.draft, context.columnOf, context.options);
  const footing = await footings.get(rows, context, () => footingOfProof(rows, columns, set.outcome, context));
  return { ...footing, ...(await holdRows(rows, columns, footing, set.observations, context, { cellsPerPoint, given: null })), set };
}

async function footingOfProof(rows: RowSet, columns: ModelColumns, outcome: Outcome, context: HoldContext): Promise<ProofFooting> {
  const { draft, baseline, only, columnOf, options } = context;
  const happened = happenedColumn(outcome);
  await rows.read([happened], options);
  const group = rows.column(happened);
  const revenue = await revenueOf(rows, options);
  const footing = footingOf(rows, draft, columns, { group, groups: 2 }, revenue);
  if (baseline.kind === 'given' && baseline.given.date === undefined) return { ...footing, baseline: null };
  const before = await beforeRows(rows, baseline, { model: draft, columns }, columnOf, options);
  if (!before.scores) return { ...footing, baseline: null };
  const counted = countScores(
    before.model,
    before.columns,
    before.scores,
    revenue,
    { group: inSegment(group, columns.segment, only), groups: 2 },
    cellsPerPoint,
  );
  const ids = before.model.bands.map(({ id }) => id);
  return { ...footing, baseline: scoreLineOf(counted, ids, outcome, footing.standsFor.accounts) };
}

function happenedColumn(outcome: Outcome): RowColumn<'usmallint'> {
  const { yes, no } = outcomeGroups;
  const value = quoteIdentifier(`outcome.${outcome.id}`);
  return { type: 'usmallint', sql: isYesNo(outcome) ? `case when ${value} = 1 then ${yes} else ${no} end` : `${no}` };
}
