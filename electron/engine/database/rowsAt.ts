import type { Database, RunOptions } from './Database.ts';
import type { OrderedRows } from './numberColumns.ts';

const numberColumn = '·number';

/** The rows at these places of an order, from 0, in the sequence of `places`, with all their columns. */
export async function rowsAt(
  database: Database,
  { from, orderBy, values }: OrderedRows,
  places: readonly number[],
  options: RunOptions,
): Promise<Record<string, unknown>[]> {
  if (places.length === 0) return [];
  const numbered = `(select *, cast(row_number() over (order by ${orderBy}) - 1 as integer) as "${numberColumn}" from ${from})`;
  const wanted = places.map((place) => Math.trunc(place)).join(', ');
  const text = `select * from ${numbered} where "${numberColumn}" in (${wanted})`;
  const found = await database.rows<Record<string, unknown>>({ text, ...(values ? { values } : {}) }, options);
  const byPlace = new Map(found.map(({ [numberColumn]: place, ...row }) => [place as number, row]));
  return places.map((place) => byPlace.get(place)!);
}
