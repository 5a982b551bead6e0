import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import type { PreparedSource } from '../observations/PreparedSource.ts';

/** A date of the same row that often lies after the row's own: what the row says may have been known only then. */
export interface LaterDate {
  column: string;
  /** Share of the dated rows. */
  share: number;
}

/** Dates that are planned, and so known although they lie ahead. */
const planned = /due|expir|renew|until|valid|plan|expect|schedul|target|next|deadline/i;

/** Share of the rows from which a later date is worth a word. */
const leastShare = 0.1;

/** The dates of a dated source that lie after the rows' own day, the most frequent first; none of a snapshot. @throws Failure `cancelled` */
export async function laterDates(database: Database, prepared: PreparedSource, options: RunOptions): Promise<LaterDate[]> {
  const { columns, relation, dateColumn, reading } = prepared;
  const end = reading.shape.kind === 'intervals' ? reading.shape.to : null;
  const others = [...columns]
    .filter(([name, type]) => (type === 'date' || type === 'timestamp') && name !== dateColumn && name !== end && !planned.test(name))
    .map(([name]) => name);
  if (dateColumn === null || others.length === 0) return [];
  const shares = others.map((name) => `avg((coalesce(cast(${quoteIdentifier(name)} as date) > "·date", false))::integer)`);
  const [found] = await database.rows<{ shares: (number | null)[] }>(
    { text: `select [${shares.join(', ')}] as shares from ${relation} where "·date" is not null` },
    options,
  );
  return others
    .map((column, place) => ({ column, share: found!.shares[place] ?? 0 }))
    .filter(({ share }) => share >= leastShare)
    .sort((one, other) => other.share - one.share);
}
