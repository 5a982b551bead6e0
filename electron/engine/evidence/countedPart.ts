import type { CountedPart, EvidencePart } from '../../../shared/contract/evidenceBasis.ts';
import { badSide } from './calibrationRows.ts';
import type { Evidence } from './Evidence.ts';
import { gateOfRows } from './gateOfRows.ts';
import type { RowScores } from './rowScores.ts';

const treatmentNames = { untreated: 'without treated accounts', treated: 'treated accounts only' };

/** What the part asked for is called, and what its own events allow; null where all rows are asked for. */
export function countedPart(
  { basis: { outcome } }: Pick<Evidence, 'basis'>,
  { segments }: Pick<RowScores, 'segments'>,
  { segment, treated }: EvidencePart,
  { outcomes, accounts }: { outcomes: Float64Array; accounts: Uint32Array },
): CountedPart | null {
  if (segment === undefined && treated === undefined) return null;
  const names = [segments.find(({ id }) => id === segment)?.name, treated && treatmentNames[treated]];
  const name = names.filter((each) => each !== undefined).join(', ');
  return {
    name: name.charAt(0).toUpperCase() + name.slice(1),
    observations: outcomes.length,
    accounts: new Set(accounts).size,
    gate: gateOfRows(outcome, badSide(outcome, outcomes), accounts),
  };
}
