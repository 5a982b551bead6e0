import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { MetricEvidence } from '../../../../shared/contract/metricEvidence.ts';
import { numberText } from '../../../charts/numberText.ts';
import { estimateText, indexText, valueOr, warningTexts } from '../estimateText.ts';

/** Which values go with the outcome, in a few words; the sentence beside it says them in full. */
export function directionText({ direction, warnings }: Pick<MetricEvidence, 'direction' | 'warnings'>): string {
  const against = direction.asStated === false ? ', against its definition' : '';
  switch (direction.higher) {
    case 'more':
      return `higher values${against}`;
    case 'less':
      return `lower values${against}`;
    case 'neither':
      return warnings.includes('FEW_EVENTS') ? 'too few to tell' : 'neither end';
    case 'unordered':
      return 'by category';
  }
}

/** What to know before reading the numbers: suspicions first, then what limits them; sentences. */
export function caveatsOf({ suspicions, warnings, auc, spearman, informationValue }: MetricEvidence): string[] {
  return [
    ...suspicions.map(({ sentence }) => sentence),
    ...warningTexts(warnings, auc?.warnings ?? spearman?.warnings, informationValue?.warnings),
  ];
}

/** The information value of some bins in sentences; the number may lie outside its interval, which is why they say of what it reads too high. */
export function informationText(value: NonNullable<MetricEvidence['informationValue']>): string {
  const said = `Information value ${estimateText(value, indexText)} in ${numberText(value.bins)} bins, null line ${valueOr(value.nullLine, indexText)}.`;
  return value.interval === null ? said : `${said} It reads too high by what noise adds, the interval does not.`;
}

/** The other metrics that say nearly the same, by name; empty when none does. */
export function sameAs(
  { metric, redundancyGroup }: MetricEvidence,
  { metrics, redundancy }: Pick<CallOutput<'measure-metrics'>, 'metrics' | 'redundancy'>,
): string {
  const group = redundancyGroup === null ? undefined : redundancy[redundancyGroup];
  const names = new Map(metrics.map((each) => [each.metric, each.name]));
  return (group?.metrics ?? [])
    .filter((each) => each !== metric)
    .map((each) => names.get(each) ?? each)
    .join(', ');
}
