import type { Dialect } from './Dialect.ts';
import { printSelect } from './printSelect.ts';
import { printSql } from './printSql.ts';
import { quoteText } from './quoteText.ts';
import type { Select } from './select.ts';
import type { Sql } from './sql.ts';

const postgres: Dialect = {
  types: { number: 'double precision', text: 'text', boolean: 'boolean', date: 'date' },
  // A bare literal would be numeric.
  number: (value) => `cast('${Object.is(value, -0) ? '-0' : value}' as double precision)`,
  text: quoteText,
  // It merges plain inner queries into the outer one, and expressions over expressions then grow without bound.
  fence: ' offset 0',
  call(name, operands) {
    const list = operands.join(', ');
    switch (name) {
      case 'indicator':
        return `cast(cast(${list} as integer) as double precision)`;
      case 'trim':
        return `btrim(${list}, ' ')`;
      case 'bytewise':
        return `(${list}) collate "C"`;
      // PostgreSQL refuses to leave the finite numbers.
      case 'finite':
        return `(${list})`;
      case 'day':
        return `cast(${list} as date)`;
      default:
        return `${name}(${list})`;
    }
  },
};

/** The expression or query as PostgreSQL's SQL. */
export function printPostgres(part: Sql | Select): string {
  return part.kind === 'select' || part.kind === 'union-all' || part.kind === 'table'
    ? printSelect(part, postgres)
    : printSql(part, postgres);
}
