import { TriangleAlert } from 'lucide-react';
import styles from './WarningNotes.module.css';

interface WarningNotesProps {
  /** What the list is about, for assistive technology. */
  label: string;
  sentences: readonly string[];
}

/** Warnings as sentences, where the numbers they are about stand. Renders nothing without any. */
export function WarningNotes({ label, sentences }: WarningNotesProps) {
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label={label}>
      {sentences.map((sentence) => (
        <li key={sentence}>
          <TriangleAlert aria-hidden="true" />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
