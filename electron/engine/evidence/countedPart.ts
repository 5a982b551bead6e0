import type { CountedPart, EvidencePart } from '../../../shared/contract/evidenceBasis.ts';
import { badSide } from './calibrationRows.ts';
import type { Evidence } from './Evidence.ts';
import { gateOfRows } from './gateOfRows.ts';
import type { RowScores } from './rowScores.ts';

/** What the two sides are called; of the first the study may not be able to tell. */
export const treatmentNames = { untreated: 'Without accounts known to be treated', treated: 'Treated accounts only' };

/** What the part asked for is called, and what its own events allow; null where all rows are asked for. @param counts tells its rows */
export function countedPart(
  { basis: { outcome }, rows }: Pick<Evidence, 'basis' | 'rows'>,
  { segments }: Pick<RowScores, 'segments'>,
  { segment, treated }: EvidencePart,
  counts: (row: number) => boolean,
): CountedPart | null {
  if (segment === undefined && treated === undefined) return null;
  const chosen = Uint32Array.from({ length: rows.count }, (_, row) => row).filter(counts);
  const accounts = chosen.map((row) => rows.accounts[row]!);
  const outcomes = Float64Array.from(chosen, (row) => rows.outcomes[row]!);
  const names = [segments.find(({ id }) => id === segment)?.name, treated && treatmentNames[treated]];
  const [first, ...others] = names.filter((name) => name !== undefined);
  return {
    name: [first, ...others.map((name) => name.charAt(0).toLowerCase() + name.slice(1))].join(', '),
    observations: chosen.length,
    accounts: new Set(accounts).size,
    treatmentUnknown: treated === undefined ? null : chosen.filter((row) => Number.isNaN(rows.treated[row])).length,
    gate: gateOfRows(outcome, badSide(outcome, outcomes), accounts),
  };
}
