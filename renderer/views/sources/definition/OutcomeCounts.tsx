import { countText, numberText, percentText } from '../../../charts/numberText.ts';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { ProgressLine } from '../../../parts/ProgressLine.tsx';
import { useCall } from '../../../state/useCall.ts';
import styles from '../form.module.css';

/** How often the outcome happened over all as-of dates, so that a wrong definition is seen where it is written. */
export function OutcomeCounts({ outcome }: { outcome: string }) {
  const { value, failure, progress } = useCall('summarise-observations', {});
  const seen = value?.asOf.flatMap((date) => date.outcomes.filter(({ id }) => id === outcome)) ?? [];
  const sum = (part: 'known' | 'yes' | 'unknown' | 'notAtRisk') => seen.reduce((total, one) => total + one[part], 0);
  return (
    <div className={styles.section}>
      <h4>Over {countText(value?.asOf.length ?? 0, 'as-of date')}</h4>
      <FailureNote failure={failure} />
      <ProgressLine label="Computing the outcomes" progress={value ? null : progress} />
      {value && !failure && (
        <p>
          Yes for {numberText(sum('yes'))} of {numberText(sum('known'))} known observations
          {sum('known') > 0 && ` (${percentText(sum('yes') / sum('known'), 1)} of the known)`}; {numberText(sum('unknown'))} unknown,{' '}
          {numberText(sum('notAtRisk'))} not at risk.
        </p>
      )}
    </div>
  );
}
