import { Columns3, EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import type { Scenario } from '../../../shared/model/study.ts';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { NameDialog } from '../../parts/NameDialog.tsx';
import { sameContent } from '../../state/sameContent.ts';
import { useStudy } from '../../state/studyStore.ts';
import { useDraftModel } from './currentModel.ts';
import { duplicateScenario, loadIntoDraft, removeScenario, renameScenario } from './edit/scenarios.ts';
import styles from './Scenarios.module.css';
import { usePromote } from './usePromote.ts';

/** The named drafts: load one, compare them, make one the baseline. */
export function Scenarios({ onCompare }: { onCompare: () => void }) {
  const scenarios = useStudy(({ draft }) => draft.scenarios);
  if (scenarios.length === 0) return null;
  return (
    <section className={styles.scenarios} aria-label="Scenarios">
      <h2 className={styles.title}>Scenarios</h2>
      <ul className={styles.list}>
        {scenarios.map((scenario) => (
          <ScenarioChip key={scenario.id} scenario={scenario} />
        ))}
      </ul>
      <Button tone="quiet" onClick={onCompare}>
        <Columns3 aria-hidden="true" />
        Side by side
      </Button>
    </section>
  );
}

function ScenarioChip({ scenario }: { scenario: Scenario }) {
  const { id, name, model } = scenario;
  const edit = useStudy((state) => state.edit);
  const isLoaded = useDraftModel((draft) => draft !== null && sameContent({ ...model, id: draft.id, name: draft.name }, draft));
  const [renaming, setRenaming] = useState(false);
  const promote = usePromote();
  const load = () => edit(`loading ${name}`, (draft) => loadIntoDraft(draft, model));
  return (
    <li className={styles.chip}>
      <button type="button" className={styles.name} aria-pressed={isLoaded} title={`Load “${name}” into the draft`} onClick={load}>
        <span className={styles.mark} data-on={isLoaded} />
        {name}
      </button>
      <Menu
        label={<EllipsisVertical />}
        button={{ tone: 'quiet', icon: true, className: styles.menu, 'aria-label': `${name}: scenario actions` }}
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
