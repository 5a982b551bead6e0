import { useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { mergeDefinition } from '../../../shared/model/mergeDefinition.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useHost } from '../../state/host.ts';
import { useImports } from '../../state/importStore.ts';
import { useNotices } from '../../state/noticeStore.ts';
import { useStudy } from '../../state/studyStore.ts';
import styles from './ProposeButton.module.css';

/** Asks the engine what the sources might be, shows why, and takes it over when the analyst agrees: one undoable step. */
export function ProposeButton() {
  const { invoke } = useHost();
  const [proposal, setProposal] = useState<CallOutput<'propose-definition'> | null>(null);
  const ask = () =>
    useImports
      .getState()
      .run('Looking at names and content', (job) => invoke('propose-definition', {}, job))
      .then(setProposal, useNotices.getState().fail);
  const accept = () => {
    if (proposal) useStudy.getState().edit('proposed definition', (draft) => ({ ...draft, ...mergeDefinition(draft, proposal.document) }));
    setProposal(null);
  };
  const empty = proposal !== null && proposal.because.length === 0;
  return (
    <>
      <Button title="Roles, shapes and links, proposed from names and content" onClick={() => void ask()}>
        Propose …
      </Button>
      {proposal && (
        <Dialog
          title="Proposed roles and links"
          about="one step, can be undone"
          onClose={() => setProposal(null)}
          actions={
            <>
              <Button onClick={() => setProposal(null)}>{empty ? 'Close' : 'Leave it'}</Button>
              {!empty && (
                <Button tone="primary" onClick={accept}>
                  Take it over
                </Button>
              )}
            </>
          }
        >
          {empty ? (
            <p>Every source is described already; there is nothing to propose.</p>
          ) : (
            <ul className={styles.because}>
              {proposal.because.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </Dialog>
      )}
    </>
  );
}
