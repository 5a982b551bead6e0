import type { Sql, SqlType } from '../sql/sql.ts';

/** What a name stands for in SQL. A `date` may be a timestamp: its day counts. Throws when the name is unknown. */
export type ColumnOf = (name: string, position: number) => { sql: Sql; type: SqlType };
