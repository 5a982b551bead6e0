import type { DuckDBValue } from '@duckdb/node-api';

/** A statement and the values bound to its `$1`, `$2` ... ; identifiers in the text are quoted by shared/sql. */
export interface Query {
  text: string;
  values?: DuckDBValue[];
}
