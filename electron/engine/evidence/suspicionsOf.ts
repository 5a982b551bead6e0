import type { Suspicion } from '../../../shared/contract/metricEvidence.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import type { Reading } from '../../../shared/model/reading.ts';
import type { Source } from '../../../shared/model/source.ts';
import { wilson } from '../../../shared/stats/wilson.ts';
import { columnsOf, readsSource } from '../observations/metricRows.ts';
import type { ChangeAfterOutcome } from './changesAfterOutcome.ts';
import type { EvidenceRows } from './EvidenceRows.ts';
import type { LaterDate } from './laterDates.ts';
import { isClock, type MetricFacts } from './MetricFacts.ts';

/** What a suspicion is judged by, besides the statistics. */
export interface SuspectContext {
  rows: EvidenceRows;
  /** The facts are of a part of these rows; what changes after the outcome is told of all. */
  isPart: boolean;
  /** By metric id. */
  changes: ReadonlyMap<string, ChangeAfterOutcome>;
  /** By source id. */
  laterDates: ReadonlyMap<string, readonly LaterDate[]>;
  readings: readonly Reading[];
  sources: readonly Source[];
}

/** Accounts seen after the outcome from which their changes are judged, and how much more often than usual they have to change. */
const fewestChanges = 10;
const leastExcess = 0.3;

/** Reasons to doubt that a metric was known before the outcome, or means what it seems to. */
export function suspicionsOf(metric: Metric, facts: MetricFacts, context: SuspectContext): Suspicion[] {
  const distance = facts.auc?.value == null ? 0 : Math.abs(facts.auc.value - 0.5);
  const value = facts.informationValue;
  return [
    ...(distance > 0.45
      ? [
          {
            code: 'auc-above-95' as const,
            sentence: `AUC ${facts.auc!.value!.toFixed(3)}: metrics are rarely that good. Check that it was known before the outcome.`,
          },
        ]
      : []),
    ...(value?.value != null && value.warnings.includes('CHECK_FOR_LEAKAGE')
      ? [
          {
            code: 'iv-above-half' as const,
            sentence: `Information value ${value.value.toFixed(2)}, above 0.5 also without what noise adds: strong enough to look for leakage.`,
          },
        ]
      : []),
    ...knownLater(metric, context),
    ...datedLater(metric, context),
    ...changesAfterwards(context.changes.get(metric.id), context),
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

/** A column that counts as known on the row's own date, where another date of the row often lies after it. */
function datedLater(metric: Metric, { readings, laterDates }: SuspectContext): Suspicion[] {
  if (!readsSource(metric) || (metric.value.kind === 'window' && metric.value.dateColumn)) return [];
  const { value } = metric;
  const reading = readings.find(({ source }) => source === value.source);
  const [later] = laterDates.get(value.source) ?? [];
  const column = columnsOf(value).find((name) => ['row-date', 'always'].includes(reading?.knownFrom[name]?.kind ?? 'row-date'));
  if (!reading || !later || column === undefined || reading.shape.kind === 'snapshot') return [];
  const date = reading.shape.kind === 'intervals' ? reading.shape.from : reading.shape.date;
  return [
    {
      code: 'known-after-as-of',
      sentence: `"${column}" counts as known on "${date}", but "${later.column}" is later in ${Math.round(100 * later.share)} % of the rows. If it became known only then, say so: known from "${later.column}".`,
    },
  ];
}

/** The value is set once the outcome is over, as a status is that is recorded because of it; what moves anyway, or had moved before, is none. */
function changesAfterwards(change: ChangeAfterOutcome | undefined, { isPart }: SuspectContext): Suspicion[] {
  if (change === undefined || change.changedOthers === null || change.accounts < fewestChanges) return [];
  const { accounts, changed, changedBefore, changedOthers } = change;
  const usual = Math.max(changedBefore, changedOthers);
  if (wilson(changed, accounts)![0] < usual + leastExcess) return [];
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return [
    {
      code: 'changes-after-outcome',
      sentence: `${isPart ? 'Of all accounts: once' : 'Once'} the outcome was over it held another value for ${changed} of ${accounts} accounts (before it ${percent(changedBefore)}, of accounts without it ${percent(changedOthers)}): make sure that it is not recorded because of it.`,
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
