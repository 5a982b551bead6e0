import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useHost } from '../../state/host.ts';
import { useNotices } from '../../state/noticeStore.ts';
import { type PlaceAction, usePlacing } from '../../state/placingStore.ts';
import { useStudy } from '../../state/studyStore.ts';
import { useStudyActions } from '../../state/useStudyActions.ts';
import styles from './PlaceDialog.module.css';

const words: Record<PlaceAction, { title: string; run: string; hint?: string }> = {
  create: { title: 'New study', run: 'Create', hint: 'A new or empty folder. Left empty: a folder among your studies.' },
  open: { title: 'Open a study', run: 'Open', hint: 'The folder that holds study.json.' },
  rename: { title: 'Rename the study', run: 'Rename' },
  duplicate: { title: 'Duplicate the study', run: 'Duplicate', hint: 'A new or empty folder. The copy is opened.' },
  move: { title: 'Move the study', run: 'Move', hint: 'A new or empty folder.' },
};

/** Asks for the name or the folder that a study is created, opened, renamed, copied or moved with. */
export function PlaceDialog() {
  const { action } = usePlacing();
  return action && <Question key={action} action={action} />;
}

function Question({ action }: { action: PlaceAction }) {
  const host = useHost();
  const actions = useStudyActions();
  const { place } = usePlacing();
  const draftName = useStudy(({ draft }) => draft.name);
  const [name, setName] = useState(action === 'rename' ? draftName : action === 'duplicate' ? `${draftName} (copy)` : '');
  const [path, setPath] = useState('');
  const form = useId();
  const { title, run, hint } = words[action];
  const asksName = action === 'create' || action === 'rename' || action === 'duplicate';
  const asksPath = action !== 'rename';
  const ready = (action !== 'rename' || name.trim() !== '') && (action === 'create' || !asksPath || path.trim() !== '');

  const close = () => place(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    close();
    const folder = path.trim();
    const called = name.trim() || undefined;
    const runs: Record<PlaceAction, () => unknown> = {
      create: () => actions.createStudy({ path: folder || undefined, name: called ?? 'Untitled study' }),
      open: () => actions.openStudy(folder.replace(/[\\/]study\.json$/, '')),
      rename: () => useStudy.getState().edit('name of the study', (draft) => ({ ...draft, name: called ?? draft.name })),
      duplicate: () => actions.duplicateStudy(folder, called),
      move: () => actions.moveStudy(folder),
    };
    void runs[action]();
  };
  const choose = () => host.chooseFolder().then((folder) => folder && setPath(folder), useNotices.getState().fail);

  return (
    <Dialog
      title={title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button tone="primary" type="submit" form={form} disabled={!ready}>
            {run}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        {asksName && <TextField label="Name" live value={name} onChange={setName} autoFocus />}
        {asksPath && (
          <div className={styles.path}>
            <TextField label="Folder" live value={path} onChange={setPath} hint={hint} autoFocus={!asksName} />
            {host.kind === 'desktop' && <Button onClick={() => void choose()}>Choose …</Button>}
          </div>
        )}
      </form>
    </Dialog>
  );
}
