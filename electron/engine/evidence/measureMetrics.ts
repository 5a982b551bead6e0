import type { CallOutput, HandlerInput } from '../../../shared/contract/contract.ts';
import type { MetricEvidence } from '../../../shared/contract/metricEvidence.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import { leavesOf, type Model } from '../../../shared/model/model.ts';
import { effectiveWeights } from '../../../shared/scoring/effectiveWeights.ts';
import { benjaminiHochberg } from '../../../shared/stats/benjaminiHochberg.ts';
import { presentOrder } from '../../../shared/stats/presentOrder.ts';
import { rankCorrelations } from '../../../shared/stats/rankCorrelations.ts';
import { redundancyGroups } from '../../../shared/stats/redundancyGroups.ts';
import { varianceInflation } from '../../../shared/stats/varianceInflation.ts';
import type { CallContext } from '../CallContext.ts';
import { takeStep } from '../takeStep.ts';
import { type CountedRows, countedRows } from './CountedRows.ts';
import { categoryFacts } from './categoryFacts.ts';
import { changesAfterOutcome } from './changesAfterOutcome.ts';
import { allowsCountsOnly, countsOnly } from './countsOnly.ts';
import { directionOf } from './directionOf.ts';
import { type Evidence, evidenceOf, modelAsked } from './Evidence.ts';
import { type LaterDate, laterDates } from './laterDates.ts';
import type { MetricFacts } from './MetricFacts.ts';
import { metricCategories, metricNumbers } from './metricColumns.ts';
import { numberFacts, numberFactsOfNumber } from './numberFacts.ts';
import { suspicionsOf } from './suspicionsOf.ts';

type Measured = CallOutput<'measure-metrics'>;

/** What one metric brought: its facts and, of numbers, the values they were taken from. */
interface MeasuredMetric {
  metric: Metric;
  facts: MetricFacts;
  values: Float64Array | null;
  order: Uint32Array | null;
}

/**
 * Every metric of the definition against one outcome, or the first so many: what was measured of these is kept for who asks for all of them. Of a
 * part of the observations all is measured anew, q-values and redundancy too; only what is doubted of a metric is told of all of them.
 * @throws Failure `model-unknown` and those of `evidenceOf` and `countedRows`
 */
