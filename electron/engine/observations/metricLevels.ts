import { namesIn } from '../../../shared/expression/namesIn.ts';
import { parseFormula } from '../../../shared/expression/parseFormula.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Metric } from '../../../shared/model/metric.ts';

/** The metrics a metric is computed from. */
export function operandsOf(metric: Metric): string[] {
  const operands = metric.value.kind === 'formula' ? [...namesIn(parseFormula(metric.value.formula))] : [];
  return metric.per ? [...operands, metric.per] : operands;
}

/**
 * Metrics in levels: each needs only metrics of earlier levels; the first level needs none.
 * @throws Failure `metric-unknown`, and `definition-invalid` when metrics lead back to themselves
 */
export function metricLevels(metrics: readonly Metric[]): Metric[][] {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const levels = new Map<string, number>();
  const levelOf = (metric: Metric, path: readonly string[]): number => {
    const known = levels.get(metric.id);
    if (known !== undefined) return known;
    if (path.includes(metric.id))
      throw new Failure('definition-invalid', {
        where: `the metric "${metric.name}"`,
        problem: `it is computed from itself (${[...path, metric.id].join(' -> ')})`,
      });
    const operands = operandsOf(metric).map((id) => {
      const operand = byId.get(id);
      if (!operand) throw new Failure('metric-unknown', { metric: id });
      return levelOf(operand, [...path, metric.id]);
    });
    const level = operands.length === 0 ? 0 : Math.max(...operands) + 1;
    levels.set(metric.id, level);
    return level;
  };
  const result: Metric[][] = [];
  for (const metric of metrics) {
    const level = levelOf(metric, []);
    while (result.length <= level) result.push([]);
    result[level]!.push(metric);
  }
  return result;
}
