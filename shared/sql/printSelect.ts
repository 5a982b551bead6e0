import type { Dialect } from './Dialect.ts';
import { printSql } from './printSql.ts';
import { quoteIdentifier } from './quoteIdentifier.ts';
import type { Select } from './select.ts';

/** The query's text in a dialect, one column a line, inner queries indented. */
export function printSelect(query: Select, dialect: Dialect, indent = ''): string {
  switch (query.kind) {
    case 'table':
      return `${indent}select * from ${quoteIdentifier(query.name)}`;
    case 'union-all':
      return query.parts.map((part) => printSelect(part, dialect, indent)).join(`\n${indent}union all\n`);
    case 'select': {
      const columns = query.columns.map(({ name, sql }) => {
        const same = sql.kind === 'column' && sql.name === name;
        return `${indent}  ${printSql(sql, dialect)}${same ? '' : ` as ${quoteIdentifier(name)}`}`;
      });
      const from =
        query.from.kind === 'table'
          ? quoteIdentifier(query.from.name)
          : `(\n${printSelect(query.from, dialect, `${indent}  `)}${dialect.fence}\n${indent}) as stage`;
      const where = query.where ? `\n${indent}where ${printSql(query.where, dialect)}` : '';
      return `${indent}select${query.everything ? ' *,' : ''}\n${columns.join(',\n')}\n${indent}from ${from}${where}`;
    }
  }
}
