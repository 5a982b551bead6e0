import { Download } from 'lucide-react';
import type { EvidenceOutcome } from '../../../shared/contract/evidenceBasis.ts';
import type { Model } from '../../../shared/model/model.ts';
import { Menu } from '../../parts/Menu.tsx';
import { useHost } from '../../state/host.ts';
import { useImports } from '../../state/importStore.ts';
import { useExport } from '../../state/useExport.ts';
import { useBeside } from './useBeside.ts';

/** What can be taken out of the study: the evidence on one page, and the model. */
export function TakeAway({ outcome, model }: { outcome: EvidenceOutcome; model: Model }) {
  const { invoke } = useHost();
  const exported = useExport();
  const { against } = useBeside();
  const scorer = { model };
  return (
    <Menu
      label={
        <>
          <Download aria-hidden="true" />
          Take away
        </>
      }
      items={[
        {
          label: 'Evidence on one page (HTML)',
          run: () =>
            void exported(`evidence ${outcome.name}.html`, (path) =>
              useImports
                .getState()
                .run('Writing the evidence', (job) =>
                  invoke('write-evidence', { path, outcome: outcome.id, scorer, ...(against && { against }) }, job),
                ),
            ),
        },
        { label: 'Model (JSON)', run: () => void exported(`${model.name}.json`, (path) => invoke('export-model', { path, scorer })) },
      ]}
    />
  );
}
