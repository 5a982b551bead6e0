import { useState } from 'react';
import type { Model } from '../../../shared/model/model.ts';
import { Menu } from '../../parts/Menu.tsx';
import { NameDialog } from '../../parts/NameDialog.tsx';
import { useNotices } from '../../state/noticeStore.ts';
import { useStudy } from '../../state/studyStore.ts';
import { addScenario } from './edit/scenarios.ts';
import { usePromote } from './usePromote.ts';

type Kind = 'scenario' | 'version' | 'baseline';

const titles: Record<Kind, string> = {
  scenario: 'Keep the draft as a scenario',
  version: 'Save the draft as a version',
  baseline: 'Save the draft as a version and make it the baseline',
};

/** The ways of keeping the draft: as a scenario that can change, as a version that never does, and as the new baseline. */
export function SaveMenu({ model }: { model: Model }) {
  const [asking, setAsking] = useState<Kind | null>(null);
  const promote = usePromote();
  const keep = (kind: Kind, name: string) => {
    if (kind === 'baseline') void promote(name, model);
    else if (kind === 'version') void promote(name, model, false);
    else {
      useStudy.getState().edit(`scenario ${name}`, (draft) => addScenario(draft, name, model));
      useNotices.getState().tell(`The draft is kept as the scenario “${name}”.`);
    }
  };
  return (
    <>
      <Menu
        label="Save"
        button={{ tone: 'primary' }}
        items={(['scenario', 'version', 'baseline'] as const).map((kind) => ({
          label: { scenario: 'As a scenario …', version: 'As a version …', baseline: 'As the new baseline …' }[kind],
          run: () => setAsking(kind),
        }))}
      />
      {asking && <NameDialog title={titles[asking]} action="Save" onClose={() => setAsking(null)} onName={(name) => keep(asking, name)} />}
    </>
  );
}
