import type { Suspicion } from '../../../shared/contract/metricEvidence.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import type { Reading } from '../../../shared/model/reading.ts';
import type { Source } from '../../../shared/model/source.ts';
import { auc } from '../../../shared/stats/auc.ts';
import type { EvidenceRows } from './EvidenceRows.ts';
import { isClock, type MetricFacts } from './MetricFacts.ts';

/** What a suspicion is judged by, besides the statistics. */
export interface SuspectContext {
  rows: EvidenceRows;
  /** Row of the same account at its next as-of date. */
  next: Int32Array;
  readings: readonly Reading[];
  sources: readonly Source[];
}

const fewestChanges = 10;

/** Reasons to doubt that a metric was known before the outcome, or means what it seems to. @param values null for categories */
export function suspicionsOf(metric: Metric, facts: MetricFacts, values: Float64Array | null, context: SuspectContext): Suspicion[] {
  const distance = facts.auc?.value == null ? 0 : Math.abs(facts.auc.value - 0.5);
  const value = facts.informationValue?.value ?? 0;
  return [
    ...(distance > 0.45
      ? [
          {
            code: 'auc-above-95' as const,
            sentence: `AUC ${facts.auc!.value!.toFixed(3)}: metrics are rarely that good. Check that it was known before the outcome.`,
          },
        ]
      : []),
    ...(value > 0.5
      ? [
          {
            code: 'iv-above-half' as const,
            sentence: `Information value ${value.toFixed(2)}, above 0.5: strong enough to look for leakage.`,
          },
        ]
      : []),
    ...knownLater(metric, context),
    ...(values && facts.auc ? changesAfterwards(values, context) : []),
    ...(isClock(metric)
      ? [{ code: 'clock' as const, sentence: 'It grows with time by itself; a link with the outcome may be the calendar.' }]
      : []),
    ...missingTells(facts),
  ];
}

/** A column declared never to change, or of the export, at as-of dates before its export. */
function knownLater(metric: Metric, { rows, readings, sources }: SuspectContext): Suspicion[] {
  if (metric.value.kind !== 'column') return [];
  const { source: id, column } = metric.value;
  const reading = readings.find(({ source }) => source === id);
  const source = sources.find((one) => one.id === id);
  const taken = reading?.exportedOn ?? source?.exportedOn;
  const earlier = rows.asOfDates.filter((asOf) => taken !== undefined && asOf < taken);
  if (reading?.knownFrom[column]?.kind !== 'always' || earlier.length === 0) return [];
  return [
    {
      code: 'known-after-as-of',
      sentence: `"${column}" is declared never to change, and its values are those of ${taken}, after ${earlier.length} of ${rows.asOfDates.length} as-of dates.`,
    },
  ];
}

/** The value moves together with the outcome from one as-of date to the next, as a status does that is set because of it. */
function changesAfterwards(values: Float64Array, { rows: { outcomes }, next }: SuspectContext): Suspicion[] {
  const changes: number[] = [];
  const happened: number[] = [];
  for (let row = 0; row < values.length; row++) {
    const change = next[row]! < 0 ? Number.NaN : values[next[row]!]! - values[row]!;
    if (Number.isNaN(change)) continue;
    changes.push(change);
    happened.push(outcomes[row]!);
  }
  const events = happened.filter((one) => one === 1).length;
  const found = events < fewestChanges || changes.length - events < fewestChanges ? null : auc(changes, happened);
  if (found === null || Math.abs(found - 0.5) < 0.4) return [];
  return [
    {
      code: 'changes-after-outcome',
      sentence: `It ${found > 0.5 ? 'rises' : 'falls'} when the outcome happens (AUC of its change to the next as-of date ${found.toFixed(2)}): make sure it is not recorded because of it.`,
    },
  ];
}

function missingTells({ missing, missingRate: { rate }, presentRate }: MetricFacts): Suspicion[] {
  if (missing === 0 || rate.interval === null || presentRate === null || rate.value === null) return [];
  if (presentRate >= rate.interval[0] && presentRate <= rate.interval[1]) return [];
  const shown = (share: number) => (rate.events === null ? share.toFixed(2) : `${(100 * share).toFixed(1)} %`);
  return [
    {
      code: 'missing-tells',
      sentence: `Where it is missing: ${shown(rate.value)}, against ${shown(presentRate)} where it is present. That it is missing says something of its own.`,
    },
  ];
}
