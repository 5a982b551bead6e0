import type { EvidencePart } from '../../../shared/contract/evidenceBasis.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Evidence } from './Evidence.ts';
import { inSegment } from './inSegment.ts';
import type { RowScores } from './rowScores.ts';

/**
 * Tells the rows of a part: a segment of the scorer, accounts known to be treated or all others; of nothing asked, all.
 * @throws Failure `segment-unknown`, `interventions-missing`
 */
export function inPart(
  evidence: Evidence,
  scores: Pick<RowScores, 'segments' | 'segment'>,
  { segment, treated }: EvidencePart,
): (row: number) => boolean {
  const isOfSegment = inSegment(scores, segment);
  const isAsTreated = inTreatment(evidence, treated);
  return (row) => isOfSegment(row) && isAsTreated(row);
}

/** @throws Failure `interventions-missing` */
function inTreatment({ rows, proof }: Evidence, asked: EvidencePart['treated']): (row: number) => boolean {
  if (asked === undefined) return () => true;
  if (!proof.observations.definition.interventions) throw new Failure('interventions-missing');
  return (row) => (rows.treated[row] === 1) === (asked === 'treated');
}
