import { Failure } from '../../../shared/failure.ts';
import type { Definition } from '../../../shared/model/definition.ts';
import { column, type Sql } from '../../../shared/sql/sql.ts';
import { filterType } from './filterOnSource.ts';
import type { PreparedSource } from './PreparedSource.ts';

/** Columns of the observations table that are there in every study; no metric may have such an id. */
export const fixedColumns = ['account_id', 'as_of', 'account_name', 'owner', 'revenue', 'renewal_date', 'treated'] as const;

type Typed = { sql: Sql; type: 'number' | 'text' | 'boolean' | 'date' };

/** What a name in a filter over observations means: a metric first, then an account column ("industry" or "account.industry"), then a fixed column. */
export function observationName(definition: Definition, accounts: PreparedSource): (name: string) => Typed {
  const metrics = new Map(definition.metrics.map((metric) => [metric.id, metric]));
  return (name) => {
    const metric = metrics.get(name);
    if (metric) return { sql: column(name), type: metric.valueType === 'category' ? 'text' : 'number' };
    const attribute = name.startsWith('account.') ? name.slice('account.'.length) : name;
    const type = accounts.columns.get(attribute);
    if (type) return { sql: column(`account.${attribute}`), type: filterType(type) };
    throw new Failure('definition-invalid', {
      where: `the name "${name}"`,
      problem: 'it is neither a metric nor a column of the account source',
    });
  };
}

/** The account column a name in a filter stands for; null when it is a metric. */
export function attributeNamed(name: string, definition: Definition): string | null {
  if (definition.metrics.some((metric) => metric.id === name)) return null;
  return name.startsWith('account.') ? name.slice('account.'.length) : name;
}
