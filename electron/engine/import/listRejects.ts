import type { Reject } from '../../../shared/contract/sourceCalls.ts';
import type { Handler } from '../CallContext.ts';
import type { Query } from '../database/query.ts';

const columns = 'kind, record::double as record, line::double as line, "column", value, reason';

/** A page of what could not be read of a source. */
export const listRejects: Handler<'list-rejects'> = async ({ source: id, offset, limit, kind }, { session, signal }) => {
  const { rejects } = session.store.source(id);
  if (rejects === null) return { total: 0, rejects: [] };
  const { database } = session.analysis;
  const path = session.store.resolve(rejects);
  const from = 'read_parquet($1, file_row_number = true) where $2::varchar is null or kind = $2';
  const values = [path, kind ?? null];
  const [[counted], page] = await Promise.all([
    database.rows<{ total: number }>({ text: `select count(*)::double as total from ${from}`, values }, { signal }),
    database.rows<Reject>(
      { text: `select ${columns} from ${from} order by file_row_number limit $3 offset $4`, values: [...values, limit, offset] },
      { signal },
    ),
  ]);
  return { total: counted!.total, rejects: page };
};

/** All of them, for export. A source without rejects gives an empty table. */
export function rejectsQuery(path: string | null): Query {
  const named = 'record, line, "column", value, reason, kind';
  if (path !== null) return { text: `select ${named} from read_parquet($1)`, values: [path] };
  return {
    text: `select ${named} from (select 0 as record, 0 as line, '' as "column", '' as value, '' as reason, '' as kind) where false`,
  };
}
