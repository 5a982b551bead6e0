import { Redo2, ShieldCheck, SunMoon, Undo2 } from 'lucide-react';
import { Button } from '../parts/Button.tsx';
import { Menu } from '../parts/Menu.tsx';
import { useStudy } from '../state/studyStore.ts';
import { useView } from '../state/viewStore.ts';
import { BookChips } from './BookChips.tsx';
import { commandKey } from './commandKey.ts';
import { usePalette } from './paletteStore.ts';
import { StudyChip } from './StudyChip.tsx';
import styles from './TopBar.module.css';

/** Study, book and model on every screen; undo and redo; the promise that nothing leaves this machine. */
export function TopBar() {
  const open = useStudy((state) => state.open !== null);
  const back = useStudy(({ history }) => history.past.at(-1)?.label);
  const forth = useStudy(({ history }) => history.future[0]?.label);
  const { undo, redo } = useStudy.getState();
  const { theme, setTheme } = useView();
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
          <path d="M12 2v11" stroke="currentColor" strokeWidth="2" />
          <path d="M7.5 12h9L12 22z" fill="currentColor" />
        </svg>
        <h1>Plumbline</h1>
      </span>
      {open && <StudyChip />}
      {open && <BookChips />}
      <span className={styles.end}>
        <span className={styles.offline}>
          <ShieldCheck aria-hidden="true" />
          Offline: nothing leaves this machine
        </span>
        {open && (
          <>
            <Button icon aria-label={back ? `Undo ${back}` : 'Nothing to undo'} disabled={!back} onClick={undo}>
              <Undo2 />
            </Button>
            <Button icon aria-label={forth ? `Redo ${forth}` : 'Nothing to redo'} disabled={!forth} onClick={redo}>
              <Redo2 />
            </Button>
          </>
        )}
        <Menu
          label={<SunMoon />}
          button={{ icon: true, 'aria-label': 'Light, dark, or as the system' }}
          items={(['system', 'light', 'dark'] as const).map((one) => ({
            label: themeNames[one],
            checked: theme === one,
            run: () => setTheme(one),
          }))}
        />
        <Button title="Every command by name" aria-label={`Commands, ${commandKey} K`} onClick={() => usePalette.getState().show()}>
          <kbd className={styles.key}>{commandKey} K</kbd>
        </Button>
      </span>
    </header>
  );
}

const themeNames = { system: 'As the system', light: 'Light', dark: 'Dark' };
