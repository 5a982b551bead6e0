import { numberText, percentText, valueText } from '../../../charts/numberText.ts';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { ProgressLine } from '../../../parts/ProgressLine.tsx';
import { useCall } from '../../../state/useCall.ts';
import { useView } from '../../../state/viewStore.ts';
import styles from '../form.module.css';
import { ColumnHistogram } from '../source/ColumnHistogram.tsx';

/** What a metric comes to over the book, so that a wrong definition is seen where it is written. */
export function MetricPreview({ metric }: { metric: string }) {
  const asOf = useView((state) => state.asOf);
  const { value, failure, progress } = useCall('profile-metric', { metric, bins: 30, ...(asOf ? { asOf } : {}) });
  return (
    <div className={styles.section}>
      <h4>Over the book{value && ` of ${value.asOf}`}</h4>
      <FailureNote failure={failure} />
      <ProgressLine label="Computing the metric" progress={value ? null : progress} />
      {value && !failure && (
        <>
          <p>
            {numberText(value.observations)} accounts,{' '}
            {value.missing === 0
              ? 'none missing'
              : `${numberText(value.missing)} missing (${percentText(value.observations === 0 ? 0 : value.missing / value.observations, 1)} of accounts)`}
            , {numberText(value.distinct)} distinct values.
            {value.quantiles && value.min !== null && value.max !== null && (
              <>
                {' '}
                From {valueText(value.min)} to {valueText(value.max)}, the middle half {valueText(value.quantiles[2]!)} to{' '}
                {valueText(value.quantiles[4]!)}.
              </>
            )}
            {value.categories.length > 0 &&
              ` Most frequent: ${value.categories
                .slice(0, 5)
                .map(({ value: category, count }) => `${category} (${numberText(count)})`)
                .join(', ')}.`}
          </p>
          {value.observations > 0 && value.missing === value.observations && (
            <p className={styles.hint}>
              Nothing but missing: the source may not be linked to the accounts, not reach over the window, or be known only later. The data
              report says which.
            </p>
          )}
          {value.histogram.length > 0 && (
            <div className={styles.histogram}>
              <ColumnHistogram profile={{ name: metric, histogram: value.histogram }} />
            </div>
          )}
        </>
      )}
    </div>
  );
}
