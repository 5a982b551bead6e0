import { Failure } from '../../../shared/failure.ts';
import type { ObservationTable } from './ObservationTable.ts';

/** The as-of date asked for, or the latest. @throws Failure `as-of-unknown` */
export function chosenAsOf(table: Pick<ObservationTable, 'asOfDates'>, asked: string | undefined): string {
  const latest = table.asOfDates.at(-1)!;
  if (asked === undefined) return latest;
  if (table.asOfDates.includes(asked)) return asked;
  const known = table.asOfDates.length > 6 ? `${table.asOfDates.slice(0, 3).join(', ')} ... ${latest}` : table.asOfDates.join(', ');
  throw new Failure('as-of-unknown', { asOf: asked, known });
}
