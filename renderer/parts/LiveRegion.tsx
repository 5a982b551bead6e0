import { useAnnouncement } from '../state/announcements.ts';
import styles from './Field.module.css';

/** Where `announce` is heard. One stands in the window. */
export function LiveRegion() {
  const sentence = useAnnouncement((state) => state.sentence);
  return (
    <div role="status" aria-live="polite" className={styles.hidden}>
      {sentence}
    </div>
  );
}
