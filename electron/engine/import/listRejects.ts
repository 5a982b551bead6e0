import type { Reject } from '../../../shared/contract/sourceCalls.ts';
import type { Handler } from '../CallContext.ts';
import { rejectsQuery } from './rejectsQuery.ts';

const columns = 'kind, record::double as record, line::double as line, "column", value, reason';

/** A page of what could not be read of a source. */
export const listRejects: Handler<'list-rejects'> = async ({ source: id, offset, limit, kind }, { session, signal }) => {
  const { store, analysis } = session;
  const rejects = rejectsQuery(store.source(id), store.study.definition, (file) => store.resolve(file));
  const values = [...rejects.values, kind ?? null];
  const asked = `$${values.length}::varchar`;
  const from = `(${rejects.text}) where ${asked} is null or kind = ${asked}`;
  const [[counted], page] = await Promise.all([
    analysis.database.rows<{ total: number }>({ text: `select count(*)::double as total from ${from}`, values }, { signal }),
    analysis.database.rows<Reject>(
      {
        text: `select ${columns} from ${from} limit $${values.length + 1} offset $${values.length + 2}`,
        values: [...values, limit, offset],
      },
      { signal },
    ),
  ]);
  return { total: counted!.total, rejects: page };
};
