import type { Sql } from './sql.ts';

/** A query of no particular dialect: a table, columns computed from another query, or the rows of several queries together. */
export type Select =
  | { kind: 'table'; name: string }
  | { kind: 'select'; everything: boolean; columns: readonly NamedSql[]; from: Select; where: Sql | null }
  | { kind: 'union-all'; parts: readonly Select[] };

export interface NamedSql {
  name: string;
  sql: Sql;
}

export const table = (name: string): Select => ({ kind: 'table', name });

export function select(columns: readonly NamedSql[], from: Select, where: Sql | null = null): Select {
  return { kind: 'select', everything: false, columns, from, where };
}

/** Everything there is, and more columns beside it; without columns, what there is. */
export function extend(from: Select, columns: readonly NamedSql[]): Select {
  return columns.length === 0 ? from : { kind: 'select', everything: true, columns, from, where: null };
}

/** The rows of all parts, which have the same columns in the same order. At least one part. */
export function unionAll(parts: readonly Select[]): Select {
  return parts.length === 1 ? parts[0]! : { kind: 'union-all', parts };
}
