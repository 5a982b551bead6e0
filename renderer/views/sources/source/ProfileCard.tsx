import type { ColumnProfile } from '../../../../shared/contract/sourceCalls.ts';
import type { ColumnPlan, Source } from '../../../../shared/model/source.ts';
import { numberText, percentText, valueText } from '../../../charts/numberText.ts';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { useCall } from '../../../state/useCall.ts';
import { ColumnHistogram } from './ColumnHistogram.tsx';
import styles from './ProfileList.module.css';

interface ProfileCardProps {
  source: Source;
  column: ColumnPlan;
}

/** What one column holds: how much is missing, its range, its shape or its most frequent values, and what deserves a second look. */
export function ProfileCard({ source, column }: ProfileCardProps) {
  const { value, failure } = useCall('profile-source', { source: source.id, columns: [column.name] }, [source.data]);
  const profile = value?.columns[0];
  return (
    <div className={styles.card}>
      <div>
        <div className={styles.name} title={column.name}>
          {column.name}
        </div>
        <div className={styles.type}>
          {column.type}
          {column.currency && ` · ${column.currency}`}
        </div>
        {profile && <div className={styles.type}>{missingText(profile)}</div>}
      </div>
      {failure && <FailureNote failure={failure} />}
      {!profile && !failure && <div className={styles.type}>counting …</div>}
      {profile && (
        <>
          <div>{profile.histogram.length > 1 ? <ColumnHistogram profile={profile} /> : <TopValues profile={profile} />}</div>
          <ul className={styles.facts}>
            {facts(profile).map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          <ul className={styles.second}>
            {profile.suspicious.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function TopValues({ profile: { top, rows, missing } }: { profile: ColumnProfile }) {
  const filled = Math.max(1, rows - missing);
  return (
    <ul className={styles.top}>
      {top.slice(0, 4).map(({ value, count }) => (
        <li key={value} title={`${value}: ${numberText(count)} rows`}>
          <span className={styles.value}>{value}</span>
          <span className={styles.track}>
            <span className={styles.share} style={{ width: `${(100 * count) / filled}%` }} />
          </span>
          <span className={styles.percent}>{percentText(count / filled)}</span>
        </li>
      ))}
    </ul>
  );
}

function missingText({ missing, rows }: ColumnProfile): string {
  return missing === 0 ? 'never missing' : `${percentText(rows === 0 ? 0 : missing / rows, 1)} of rows missing`;
}

function facts(profile: ColumnProfile): string[] {
  const { quantiles, mean, min, max, distinct, constant } = profile;
  return [
    constant ? 'the same value in every row' : `${numberText(distinct)} distinct values`,
    ...(min !== null && max !== null ? [`${min} to ${max}`] : []),
    ...(quantiles && quantiles.length === 5
      ? [`middle half ${valueText(quantiles[1]!)} to ${valueText(quantiles[3]!)}, median ${valueText(quantiles[2]!)}`]
      : []),
    ...(mean === null ? [] : [`mean ${valueText(mean)}`]),
  ];
}