export async function measureMetrics(input: HandlerInput<'measure-metrics'>, context: CallContext): Promise<Measured> {
  const evidence = await evidenceOf(context, input);
  const defined = evidence.proof.observations.definition.metrics;
  const metrics = defined.slice(0, input.first);
  const isWhole = metrics.length === defined.length;
  const numeric = metrics.filter(({ valueType }) => valueType === 'number').map(({ id }) => id);
  const columns = await metricNumbers(evidence.rows, numeric, evidence.options);
  const model = modelAsked(context.session.store, input.model);
  const counted = await countedRows(evidence, model, input);
  const isTooFew = allowsCountsOnly((counted.part ?? evidence.basis).gate);
  const measured: MeasuredMetric[] = [];
  for (const [index, metric] of metrics.entries()) {
    await takeStep(context, index / metrics.length, `Measuring ${metric.name}`);
    const values = columns[numeric.indexOf(metric.id)] ?? null;
    const key = `measured ${metric.id} ${counted.key} ${evidence.basis.seed}`;
    measured.push(await evidence.rows.kept.keep(key, counted.count, () => measureOne(evidence, counted, metric, values)));
  }
  const numbers = measured.filter((one): one is MeasuredMetric & { values: Float64Array; order: Uint32Array } => one.values !== null);
  const correlations = isWhole
    ? rankCorrelations(
        numbers.map(({ values }) => values),
        numbers.map(({ order }) => order),
      )
    : null;
  const inflation = correlations && varianceInflation(correlations);
  const groups = correlations ? redundancyGroups(correlations) : [];
  const groupOf = (metric: Metric) => groups.findIndex(({ columns }) => columns.some((column) => numbers[column]!.metric === metric));
  const qValues = isWhole ? benjaminiHochberg(measured.map(({ facts }) => (isTooFew ? null : facts.pValue))) : null;
  const weights = weightsByMetric(model);
  const suspect = {
    rows: evidence.rows,
    isPart: counted.part !== null,
    changes:
      evidence.isYesNo && isWhole
        ? await changesAfterOutcome(
            evidence.rows,
            metrics.map(({ id }) => id),
            evidence.options,
          )
        : new Map(),
    laterDates: await laterDatesOf(evidence),
    readings: evidence.proof.observations.definition.readings,
    sources: context.session.store.study.sources,
  };
  const lines = measured.map(({ metric, facts: all }, index): MetricEvidence => {
    const { presentRate, ...facts } = isTooFew ? countsOnly(all) : all;
    const group = groupOf(metric);
    const number = numbers.findIndex((one) => one.metric === metric);
    return {
      ...{ metric: metric.id, name: metric.name, unit: metric.unit ?? null, valueType: metric.valueType },
      ...facts,
      effectiveWeight: weights?.get(metric.id) ?? null,
      direction: directionOf(metric, evidence.basis.outcome, { ...facts, presentRate }),
      qValue: qValues?.[index] ?? null,
      varianceInflation: number < 0 || numbers.length < 2 ? null : (inflation?.[number] ?? null),
      redundancyGroup: group < 0 ? null : group,
      suspicions: suspicionsOf(metric, { ...facts, presentRate }, suspect),
    };
  });
  return {
    basis: evidence.basis,
    part: counted.part,
    isWhole,
    metrics: lines.sort((one, other) => strengthOf(other) - strengthOf(one)),
    redundancy: groups.map(({ columns, correlation }) => {
      const members = columns.map((column) => numbers[column]!.metric);
      const strongest = members.reduce((best, metric) => (strengthIn(lines, metric) > strengthIn(lines, best) ? metric : best));
      const names = members.map(({ name }) => name);
      return {
        metrics: members.map(({ id }) => id),
        correlation,
        strongest: strongest.id,
        sentence: `${names.slice(0, -1).join(', ')} and ${names.at(-1)} say nearly the same (up to ${correlation.toFixed(2)}); ${strongest.name} goes with the outcome most closely.`,
      };
    }),
  };
}

/** @param column of all rows; null for categories */
async function measureOne(
  { rows: all, options, isYesNo, resampling }: Evidence,
  rows: CountedRows,
  metric: Metric,
  column: Float64Array | null,
): Promise<MeasuredMetric> {
  const basis = { rows, isYesNo, resampling };
  if (!column) {
    const { codes, names } = await metricCategories(all, metric.id, options);
    return { metric, facts: categoryFacts(basis, { codes: rows.take(codes), names }), values: null, order: null };
  }
  const values = rows.take(column);
  const order = presentOrder(values);
  return { metric, facts: isYesNo ? numberFacts(basis, values, order) : numberFactsOfNumber(basis, values), values, order };
}

/** Of every source, by its id. */
async function laterDatesOf({ context, rows: { database }, options }: Evidence): Promise<ReadonlyMap<string, LaterDate[]>> {
  const sources = await context.session.analysis.preparedSources(options);
  return new Map(
    await Promise.all([...sources].map(async ([id, prepared]) => [id, await laterDates(database, prepared, options)] as const)),
  );
}

/** Share of the score by metric, over every place it has in the tree. */
function weightsByMetric(model: Model | null): Map<string, number> | null {
  if (!model) return null;
  const effective = effectiveWeights(model);
  const weights = new Map<string, number>();
  for (const { id, metric } of leavesOf(model.dimensions)) weights.set(metric, (weights.get(metric) ?? 0) + effective.get(id)!);
  return weights;
}

/** How strongly a metric goes with the outcome; comparable between numbers and categories of one outcome. */
function strengthOf({ informationValue, spearman }: MetricEvidence): number {
  return informationValue?.value ?? Math.abs(spearman?.value ?? 0);
}

const strengthIn = (lines: readonly MetricEvidence[], { id }: Metric) => strengthOf(lines.find(({ metric }) => metric === id)!);
