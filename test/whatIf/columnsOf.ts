import { evaluateFilter } from '../../shared/expression/evaluateFilter.ts';
import type { NamedValue } from '../../shared/expression/expression.ts';
import { parseFilter } from '../../shared/expression/parseFilter.ts';
import type { Model } from '../../shared/model/model.ts';
import { pointsOf } from '../../shared/scoring/pointsOf.ts';
import type { MetricValues } from '../../shared/whatIf/MetricValues.ts';
import type { ModelColumns } from '../../shared/whatIf/ModelColumns.ts';
import { lookUpIn } from '../scoring/observationNames.ts';
import { categories, categoryMetric, type RandomObservation } from '../scoring/randomModel.ts';

/** Random observations as the kernel reads them, column by column. */
export function columnsOf(model: Model, rows: readonly RandomObservation[]): ModelColumns {
  const lookUps = rows.map(lookUpIn);
  const holds = ({ where }: { where: string }, lookUp: (name: string) => NamedValue) => evaluateFilter(parseFilter(where), lookUp);
  const holding = (lookUp: (name: string) => NamedValue) => model.caps.filter((cap) => holds(cap, lookUp));
  const bandIndex = (band: string | undefined) =>
    band === undefined ? model.bands.length - 1 : model.bands.findIndex(({ id }) => id === band);
  return {
    count: rows.length,
    points: (metric, curve) => Float32Array.from(lookUps, (lookUp) => pointsOf(curve, lookUp(metric)) ?? Number.NaN),
    segment: Uint16Array.from(lookUps, (lookUp) => {
      const segment = model.segments.findIndex((one) => holds(one, lookUp));
      return segment < 0 ? model.segments.length : segment;
    }),
    scoreCeiling: Float32Array.from(lookUps, (lookUp) => Math.min(100, ...holding(lookUp).map(({ score }) => score ?? 100))),
    bandCeiling: Uint16Array.from(lookUps, (lookUp) =>
      Math.min(model.bands.length - 1, ...holding(lookUp).map(({ band }) => bandIndex(band))),
    ),
  };
}

/** The values of a metric of random observations. */
export function valuesOf(metric: string, rows: readonly RandomObservation[]): MetricValues {
  const values = rows.map((row) => lookUpIn(row)(metric));
  if (metric !== categoryMetric)
    return { kind: 'numbers', values: Float64Array.from(values, (value) => (value as number | null) ?? Number.NaN) };
  const codeOf = (value: NamedValue) => (value === null ? categories.length : categories.indexOf(String(value)));
  return { kind: 'categories', codes: Uint32Array.from(values, codeOf), names: categories };
}
