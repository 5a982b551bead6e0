import { Failure } from '../../../../shared/failure.ts';
import type { Outcome } from '../../../../shared/model/outcome.ts';
import { dateLiteral } from '../dateLiteral.ts';
import { filterOnSource } from '../filterOnSource.ts';
import type { PreparedSource } from '../PreparedSource.ts';

/**
 * SQL of the intervals in force at the as-of date, each with whether it is followed: rows (account, ends DATE or null, followed BOOLEAN,
 * followed_before BOOLEAN: already by the as-of date). A successor starts within `days` after the end and lasts longer.
 */
export function intervalsWithSuccessor(
  outcome: Outcome,
  prepared: PreparedSource,
  where: string | undefined,
  days: number,
  asOf: string,
): string {
  const { shape } = prepared.reading;
  if (shape.kind !== 'intervals')
    throw new Failure('definition-invalid', {
      where: `the outcome "${outcome.name}"`,
      problem: `"${prepared.source.id}" holds no intervals`,
    });
  const intervals = `(select "·account" as account, "·row" as number, "·date" as starts, "·end" as ends from ${prepared.relation}
    where "·account" is not null and "·date" is not null and ${filterOnSource(where, prepared)})`;
  const inForce = `starts <= ${dateLiteral(asOf)} and (ends is null or ends ${shape.toInclusive ? '>=' : '>'} ${dateLiteral(asOf)})`;
  // Comparisons only: with "or" in its condition the join could not hash, and would compare every interval with every other.
  return `select i.account, i.ends,
      coalesce(bool_or(s.number is not null), false) as followed,
      coalesce(bool_or(s.starts <= ${dateLiteral(asOf)}), false) as followed_before
    from (select * from ${intervals} where ${inForce}) i
    left join ${intervals} s on s.account = i.account and s.number <> i.number and s.starts <= i.ends + ${Math.trunc(days)}
      and coalesce(s.ends, date 'infinity') > i.ends
    group by i.account, i.number, i.ends`;
}
