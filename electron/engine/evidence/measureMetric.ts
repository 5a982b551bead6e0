import type { CallOutput, HandlerInput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Curve } from '../../../shared/model/curve.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import { leavesOf, type Model } from '../../../shared/model/model.ts';
import { effectiveWeights } from '../../../shared/scoring/effectiveWeights.ts';
import { isMonotone } from '../../../shared/stats/isMonotone.ts';
import { shownCells } from '../../../shared/stats/outcomeCells.ts';
import { quantile } from '../../../shared/stats/quantile.ts';
import { quantileEdges } from '../../../shared/stats/referenceEdges.ts';
import { splitByOutcome } from '../../../shared/stats/splitByOutcome.ts';
import type { Warning } from '../../../shared/stats/warning.ts';
import type { CallContext } from '../CallContext.ts';
import { countedRows } from './CountedRows.ts';
import { allowsCountsOnly, binsCountsOnly } from './countsOnly.ts';
import { evidenceOf, modelAsked } from './Evidence.ts';
import { type BinnedRows, categoryBins, liveResampling, type MetricBins, numberBins } from './metricBins.ts';
import { metricCategories, metricNumbers } from './metricColumns.ts';
import { outcomeRates } from './outcomeRates.ts';

type Measured = CallOutput<'measure-metric'>;

/** The outcome rate of one metric per bin. @throws Failure `metric-unknown` and those of `evidenceOf` and `countedRows` */
export async function measureMetric(input: HandlerInput<'measure-metric'>, context: CallContext): Promise<Measured> {
  const evidence = await evidenceOf(context, input);
  const { rows, options, isYesNo, proof } = evidence;
  const metric = proof.observations.definition.metrics.find(({ id }) => id === input.metric);
  if (!metric) throw new Failure('metric-unknown', { metric: input.metric });
  const model = modelAsked(context.session.store, input.model);
  const { part, take, count, outcomes, accounts, accountCount, revenue } = await countedRows(evidence, model, input);
  const beside: BinnedRows = { outcomes, accounts, accountCount, revenue, isYesNo, resampling: liveResampling(evidence.resampling, count) };
  const whole = outcomeRates({ ...beside, groups: new Uint8Array(count) }, 1)[0]!;
  const isTooFew = allowsCountsOnly((part ?? evidence.basis).gate);
  const allowed = (found: MetricBins) => (isTooFew ? binsCountsOnly(found) : found);
  const fewEvents: Warning[] = isTooFew ? ['FEW_EVENTS'] : [];
  const about = {
    ...{ basis: evidence.basis, metric: metric.id, name: metric.name, unit: metric.unit ?? null, valueType: metric.valueType },
    rate: whole.rate,
    places: placesOf(model, metric),
  };
  if (metric.valueType === 'category') {
    const { codes, names } = await metricCategories(rows, metric.id, options);
    const found = allowed(categoryBins({ codes: take(codes), names }, beside));
    return { ...about, ...found, cuts: [], cutsFrom: 'categories', monotone: null, range: null, warnings: fewEvents };
  }
  const values = take((await metricNumbers(rows, [metric.id], options))[0]!);
  const ascending = values.filter((value) => !Number.isNaN(value)).sort();
  const { cuts, cutsFrom } = cutsFor(input.cuts, model, metric, () =>
    isYesNo ? shownCells(splitByOutcome(values, beside.outcomes)).edges : quantileEdges(ascending, 5),
  );
  const { bins, informationValue } = allowed(numberBins(values, cuts, beside));
  const rates = bins.filter(({ missing }) => !missing).map(({ rate }) => rate.value);
  const warnings: Warning[] = ascending.length === 0 ? ['ALL_MISSING'] : ascending[0] === ascending.at(-1) ? ['CONSTANT'] : [];
  return {
    ...about,
    ...{ cuts, cutsFrom, bins, informationValue, warnings: [...warnings, ...fewEvents] },
    monotone: isTooFew ? null : isMonotone(rates),
    range: ascending.length === 0 ? null : [quantile(ascending, 0.01)!, quantile(ascending, 0.99)!],
  };
}

function placesOf(model: Model | null, { id }: Metric): Measured['places'] {
  if (!model) return [];
  const weights = effectiveWeights(model);
  const leaves = leavesOf(model.dimensions).filter(({ metric }) => metric === id);
  return leaves.map((leaf) => ({ leaf: leaf.id, effectiveWeight: weights.get(leaf.id)!, curve: leaf.curve }));
}

function cutsFor(
  given: readonly number[] | undefined,
  model: Model | null,
  { id }: Metric,
  proposed: () => number[],
): Pick<Measured, 'cuts' | 'cutsFrom'> {
  if (given) return { cuts: [...new Set(given)].sort((one, other) => one - other), cutsFrom: 'given' };
  const curves = leavesOf(model?.dimensions ?? []).flatMap(({ metric, curve }) => (metric === id ? [curve] : []));
  const steps = curves.find((curve): curve is Extract<Curve, { kind: 'steps' }> => curve.kind === 'steps');
  if (steps && steps.cuts.length > 0)
    return { cuts: steps.log1p ? steps.cuts.map((cut) => Math.expm1(cut)) : steps.cuts, cutsFrom: 'curve' };
  return { cuts: proposed(), cutsFrom: 'proposed' };
}
