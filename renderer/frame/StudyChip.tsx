import { Menu } from '../parts/Menu.tsx';
import { usePlacing } from '../state/placingStore.ts';
import { useStudy } from '../state/studyStore.ts';
import { useStudyActions } from '../state/useStudyActions.ts';
import styles from './TopBar.module.css';

const saveWords = { saved: 'saved', pending: 'saving …', saving: 'saving …', failed: 'not saved' };

/** The open study: its name, whether it is on disk, and what can be done with it as a whole. */
export function StudyChip() {
  const name = useStudy(({ draft }) => draft.name);
  const path = useStudy(({ open }) => open?.path);
  const saveState = useStudy((state) => state.saveState);
  const { close } = useStudyActions();
  const { place } = usePlacing();
  return (
    <span className={styles.chip} title={path}>
      <span>Study</span>
      <strong>{name}</strong>
      <span className={saveState === 'failed' ? styles.failed : styles.saving}>{saveWords[saveState]}</span>
      <Menu
        label="⋯"
        button={{ tone: 'quiet', icon: true, 'aria-label': 'Study actions' }}
        items={[
          { label: 'Rename …', run: () => place('rename') },
          { label: 'Duplicate …', run: () => place('duplicate') },
          { label: 'Move …', run: () => place('move') },
          { label: 'Close study', run: () => void close() },
        ]}
      />
    </span>
  );
}
