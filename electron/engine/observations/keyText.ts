import type { ColumnType } from '../../../shared/model/source.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';

/** SQL of a key as text, so that keys of two sources compare whatever their types: whole numbers lose their ".0", blanks are missing. */
export function keyText(column: string, columns: ReadonlyMap<string, ColumnType>, alias: string): string {
  const value = `${alias}.${quoteIdentifier(column)}`;
  const type = columns.get(column);
  if (type === 'text') return value;
  if (type === 'number' || type === 'money' || type === 'percent')
    return `case when ${value} = trunc(${value}) and abs(${value}) < 1e15 then cast(cast(${value} as bigint) as varchar) else cast(${value} as varchar) end`;
  return `cast(${value} as varchar)`;
}
