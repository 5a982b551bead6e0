import type { Dialect } from './Dialect.ts';
import { printSelect } from './printSelect.ts';
import { printSql } from './printSql.ts';
import { quoteText } from './quoteText.ts';
import type { Select } from './select.ts';
import type { Sql } from './sql.ts';

const duckdb: Dialect = {
  types: { number: 'double', text: 'varchar', boolean: 'boolean', date: 'date' },
  // Without an exponent DuckDB reads a decimal and calculates in decimals.
  number: (value) => (Object.is(value, -0) ? '-0e0' : value.toExponential().replace('e+', 'e')),
  // A NUL would end the statement.
  text: (value) => (value.includes('\0') ? `(${value.split('\0').map(quoteText).join(' || chr(0) || ')})` : quoteText(value)),
  fence: '',
  call(name, operands) {
    const list = operands.join(', ');
    switch (name) {
      case 'indicator':
        return `cast(${list} as double)`;
      case 'trim':
        return `trim(${list}, ' ')`;
      case 'bytewise':
        return list;
      case 'finite':
        return `case when isfinite(${list}) then ${list} end`;
      case 'day':
        return `cast(${list} as date)`;
      default:
        return `${name}(${list})`;
    }
  },
};

/** The expression or query as DuckDB's SQL. */
export function printDuckdb(part: Sql | Select): string {
  return part.kind === 'select' || part.kind === 'union-all' || part.kind === 'table' ? printSelect(part, duckdb) : printSql(part, duckdb);
}
