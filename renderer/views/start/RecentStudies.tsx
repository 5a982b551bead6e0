import { EmptyState } from '../../parts/EmptyState.tsx';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { useOpening } from '../../state/openingStore.ts';
import { useCall } from '../../state/useCall.ts';
import { useStudyActions } from '../../state/useStudyActions.ts';
import styles from './RecentStudies.module.css';

/** The studies opened before, newest first; one that is no longer there says so. */
export function RecentStudies() {
  const { value, failure } = useCall('list-studies', {});
  const { openStudy } = useStudyActions();
  const opening = useOpening((state) => state.opening !== null);
  if (failure) return <FailureNote failure={failure} />;
  if (value?.studies.length === 0) return <EmptyState title="None yet">The studies you open are listed here.</EmptyState>;
  return (
    <ul className={styles.list}>
      {value?.studies.map((study) => (
        <li key={study.path}>
          <button type="button" className={styles.study} disabled={!study.present || opening} onClick={() => void openStudy(study.path)}>
            <strong>{study.name}</strong>
            <span className={styles.path}>{study.path}</span>
            <span className={styles.when}>{study.present ? study.openedAt.slice(0, 10) : 'no longer there'}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
