import type { ScoreLine } from '../../../shared/contract/proofSet.ts';
import { isYesNo } from '../../../shared/model/outcome.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { countScores } from '../../../shared/whatIf/countScores.ts';
import { outcomeGroups, scoreLineOf } from '../../../shared/whatIf/scoreLineOf.ts';
import type { ProofSet } from '../proof/proofSet.ts';
import { beforeRows } from './beforeRows.ts';
import type { HoldContext } from './HoldContext.ts';
import { holdRows, inSegment, type RowsInHand, revenueOf } from './holdRows.ts';
import { modelColumns } from './modelColumns.ts';
import type { RowColumn, RowSet } from './RowSet.ts';

/** The rows of a proof set with a control in hand. */
export interface ProofInHand extends RowsInHand {
  set: ProofSet;
  baseline: ScoreLine | null;
}

/** Bins of the proof set are that many to a point: the AUC of the bins is then close to that of the scores. */
const cellsPerPoint = 10;

/** Joint table: whether the outcome happened (numbers: never); bins of a tenth of a point. */
export async function holdProof(rows: RowSet, set: ProofSet, context: HoldContext): Promise<ProofInHand> {
  const { observations, outcome } = set;
  const { draft, baseline, control, only, columnOf, options } = context;
  const columns = await modelColumns(rows, draft, columnOf, options);
  const value = quoteIdentifier(`outcome.${outcome.id}`);
  const { yes, no } = outcomeGroups;
  const happened: RowColumn<'usmallint'> = {
    type: 'usmallint',
    sql: isYesNo(outcome) ? `case when ${value} = 1 then ${yes} else ${no} end` : `${no}`,
  };
  await rows.read([happened], options);
  const group = inSegment(rows.column(happened), columns.segment, only);
  const inHand = await holdRows(
    rows,
    { model: draft, columns },
    control,
    observations.definition,
    { group, groups: 2, cellsPerPoint },
    options,
  );
  const undated = baseline.kind === 'given' && baseline.given.date === undefined;
  if (undated) return { ...inHand, set, baseline: null };
  const before = await beforeRows(rows, baseline, { model: draft, columns }, columnOf, options);
  if (!before.scores) return { ...inHand, set, baseline: null };
  const revenue = await revenueOf(rows, options);
  const counted = countScores(before.model, before.columns, before.scores, revenue, { group, groups: 2 }, cellsPerPoint);
  const ids = before.model.bands.map(({ id }) => id);
  return { ...inHand, set, baseline: scoreLineOf(counted, ids, outcome, inHand.standsFor.accounts) };
}
