import type { CancelSignal } from '../../../shared/contract/call.ts';
import type { Database } from '../database/Database.ts';
import type { Query } from '../database/query.ts';

export interface DescribedColumn {
  name: string;
  /** DuckDB's word for the type. */
  type: string;
}

/** Names and types of a query's columns. */
export function describeQuery(database: Database, { text, values = [] }: Query, signal: CancelSignal): Promise<DescribedColumn[]> {
  return database.rows<DescribedColumn>(
    { text: `select column_name as name, column_type as type from (describe ${text})`, values },
    { signal },
  );
}
