import type { ColumnOf } from '../../../shared/expression/ColumnOf.ts';
import type { NamedValue } from '../../../shared/expression/expression.ts';
import { Failure } from '../../../shared/failure.ts';
import type { ColumnType } from '../../../shared/model/source.ts';
import { column, type SqlType } from '../../../shared/sql/sql.ts';
import { filterType } from '../observations/filterOnSource.ts';
import type { ObservationTable } from '../observations/ObservationTable.ts';
import { cellOf } from './cellOf.ts';

type Names = Pick<ObservationTable, 'definition' | 'attributes'>;

const fixed: Record<string, SqlType> = {
  account_id: 'text',
  account_name: 'text',
  owner: 'text',
  revenue: 'number',
  renewal_date: 'date',
  treated: 'boolean',
};

/**
 * Column of the observations table that a name stands for: a metric first, then an account column (`industry` or `account.industry`),
 * then what every observation has. @throws Failure `name-unknown`
 */
function observationColumn({ definition, attributes }: Names, name: string): { column: string; type: SqlType } {
  const metric = definition.metrics.find(({ id }) => id === name);
  if (metric) return { column: name, type: metric.valueType === 'category' ? 'text' : 'number' };
  const plain = name.startsWith('account.') ? name.slice('account.'.length) : name;
  const attribute = attributes.find(({ column }) => column === plain);
  if (attribute) return { column: `account.${plain}`, type: filterType(attribute.type as ColumnType) };
  if (Object.hasOwn(fixed, name)) return { column: name, type: fixed[name]! };
  throw new Failure('name-unknown', { name });
}

/** What names in conditions and models stand for, as SQL over the observations table. */
export function observationColumns(names: Names): ColumnOf {
  return (name) => {
    const found = observationColumn(names, name);
    return { sql: column(found.column), type: found.type };
  };
}

/** What names stand for in one row of the observations table. */
export function observationValues(names: Names, row: Record<string, unknown>): (name: string) => NamedValue {
  return (name) => {
    const { column, type } = observationColumn(names, name);
    const value = cellOf(row[column]);
    return type === 'date' && typeof value === 'string' ? value.slice(0, 10) : value;
  };
}
