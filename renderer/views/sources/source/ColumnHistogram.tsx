import type { ColumnProfile } from '../../../../shared/contract/sourceCalls.ts';
import { numberText, valueText } from '../../../charts/numberText.ts';
import styles from './ProfileList.module.css';

const width = 180;
const height = 56;

/** A column's distribution, small; its text twin is the sentence it is labelled with. */
export function ColumnHistogram({ profile: { name, histogram } }: { profile: Pick<ColumnProfile, 'name' | 'histogram'> }) {
  const most = Math.max(...histogram.map(({ count }) => count), 1);
  const step = width / histogram.length;
  const first = histogram[0]!;
  const last = histogram.at(-1)!;
  const fullest = histogram.find(({ count }) => count === most) ?? first;
  const label = `${name}: ${valueText(first.from)} to ${valueText(last.to)}, most rows (${numberText(most)}) between ${valueText(fullest.from)} and ${valueText(fullest.to)}`;
  return (
    <>
      <svg className={styles.histogram} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <title>{label}</title>
        {histogram.map(({ from, count }, index) => {
          const tall = count === 0 ? 0 : Math.max(1, (count / most) * (height - 2));
          return <rect key={from} x={index * step} y={height - 1 - tall} width={Math.max(1, step - 1)} height={tall} />;
        })}
        <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} />
      </svg>
      <div className={styles.ends}>
        <span>{valueText(first.from)}</span>
        <span>{valueText(last.to)}</span>
      </div>
    </>
  );
}
