import { CircleAlert } from 'lucide-react';
import { sentenceOfAny } from '../state/noticeStore.ts';
import styles from './FailureNote.module.css';

/** A failure in the place where its answer would stand. Renders nothing without one. */
export function FailureNote({ failure }: { failure: Error | null }) {
  if (!failure) return null;
  return (
    <p role="alert" className={styles.note}>
      <CircleAlert aria-hidden="true" />
      <span>{sentenceOfAny(failure)}</span>
    </p>
  );
}
