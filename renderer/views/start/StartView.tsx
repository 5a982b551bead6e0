import { Button } from '../../parts/Button.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { ProgressLine } from '../../parts/ProgressLine.tsx';
import { useOpening } from '../../state/openingStore.ts';
import { usePlacing } from '../../state/placingStore.ts';
import { useSourceActions } from '../../state/useSourceActions.ts';
import { useStudyActions } from '../../state/useStudyActions.ts';
import { RecentStudies } from './RecentStudies.tsx';
import styles from './StartView.module.css';

/** The first screen: the sample in one click, a study of one's own, and the ones opened before. */
export function StartView() {
  const opening = useOpening((state) => state.opening);
  const { openSample } = useStudyActions();
  const { chooseFiles } = useSourceActions();
  const { place } = usePlacing();
  return (
    <div className={styles.column}>
      <div className={styles.words}>
        <h2>Does your health score work?</h2>
        <p>
          Bring in your exports, score every account, see why each one is red, and check the score against what actually happened to those
          customers. Everything stays on this machine.
        </p>
      </div>
      <div className={styles.actions}>
        <Button tone="primary" disabled={opening !== null} onClick={() => void openSample()}>
          Open the sample study
        </Button>
        <Button disabled={opening !== null} onClick={() => void chooseFiles()}>
          Import an export …
        </Button>
        <Button disabled={opening !== null} onClick={() => place('create')}>
          New study …
        </Button>
        <Button disabled={opening !== null} onClick={() => place('open')}>
          Open a study …
        </Button>
      </div>
      <p className={styles.hint}>
        The sample is made up: some 400 accounts over two years, with usage, tickets, invoices, surveys and contracts. You can also drop a
        file anywhere on this window.
      </p>
      <ProgressLine label={opening?.label ?? ''} progress={opening?.progress ?? null} onCancel={opening?.cancel} />
      <Panel title="Recent studies" flush>
        <RecentStudies />
      </Panel>
    </div>
  );
}
