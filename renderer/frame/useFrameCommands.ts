import { useMemo } from 'react';
import { type Command, useOfferedCommands } from '../state/commands.ts';
import { usePlacing } from '../state/placingStore.ts';
import { useStudy } from '../state/studyStore.ts';
import { useSourceActions } from '../state/useSourceActions.ts';
import { useStudyActions } from '../state/useStudyActions.ts';
import { useView } from '../state/viewStore.ts';
import { commandKey } from './commandKey.ts';
import { leaveFor } from './leaveFor.ts';
import { sevenSteps } from './sevenSteps.ts';

/** The commands of the frame itself: going to a screen, undo and redo, the theme, studies. */
export function useFrameCommands(): void {
  const isOpen = useStudy(({ open }) => open !== null);
  const { openSample, close } = useStudyActions();
  const { chooseFiles } = useSourceActions();
  const commands = useMemo(() => {
    const { setTheme } = useView.getState();
    const { undo, redo } = useStudy.getState();
    const { place } = usePlacing.getState();
    const always: Command[] = [
      { group: 'Study', name: 'Open the sample study', run: () => void openSample() },
      { group: 'Study', name: 'New study …', run: () => place('create') },
      { group: 'Study', name: 'Open a study …', run: () => place('open') },
      { group: 'Sources', name: 'Import files …', run: () => void chooseFiles() },
      { group: 'View', name: 'Light theme', run: () => setTheme('light') },
      { group: 'View', name: 'Dark theme', run: () => setTheme('dark') },
      { group: 'View', name: 'Theme of the system', run: () => setTheme('system') },
    ];
    if (!isOpen) return always;
    const going = sevenSteps.flatMap(({ name, view }): Command[] =>
      view
        ? [
            {
              group: 'Go to',
              name,
              run: () => {
                leaveFor(view);
                document.getElementById('screen')?.focus();
              },
            },
          ]
        : [],
    );
    const editing: Command[] = [
      { group: 'Edit', name: 'Undo', keys: `${commandKey} Z`, run: undo },
      { group: 'Edit', name: 'Redo', keys: `${commandKey} Shift Z`, run: redo },
      { group: 'Study', name: 'Rename study …', run: () => place('rename') },
      { group: 'Study', name: 'Duplicate study …', run: () => place('duplicate') },
      { group: 'Study', name: 'Move study …', run: () => place('move') },
      { group: 'Study', name: 'Close study', run: () => void close() },
    ];
    return [...going, ...editing, ...always];
  }, [isOpen, openSample, close, chooseFiles]);
  useOfferedCommands('frame', commands);
}
