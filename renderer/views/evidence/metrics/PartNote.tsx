import type { CountedPart } from '../../../../shared/contract/evidenceBasis.ts';
import { countText } from '../../../charts/numberText.ts';
import { gateNames } from '../gateNames.ts';
import styles from './MetricsTab.module.css';

/** Of which observations a table is, and what so many events allow; the head of the screen says it of all of them. */
export function PartNote({ part: { name, observations, accounts, gate } }: { part: CountedPart }) {
  return (
    <p className={styles.note}>
      <strong>{name}:</strong> {countText(observations, 'observation')} of {countText(accounts, 'account')}. {gateNames[gate.level]}:{' '}
      {gate.sentence} {gate.next?.sentence}
    </p>
  );
}
