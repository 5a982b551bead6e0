import type { Metric } from '../../shared/model/metric.ts';
import type { ColumnPlan } from '../../shared/model/source.ts';

const numeric = ['number', 'money', 'percent', 'boolean'];

/** Whether a metric that holds numbers, or categories, can hold the values of a column. */
export function columnFits(valueType: Metric['valueType'], { type }: ColumnPlan): boolean {
  return valueType === 'category' ? type === 'text' || type === 'boolean' : numeric.includes(type);
}

/** The first column such a metric can hold that is not the key and not in `taken`. */
export function fittingColumn(
  valueType: Metric['valueType'],
  columns: readonly ColumnPlan[],
  key: string | undefined,
  taken: ReadonlySet<string> = new Set(),
): ColumnPlan | undefined {
  return columns.find((column) => column.name !== key && !taken.has(column.name) && columnFits(valueType, column));
}
