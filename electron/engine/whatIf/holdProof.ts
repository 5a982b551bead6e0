import type { ScoreLine } from '../../../shared/contract/proofSet.ts';
import { isYesNo, type Outcome } from '../../../shared/model/outcome.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { countScores } from '../../../shared/whatIf/countScores.ts';
import type { ModelColumns } from '../../../shared/whatIf/ModelColumns.ts';
import { type EachClass, outcomeGroups, scoreLineOf } from '../../../shared/whatIf/scoreLineOf.ts';
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

/** Joint table: whether the outcome happened; bins of a tenth of a point. `rows` are drawn with those that `happened` as the rare ones. */
export async function holdProof(rows: RowSet, set: ProofSet, context: HoldContext): Promise<ProofInHand> {
  const columns = await modelColumns(rows, context.draft, context.columnOf, context.options);
  const footing = await footings.get(rows, context, () => footingOfProof(rows, columns, set.outcome, context));
  return { ...footing, ...(await holdRows(rows, columns, footing, set.observations, context, { cellsPerPoint, given: null })), set };
}

async function footingOfProof(rows: RowSet, columns: ModelColumns, outcome: Outcome, context: HoldContext): Promise<ProofFooting> {
  const { draft, baseline, only, columnOf, options } = context;
  const column: RowColumn<'usmallint'> = { type: 'usmallint', sql: `case when ${happened(outcome)} then ${yes} else ${no} end` };
  await rows.read([column], options);
  const group = rows.column(column);
  const each = eachClass(rows, group);
  const revenue = await revenueOf(rows, options);
  const footing = footingOf(rows, draft, columns, { group, groups: 2 }, revenue);
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

/** SQL condition of the observations in which an outcome happened; a number never does. */
export function happened(outcome: Outcome): string {
  return isYesNo(outcome) ? `${quoteIdentifier(`outcome.${outcome.id}`)} = 1` : 'false';
}

/** The rows were drawn with those that happened as the rare ones. */
function eachClass({ count, total }: RowSet, group: Uint16Array): EachClass {
  const held = group.reduce((events, own) => events + Number(own === yes), 0);
  const per = (all: number, of: number) => (of === 0 ? 1 : all / of);
  return { yes: per(total.rare, held), no: per(total.rows - total.rare, count - held) };
}
