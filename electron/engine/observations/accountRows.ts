import { Failure } from '../../../shared/failure.ts';
import type { AccountRole } from '../../../shared/model/definition.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { columnKnownAt } from './columnKnownAt.ts';
import { dateLiteral } from './dateLiteral.ts';
import type { PreparedSource } from './PreparedSource.ts';

/**
 * SQL of the accounts there are at one as-of date: `account_id`, `account_name`, `owner`, `·start` DATE, `·end` DATE, and `account.<column>`
 * for each asked column, as it was known then. One row per key; rows that repeat it are collapsed column by column.
 */
export function accountRows(role: AccountRole, prepared: PreparedSource, asked: readonly string[], asOf: string): string {
  const { shape, collapse = {} } = prepared.reading;
  const dated = shape.kind !== 'snapshot';
  const order = dated ? `("·date" - date '0001-01-01') * 4294967296 + "·row"` : '"·row"';
  const single = !dated && prepared.accountRows?.rows === prepared.accountRows?.accounts;
  const one = (column: string, value: string): string => {
    if (single) return value;
    switch (collapse[column] ?? 'latest') {
      case 'sum':
        return `sum(${value})`;
      case 'max':
        return `max(${value})`;
      case 'min':
        return `min(${value})`;
      case 'any':
        return prepared.columns.get(column) === 'boolean' ? `bool_or(${value})` : `any_value(${value})`;
      case 'latest':
        return `arg_max(${value}, ${order})`;
    }
  };
  const need = (column: string) => {
    if (!prepared.columns.has(column)) throw new Failure('column-unknown', { source: prepared.source.id, column });
    return quoteIdentifier(column);
  };
  const label = (column: string | undefined) => (column ? one(column, `cast(${need(column)} as varchar)`) : 'cast(null as varchar)');
  const earliest = (value: string) => (single ? value : `min(${value})`);
  const start = role.start ? earliest(`cast(${need(role.start)} as date)`) : dated ? 'min("·date")' : 'cast(null as date)';
  const end = role.end ? one(role.end, `cast(${need(role.end)} as date)`) : 'cast(null as date)';
  const columns = asked.map(
    (column) => `${one(column, columnKnownAt(prepared, column, asOf, dated))} as ${quoteIdentifier(`account.${column}`)}`,
  );
  const known = dated ? `and "·date" <= ${dateLiteral(asOf)}` : '';
  return `select "·account" as account_id, ${[`${label(role.name)} as account_name`, `${label(role.owner)} as owner`, `${start} as "·start"`, `${end} as "·end"`, ...columns].join(', ')}
    from ${prepared.relation} where "·account" is not null ${known} ${single ? '' : 'group by "·account"'}`;
}
