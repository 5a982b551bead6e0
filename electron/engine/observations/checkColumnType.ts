import { Failure } from '../../../shared/failure.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import type { PreparedSource } from './PreparedSource.ts';

const words = { text: 'text', date: 'a date', timestamp: 'a point in time' } as const;

/** Refuses a number metric that would hold the values of a column that has none. @throws Failure `definition-invalid`, `column-unknown` */
export function checkColumnType(metric: Metric, prepared: PreparedSource, column: string): void {
  const type = prepared.columns.get(column);
  if (!type) throw new Failure('column-unknown', { source: prepared.source.id, column });
  if (metric.valueType === 'category' || !(type in words)) return;
  throw new Failure('definition-invalid', {
    where: `the metric "${metric.name}"`,
    problem: `it holds a number, but "${column}" of "${prepared.source.id}" is ${words[type as keyof typeof words]}; let the metric hold a category, choose another column, or import this one as a number`,
  });
}
