import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { RunOptions } from '../database/Database.ts';
import { numberColumns } from '../database/numberColumns.ts';
import type { EvidenceRows } from './EvidenceRows.ts';

/** A metric of categories: the place of each row's category in `names`, NaN where it is missing. */
export interface CategoryColumn {
  codes: Float64Array;
  names: string[];
}

/** The values of number metrics, in the order of the rows; NaN = missing. */
export async function metricNumbers(rows: EvidenceRows, metrics: readonly string[], options: RunOptions): Promise<Float64Array[]> {
  const lacking = [...new Set(metrics)].filter((metric) => !rows.kept.has(numberKey(metric)));
  const fetched = await numberColumns(rows.database, rows.source, lacking.map(quoteIdentifier), options);
  const values = new Map(lacking.map((metric, index) => [metric, fetched[index]!]));
  return Promise.all(metrics.map((metric) => rows.kept.keep(numberKey(metric), rows.count, async () => values.get(metric)!)));
}

const numberKey = (metric: string) => `number ${metric}`;

/** The values of a category metric. */
export function metricCategories(rows: EvidenceRows, metric: string, options: RunOptions): Promise<CategoryColumn> {
  const column = quoteIdentifier(metric);
  return rows.kept.keep(`category ${metric}`, rows.count, async () => {
    const names = await rows.database.rows<{ name: string }>(
      { text: `select ${column} as name from ${rows.source.from} where ${column} is not null group by 1 order by 1` },
      options,
    );
    const rank = `case when ${column} is not null then dense_rank() over (order by ${column} nulls last) - 1 end`;
    const [codes] = await numberColumns(rows.database, rows.source, [rank], options);
    return { codes: codes!, names: names.map(({ name }) => name) };
  });
}
