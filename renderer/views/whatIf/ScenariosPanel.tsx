import { Columns3, EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import type { Scenario } from '../../../shared/model/study.ts';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { NameDialog } from '../../parts/NameDialog.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { sameContent } from '../../state/sameContent.ts';
import { useStudy } from '../../state/studyStore.ts';
import { useDraftModel } from './currentModel.ts';
import { duplicateScenario, loadIntoDraft, removeScenario, renameScenario } from './edit/scenarios.ts';
import styles from './ScenariosPanel.module.css';
import { usePromote } from './usePromote.ts';

/** The named drafts: load one, compare them, make one the baseline. */
export function ScenariosPanel({ onCompare }: { onCompare: () => void }) {
  const scenarios = useStudy(({ draft }) => draft.scenarios);
  return (
    <Panel
      title="Scenarios"
      about={scenarios.length === 0 ? 'none yet' : 'named drafts'}
      actions={
        scenarios.length > 0 && (
          <Button onClick={onCompare}>
            <Columns3 aria-hidden="true" />
            Side by side
          </Button>
        )
      }
    >
      {scenarios.length === 0 ? (
        <p className={styles.none}>Save the draft as a scenario to come back to it, and to hold several of them side by side.</p>
      ) : (
        <ul className={styles.list}>
          {scenarios.map((scenario) => (
            <ScenarioLine key={scenario.id} scenario={scenario} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function ScenarioLine({ scenario }: { scenario: Scenario }) {
  const { id, name, model } = scenario;
  const edit = useStudy((state) => state.edit);
  const isLoaded = useDraftModel((draft) => draft !== null && sameContent({ ...model, id: draft.id, name: draft.name }, draft));
  const [renaming, setRenaming] = useState(false);
  const promote = usePromote();
  const load = () => edit(`loading ${name}`, (draft) => loadIntoDraft(draft, model));
  return (
    <li className={styles.line}>
      <button type="button" className={styles.name} aria-pressed={isLoaded} title={`Load “${name}” into the draft`} onClick={load}>
        <span className={styles.mark} data-on={isLoaded} />
        {name}
      </button>
      <Menu
        label={<EllipsisVertical />}
        button={{ tone: 'quiet', icon: true, 'aria-label': `${name}: scenario actions` }}
        items={[
          { label: 'Load into the draft', run: load },
          {
            label: 'Compare with the draft',
            run: () => edit(`baseline ${name}`, (draft) => ({ ...draft, baseline: { scenario: id } })),
          },
          { label: 'Save as version and baseline', run: () => void promote(name, model) },
          { label: 'Rename …', run: () => setRenaming(true) },
          { label: 'Duplicate', run: () => edit(`copy of ${name}`, (draft) => duplicateScenario(draft, scenario)) },
          { label: 'Delete', run: () => edit(`deleting ${name}`, (draft) => removeScenario(draft, id)) },
        ]}
      />
      {renaming && (
        <NameDialog
          title={`Rename “${name}”`}
          initial={name}
          action="Rename"
          onClose={() => setRenaming(false)}
          onName={(next) => edit(`name of ${name}`, (draft) => renameScenario(draft, id, next))}
        />
      )}
    </li>
  );
}
