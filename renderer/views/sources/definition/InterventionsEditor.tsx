import type { Interventions } from '../../../../shared/model/definition.ts';
import { NumberField } from '../../../parts/NumberField.tsx';
import { Panel } from '../../../parts/Panel.tsx';
import { editDefinition } from '../../../state/editDefinition.ts';
import { useStudy } from '../../../state/studyStore.ts';
import styles from '../form.module.css';
import { ColumnSelect } from './ColumnSelect.tsx';
import { SourceSelect } from './SourceSelect.tsx';

/** Which source tells what the team did about an account, and when. */
export function InterventionsEditor() {
  const interventions = useStudy(({ draft }) => draft.definition.interventions);
  const set = (change: Interventions | undefined) =>
    editDefinition('interventions', (definition) => ({ ...definition, interventions: change }));
  return (
    <Panel title="Interventions" about="what the team did, and when" flush>
      <div className={styles.section}>
        <p className={styles.hint}>
          An account that was treated may stay because it was treated. With a source of dated actions, evidence is shown with and without
          treated accounts, and red renewers are split into touched and untouched. The source's link and date say which account and when.
        </p>
        <div className={styles.form}>
          <SourceSelect
            label="Source of actions"
            none="none"
            value={interventions?.source ?? ''}
            onChange={(source) => set(source ? { source, withinDays: interventions?.withinDays ?? 90 } : undefined)}
          />
          {interventions && (
            <>
              <ColumnSelect
                label="Kind of action"
                none="not told apart"
                source={interventions.source}
                value={interventions.kind}
                onChange={(kind) => set({ ...interventions, kind })}
              />
              <NumberField
                label="Treated when acted on within"
                unit="days"
                min={1}
                value={interventions.withinDays}
                onChange={(days) => days !== null && set({ ...interventions, withinDays: Math.round(days) })}
                hint="Before the as-of date, or during the longest horizon."
              />
            </>
          )}
        </div>
      </div>
    </Panel>
  );
}
