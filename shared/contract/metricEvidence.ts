import { z } from 'zod';
import { curve } from '../model/curve.ts';
import { identifier } from '../model/identifier.ts';
import { estimate, warning } from '../stats/Estimate.ts';
import { outcomeRate } from './evidenceBasis.ts';

const count = z.number().int().min(0);

/** One reason to doubt that a metric was known before the outcome, or means what it seems to. */
export const suspicion = z.strictObject({
  code: z.enum(['auc-above-95', 'iv-above-half', 'known-after-as-of', 'changes-after-outcome', 'clock', 'missing-tells']),
  sentence: z.string(),
});
export type Suspicion = z.infer<typeof suspicion>;

/** Reads too high by what noise adds; the interval does not. `nullLine`: what 95 % of metrics without any link stay below. */
export const informationValue = z.strictObject({ ...estimate.shape, nullLine: z.number().nullable(), bins: count });

/** What one metric says of one outcome. AUC is raw: below one half means that low values go with the outcome. */
export const metricEvidence = z.strictObject({
  metric: identifier,
  name: z.string(),
  unit: z.string().nullable(),
  valueType: z.enum(['number', 'category']),
  /** Share of the score, 0..1, in the model looked at; null when the metric is not in it. */
  effectiveWeight: z.number().nullable(),
  observations: count,
  missing: count,
  /** Which values go with the outcome. */
  direction: z.strictObject({
    higher: z.enum(['more', 'less', 'neither', 'unordered']),
    /** Against what the metric's definition says is healthier; null when it says nothing or there is too little to tell. */
    asStated: z.boolean().nullable(),
    sentence: z.string(),
  }),
  /** Null for categories, and for outcomes that are numbers. */
  auc: estimate.nullable(),
  ks: z.strictObject({ estimate, at: z.number().nullable() }).nullable(),
  /** Null for categories. */
  spearman: estimate.nullable(),
  /** Pearson's with the 0/1 outcome or the number. */
  correlation: estimate.nullable(),
  /** Null for outcomes that are numbers. */
  informationValue: informationValue.nullable(),
  /** In nats, bias subtracted; `normalised` by the outcome's entropy. */
  mutualInformation: z.strictObject({ ...estimate.shape, bias: z.number().nullable(), normalised: z.number().nullable() }).nullable(),
  /** The rate (or mean) where the metric is missing. */
  missingRate: outcomeRate,
  /** Whether the rate per bin only rises or only falls; null when there are fewer than three bins, or for categories. */
  monotone: z.boolean().nullable(),
  pValue: z.number().nullable(),
  /** Which test gave the p-value. */
  test: z.string().nullable(),
  /** Benjamini-Hochberg over the metrics of this outcome. */
  qValue: z.number().nullable(),
  /** How much of the metric the other metrics tell: 1 = nothing. Null for categories. */
  varianceInflation: z.number().nullable(),
  /** Index into the answer's redundancy groups. */
  redundancyGroup: count.nullable(),
  suspicions: z.array(suspicion),
  warnings: z.array(warning),
});
export type MetricEvidence = z.infer<typeof metricEvidence>;

/** Metrics that say nearly the same. */
export const redundancyGroup = z.strictObject({
  metrics: z.array(identifier),
  /** Spearman's of the closest pair. */
  correlation: z.number(),
  /** The one that goes with the outcome most closely. */
  strongest: identifier,
  sentence: z.string(),
});

/** Outcome rate in one interval [from, to) of a metric, or for some categories. */
export const metricBin = z.strictObject({
  /** "20 to below 40"; "missing". */
  label: z.string(),
  /** Null: open. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  categories: z.array(z.string()).nullable(),
  missing: z.boolean(),
  ...outcomeRate.shape,
  /** Above 0: riskier than the whole. Null for numbers, and where accounts are too few to tell. */
  weightOfEvidence: z.number().nullable(),
});
export type MetricBin = z.infer<typeof metricBin>;

/** Where a metric stands in the model looked at. */
export const metricPlace = z.strictObject({ leaf: identifier, effectiveWeight: z.number(), curve });
