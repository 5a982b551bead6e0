import type { Metric } from '../../../shared/model/metric.ts';
import type { RunOptions } from '../database/Database.ts';
import { readsSource } from '../observations/metricRows.ts';
import { rowsBehind } from '../observations/traceMetric.ts';
import type { Analysis } from '../study/Analysis.ts';

/** Date of the newest row behind each metric of one account, by metric id; null for a metric whose rows have no date or that has none. */
export async function freshnessOf(
  analysis: Analysis,
  metrics: readonly Metric[],
  account: string,
  asOf: string,
  options: RunOptions,
): Promise<Map<string, string | null>> {
  const sources = await analysis.preparedSources(options);
  const found = new Map<string, string | null>();
  for (const [source, prepared] of sources) {
    const own = metrics.filter(readsSource).filter((metric) => metric.value.source === source);
    if (own.length === 0) continue;
    const newest = own.map((metric, index) => {
      const { on, where } = rowsBehind(metric, prepared, asOf);
      return `strftime(max(${on}) filter (where ${where}), '%Y-%m-%d') as d${index}`;
    });
    const [row] = await analysis.database.rows<Record<string, string | null>>(
      { text: `select ${newest.join(', ')} from ${prepared.relation} where "·account" = $1`, values: [account] },
      options,
    );
    for (const [index, { id }] of own.entries()) found.set(id, row?.[`d${index}`] ?? null);
  }
  return found;
}
