import { LiveRegion } from '../parts/LiveRegion.tsx';
import { Notices } from '../parts/Notices.tsx';
import { useStudy } from '../state/studyStore.ts';
import { useView } from '../state/viewStore.ts';
import { BookView } from '../views/book/BookView.tsx';
import { EvidenceView } from '../views/evidence/EvidenceView.tsx';
import { ModelView } from '../views/model/ModelView.tsx';
import { PreviewDialog } from '../views/sources/preview/PreviewDialog.tsx';
import { SourcesView } from '../views/sources/SourcesView.tsx';
import { PlaceDialog } from '../views/start/PlaceDialog.tsx';
import { StartView } from '../views/start/StartView.tsx';
import { WhatIfView } from '../views/whatIf/WhatIfView.tsx';
import styles from './App.module.css';
import { CommandPalette } from './CommandPalette.tsx';
import { DropZone } from './DropZone.tsx';
import { Jobs } from './Jobs.tsx';
import { Steps } from './Steps.tsx';
import { TopBar } from './TopBar.tsx';
import { useAutosave } from './useAutosave.ts';
import { useFrameCommands } from './useFrameCommands.ts';
import { useHostEvents } from './useHostEvents.ts';
import { useKeys } from './useKeys.ts';
import { useResume } from './useResume.ts';
import { useTheme } from './useTheme.ts';

const views = { sources: SourcesView, model: ModelView, book: BookView, 'what-if': WhatIfView, evidence: EvidenceView };

/** The window: top bar, the seven steps, and the screen in view; or the start screen while no study is open. */
export function App() {
  const path = useStudy(({ open }) => open?.path ?? null);
  const view = useView((state) => state.view);
  useTheme();
  useAutosave();
  useHostEvents();
  useResume();
  useFrameCommands();
  useKeys();
  const View = views[view];
  return (
    <DropZone className={styles.window}>
      <TopBar />
      <Jobs />
      <div className={styles.below}>
        {path && <Steps />}
        <main className={styles.main} id="screen" tabIndex={-1}>
          {path ? <View key={path} /> : <StartView />}
        </main>
      </div>
      <Notices />
      <CommandPalette />
      <PlaceDialog />
      <PreviewDialog />
      <LiveRegion />
    </DropZone>
  );
}
