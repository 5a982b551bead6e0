import type { Happening, Outcome } from '../../../../shared/model/outcome.ts';
import { dateLiteral } from '../dateLiteral.ts';
import type { PreparedSource } from '../PreparedSource.ts';
import type { PreparedSources } from '../prepareSources.ts';
import { datedRows } from './datedRows.ts';
import type { OutcomeRows, OutcomeWindow } from './OutcomeWindow.ts';
import { sourceFor } from './sourceFor.ts';

/** An event falls into the window, or none does. After an earlier one an account is at risk as the outcome's recurrence says. */
export function eventRows(
  outcome: Outcome,
  happens: Extract<Happening, { kind: 'event' | 'no-event' }>,
  prepared: PreparedSource,
  { asOf, after, through }: OutcomeWindow,
  sources: PreparedSources,
): Omit<OutcomeRows, 'closed'> {
  const events = datedRows(prepared, happens);
  if (happens.kind === 'no-event')
    return {
      sql: `select "·account" as account, 0::double as value, true as at_risk from ${events} where "·on" > ${dateLiteral(after)} and "·on" <= ${dateLiteral(through)} group by 1`,
      absent: { value: 1, atRisk: true },
    };
  const perAccount = `select "·account" as account,
    cast(bool_or("·on" > ${dateLiteral(after)}) as double) as value,
    max("·on") filter (where "·on" <= ${dateLiteral(after)}) as earlier
    from ${events} where "·on" <= ${dateLiteral(through)} group by 1`;
  const { recurrence } = outcome;
  const absent = { value: 0, atRisk: true } as const;
  switch (recurrence.kind) {
    case 'ignored':
      return { sql: `select account, value, true as at_risk from (${perAccount})`, absent };
    case 'once':
      return { sql: `select account, value, earlier is null as at_risk from (${perAccount})`, absent };
    case 'returns': {
      const returns = datedRows(sourceFor(outcome, recurrence.source, sources), recurrence);
      return {
        sql: `select e.account, e.value, e.earlier is null or coalesce(r.latest > e.earlier, false) as at_risk from (${perAccount}) e
          left join (select "·account" as account, max("·on") as latest from ${returns} where "·on" <= ${dateLiteral(asOf)} group by 1) r on r.account = e.account`,
        absent,
      };
    }
  }
}
