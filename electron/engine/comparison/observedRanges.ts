import type { ObservedRange } from '../../../shared/comparison/ObservedRange.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { dateLiteral } from '../observations/dateLiteral.ts';
import type { Book } from '../scoring/Book.ts';

/** More categories than these are not offered, the most frequent first. */
const mostCategories = 50;

/** The values each of these metrics takes in the book, by metric; none for a metric that is missing for every account. */
export async function observedRanges(
  { database, observations, asOf, options }: Pick<Book, 'database' | 'observations' | 'asOf' | 'options'>,
  metrics: readonly string[],
): Promise<Map<string, ObservedRange>> {
  const from = `${quoteIdentifier(observations.table)} where as_of = ${dateLiteral(asOf)}`;
  const ranges = new Map<string, ObservedRange>();
  for (const { id, valueType } of observations.definition.metrics) {
    if (!metrics.includes(id)) continue;
    const column = quoteIdentifier(id);
    if (valueType === 'category') {
      const values = await database.rows<{ value: string }>(
        {
          text: `select ${column} as value from ${from} and ${column} is not null group by 1 order by count(*) desc, 1 limit ${mostCategories}`,
        },
        options,
      );
      if (values.length > 0) ranges.set(id, { kind: 'category', values: values.map(({ value }) => value) });
      continue;
    }
    const [row] = await database.rows<{ min: number | null; max: number; median: number; sd: number; whole: boolean }>(
      {
        text: `select min(${column}) as min, max(${column}) as max, median(${column}) as median, stddev_pop(${column}) as sd,
            bool_and(${column} = floor(${column})) as whole from ${from} and isfinite(${column})`,
      },
      options,
    );
    const { min, ...rest } = row!;
    if (min !== null) ranges.set(id, { kind: 'number', min, ...rest });
  }
  return ranges;
}
