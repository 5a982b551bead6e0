import type { CountedPart } from '../../../shared/contract/evidenceBasis.ts';
import { countText, numberText } from '../../charts/numberText.ts';
import { gateNames } from './gateNames.ts';
import styles from './PartNote.module.css';

/** Of which observations the numbers below are, and what so many events allow; the head of the screen says it of all of them. */
export function PartNote({ part: { name, observations, accounts, treatmentUnknown, gate } }: { part: CountedPart }) {
  return (
    <p className={styles.part}>
      <strong>{name}:</strong> {countText(observations, 'observation')} of {countText(accounts, 'account')}.{' '}
      {treatmentUnknown ? `In ${numberText(treatmentUnknown)} of them the study cannot tell whether the account was treated. ` : ''}
      {gateNames[gate.level]}: {gate.sentence} {gate.next?.sentence}
    </p>
  );
}
