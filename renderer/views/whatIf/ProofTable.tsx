import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { ScoreLine } from '../../../shared/contract/proofSet.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { differenceText } from '../../charts/numberText.ts';
import { Delta } from './Delta.tsx';
import { differenceIn, isCertain, proofRows } from './proofRows.ts';
import type { Sides } from './shifts.ts';
import styles from './table.module.css';

interface ProofTableProps {
  evidence: CallOutput<'compare-evidence'>;
  /** The draft's line while something moves, from bins: marked approximate. */
  line: ScoreLine | null;
  /** What is shown is of the draft before the last move. */
  isStale: boolean;
  outcome: Pick<Outcome, 'name' | 'polarity'>;
  sides: Sides;
}

/** What the baseline's and the draft's scores say of the outcome, and their difference, with intervals where there are any. */
export function ProofTable({ evidence, line, isStale, outcome, sides }: ProofTableProps) {
  return (
    <table className={styles.table} aria-busy={isStale}>
      <caption className={styles.hidden}>Baseline and draft against the outcome {outcome.name}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Baseline</th>
          <th scope="col">Draft</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        {proofRows(evidence, line, outcome, sides).map((row) => {
          const { name, before, after, moving, text, difference } = row;
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{before ? <Estimated estimate={before} text={text} /> : '–'}</td>
              <td>{line ? <strong>{moving === null ? '–' : `~${text(moving)}`}</strong> : <Estimated estimate={after} text={text} />}</td>
              <td>
                <Delta
                  value={differenceIn(row, line !== null)}
                  decimals={difference.decimals}
                  unit={difference.unit}
                  good={!line && isCertain(difference.interval) ? difference.good : null}
                />
                {!line && difference.interval && (
                  <span className={styles.interval}>
                    {difference.interval.map((end) => differenceText(end, difference.decimals)).join(' to ')}
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Estimated({ estimate: { value, interval, method }, text }: { estimate: Estimate; text: (value: number) => string }) {
  if (value === null) return <span className={styles.secondary}>too few</span>;
  return (
    <span title={interval && method ? `95 % interval, ${method}` : undefined}>
      <strong>{text(value)}</strong>
      {interval && <span className={styles.interval}>{interval.map(text).join('–')}</span>}
    </span>
  );
}
