import { Failure } from '../../../shared/failure.ts';
import type { GivenScore } from '../../../shared/model/definition.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { dateLiteral } from './dateLiteral.ts';
import { latestOrder } from './latestSql.ts';
import { datedRows } from './outcomes/datedRows.ts';
import type { PreparedSources } from './prepareSources.ts';

/** SQL rows (account, value) of a given score as it stood at the as-of date. Undated scores: only at the latest date; null elsewhere. */
export function givenScoreRows(score: GivenScore, sources: PreparedSources, asOf: string, latest: string): string | null {
  const prepared = sources.get(score.source);
  if (!prepared)
    throw new Failure('definition-incomplete', {
      problem: `the given score "${score.name}" reads the source "${score.source}", which is not there or has no reading.`,
    });
  if (!prepared.columns.has(score.column)) throw new Failure('column-unknown', { source: score.source, column: score.column });
  const value = `cast(${quoteIdentifier(score.column)} as ${score.kind === 'band' ? 'varchar' : 'double'})`;
  if (score.date === undefined && prepared.dateColumn === null) {
    return asOf === latest
      ? `select "·account" as account, arg_max(${value}, "·row") as value from ${prepared.relation} where "·account" is not null group by 1`
      : null;
  }
  return `select "·account" as account, arg_max(${value}, ${latestOrder}) filter (where ${value} is not null) as value
    from ${datedRows(prepared, { dateColumn: score.date })} where "·on" <= ${dateLiteral(asOf)} group by 1`;
}
