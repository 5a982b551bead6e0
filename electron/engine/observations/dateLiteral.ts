import { Failure } from '../../../shared/failure.ts';
import { isIsoDate } from '../../../shared/model/isoDate.ts';

/** A day as a DuckDB literal, so that the planner can skip the parts of a file that lie outside a window. */
export function dateLiteral(day: string): string {
  if (!isIsoDate(day)) throw new Failure('definition-invalid', { where: 'a date', problem: `"${day}" is not a day that exists` });
  return `date '${day}'`;
}
