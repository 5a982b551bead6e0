import type { Happening } from '../../../../shared/model/outcome.ts';
import { filterOnSource } from '../filterOnSource.ts';
import type { PreparedSource } from '../PreparedSource.ts';
import type { OutcomeRows } from './OutcomeWindow.ts';

/** A condition on the account's row of a snapshot. Accounts without a row: unknown. */
export function flagRows(happens: Extract<Happening, { kind: 'flag' }>, prepared: PreparedSource): Omit<OutcomeRows, 'closed'> {
  return {
    sql: `select "·account" as account, cast(bool_or(${filterOnSource(happens.where, prepared)}) as double) as value, true as at_risk
      from ${prepared.relation} where "·account" is not null group by 1`,
    absent: { value: null, atRisk: true },
  };
}
