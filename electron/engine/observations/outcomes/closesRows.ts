import type { Happening } from '../../../../shared/model/outcome.ts';
import { dateLiteral } from '../dateLiteral.ts';
import { filterOnSource } from '../filterOnSource.ts';
import type { PreparedSource } from '../PreparedSource.ts';
import { datedRows } from './datedRows.ts';
import type { OutcomeRows, OutcomeWindow } from './OutcomeWindow.ts';

/** An opportunity closes in the window: yes when one is won. Accounts without a closing row are not at risk. */
export function closesRows(
  happens: Extract<Happening, { kind: 'closes' }>,
  prepared: PreparedSource,
  { after, through }: OutcomeWindow,
): Omit<OutcomeRows, 'closed'> {
  return {
    sql: `select "·account" as account, cast(bool_or(${filterOnSource(happens.won, prepared)}) as double) as value, true as at_risk
      from ${datedRows(prepared, happens)} where "·on" > ${dateLiteral(after)} and "·on" <= ${dateLiteral(through)} group by 1`,
    absent: { value: null, atRisk: false },
  };
}
