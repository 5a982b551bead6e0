import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { DescribedColumn } from './describeQuery.ts';

const formulaStart = /^[=+\-@\t\r]/;

/** A select list that puts ' before text (and column names) a spreadsheet would run as a formula. Numbers stay numbers. */
export function inertColumns(columns: readonly DescribedColumn[]): string {
  return columns
    .map(({ name, type }) => {
      const column = quoteIdentifier(name);
      const cell =
        type === 'VARCHAR' ? `case when regexp_matches(${column}, '^[=+\\-@\\t\\r]') then '''' || ${column} else ${column} end` : column;
      return `${cell} as ${quoteIdentifier(formulaStart.test(name) ? `'${name}` : name)}`;
    })
    .join(', ');
}
