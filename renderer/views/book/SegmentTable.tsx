import type { ScoredBook } from '../../../shared/contract/scoringCalls.ts';
import type { Model } from '../../../shared/model/model.ts';
import { type Measure, nameShares } from '../../charts/describeBook.ts';
import { moneyText, numberText, percentText, scoreText } from '../../charts/numberText.ts';
import { BandMark } from '../../parts/BandMark.tsx';
import type { BookNames } from './bookNames.ts';
import { useBook } from './bookStore.ts';
import styles from './SegmentTable.module.css';

interface SegmentTableProps {
  book: ScoredBook;
  model: Model;
  names: BookNames;
  measure: Measure;
}

/** Each segment's bands as a small bar and in numbers; a segment's name filters the worklist. */
export function SegmentTable({ book, model, names, measure }: SegmentTableProps) {
  const { view, look, choose } = useBook();
  const columns = book.bands.filter(({ band, accounts }) => band !== 'withheld' || accounts > 0);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Segment</th>
            <th scope="col">{measure === 'accounts' ? 'Accounts' : 'Revenue'}</th>
            <th scope="col" title="Mean health score, higher = healthier">
              Mean
            </th>
            <td className={styles.barCell} />
            {columns.map(({ band }) => (
              <th key={band} scope="col" title={names.bandName(band)}>
                <BandMark band={names.band(band)} />
                <span className={styles.spoken}>{names.bandName(band)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {book.segments.map((segment) => {
            const shares = nameShares(segment.bands, model.bands);
            const shareOf = (share: (typeof shares)[number]) => (measure === 'accounts' ? share.shareOfAccounts : share.shareOfRevenue);
            const only = view.segments.length === 1 && view.segments[0] === segment.id;
            return (
              <tr key={segment.id}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.segment}
                    aria-pressed={only}
                    onClick={() => {
                      look({ segments: only ? [] : [segment.id] });
                      choose(null);
                    }}
                  >
                    {segment.name}
                  </button>
                </th>
                <td>{measure === 'accounts' ? numberText(segment.accounts) : moneyText(segment.revenue, book.currency)}</td>
                <td>{segment.mean === null ? '–' : scoreText(segment.mean)}</td>
                <td className={styles.barCell}>
                  <span className={styles.bar} aria-hidden="true">
                    {shares.map((share) => (
                      <span key={share.id} style={{ width: `${shareOf(share) * 100}%`, background: share.band?.colour ?? 'var(--line)' }} />
                    ))}
                  </span>
                </td>
                {columns.map(({ band }) => {
                  const share = shares.find(({ id }) => id === band);
                  return <td key={band}>{share ? percentText(shareOf(share)) : '–'}</td>;
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
