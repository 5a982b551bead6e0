import type { ColumnOf } from '../../shared/expression/ColumnOf.ts';
import { column } from '../../shared/sql/sql.ts';
import { numberMetrics, type RandomObservation } from './randomModel.ts';

/** Names of the random observations: metrics, and the account columns `size` and `renewed`. */
export const columnOf: ColumnOf = (name) => {
  const plain = name.replace('account.', '');
  if (plain === 'renewed') return { sql: column('account.renewed'), type: 'boolean' };
  if (plain === 'size') return { sql: column('account.size'), type: 'number' };
  return { sql: column(name), type: numberMetrics.includes(name) ? 'number' : 'text' };
};

export const lookUpIn = (row: RandomObservation) => (name: string) => row[name.replace('account.', '') as keyof RandomObservation];

/** A table `rows` of random observations, and the statement that fills it; the same in DuckDB and PostgreSQL. */
export const createRows =
  'create table rows (line double precision, m1 double precision, m2 double precision, m3 double precision, m4 double precision, tier varchar, "account.size" double precision, "account.renewed" boolean)';

export function insertRows(rows: readonly RandomObservation[]): string {
  const number = (value: number | null) => (value === null ? 'null' : `cast('${value}' as double precision)`);
  const values = rows.map(({ m1, m2, m3, m4, tier, size, renewed }, line) => {
    const name = tier === null ? 'null' : `'${tier.replaceAll("'", "''")}'`;
    return `(${[line, m1, m2, m3, m4].map(number).join(', ')}, ${name}, ${number(size)}, ${renewed})`;
  });
  return `insert into rows values ${values.join(', ')}`;
}
