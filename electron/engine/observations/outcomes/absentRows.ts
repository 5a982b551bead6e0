import type { Happening } from '../../../../shared/model/outcome.ts';
import { dateLiteral } from '../dateLiteral.ts';
import type { PreparedSource } from '../PreparedSource.ts';
import { datedRows } from './datedRows.ts';
import type { OutcomeRows, OutcomeWindow } from './OutcomeWindow.ts';

/**
 * Absent from that many consecutive periods of a panel. At risk: present in the last period known at the as-of date. Unknown while the window
 * holds fewer periods than that.
 */
export function absentRows(
  happens: Extract<Happening, { kind: 'absent' }>,
  prepared: PreparedSource,
  { asOf, after, through }: OutcomeWindow,
): Omit<OutcomeRows, 'closed'> {
  const rows = datedRows(prepared, {});
  const inWindow = `"·on" > ${dateLiteral(after)} and "·on" <= ${dateLiteral(through)}`;
  return {
    sql: `with periods as (select "·on", row_number() over (order by "·on") as number from (select distinct "·on" from ${rows} where ${inWindow})),
      last_known as (select max("·on") as day from ${rows} where "·on" <= ${dateLiteral(asOf)}),
      present as (select distinct r."·account" as account, p.number from ${rows} r join periods p on p."·on" = r."·on"
        union all select distinct "·account", 0 from ${rows} where "·on" = (select day from last_known)),
      gaps as (select account, number, lead(number, 1, (select count(*) + 1 from periods)) over (partition by account order by number) - number - 1 as missed from present)
      select account, case when (select count(*) from periods) >= ${Math.trunc(happens.periods)} then cast(max(missed) >= ${Math.trunc(happens.periods)} as double) end as value,
        bool_or(number = 0) as at_risk from gaps group by account`,
    absent: { value: null, atRisk: false },
  };
}
