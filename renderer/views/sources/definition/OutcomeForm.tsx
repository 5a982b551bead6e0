import { isIsoDate } from '../../../../shared/model/isoDate.ts';
import type { Outcome } from '../../../../shared/model/outcome.ts';
import { FilterField } from '../../../parts/FilterField.tsx';
import { NumberField } from '../../../parts/NumberField.tsx';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { columnsOf, useSources } from '../../../state/useSources.ts';
import styles from '../form.module.css';
import { HappeningForm } from './HappeningForm.tsx';
import { OutcomeCounts } from './OutcomeCounts.tsx';
import { happeningOf, outcomeKinds } from './outcomeKinds.ts';
import { RecurrenceForm } from './RecurrenceForm.tsx';

interface OutcomeFormProps {
  outcome: Outcome;
  onChange: (outcome: Outcome) => void;
}

/** Everything about one outcome: what happens, when it is looked for, who is at risk, and until when the source can tell. */
export function OutcomeForm({ outcome, onChange }: OutcomeFormProps) {
  const sources = useSources();
  const set = (change: Partial<Outcome>) => onChange({ ...outcome, ...change });
  const { source } = outcome.happens;
  const column = columnsOf(sources.find(({ id }) => id === source))[0]?.name ?? '';
  return (
    <>
      <div className={styles.section}>
        <div className={styles.form}>
          <TextField label="Name" value={outcome.name} onChange={(name) => name.trim() && set({ name: name.trim() })} />
          <Select
            label="“Yes” is"
            value={outcome.polarity}
            options={[
              { value: 'bad', label: 'what the business fears' },
              { value: 'good', label: 'what it hopes for' },
            ]}
            onChange={(polarity) => set({ polarity })}
          />
          <Select
            label="Happens when"
            value={outcome.happens.kind}
            options={outcomeKinds}
            onChange={(kind) => set({ happens: happeningOf(kind, source, column) })}
          />
          <HappeningForm happens={outcome.happens} onChange={(happens) => set({ happens })} />
        </div>
      </div>
      <div className={styles.section}>
        <div className={styles.form}>
          <NumberField
            label="Lead"
            unit="days"
            min={0}
            value={outcome.leadDays}
            onChange={(days) => days !== null && set({ leadDays: Math.round(days) })}
            hint="The notice a team needs."
          />
          <NumberField
            label="Horizon"
            unit="days"
            min={1}
            value={outcome.horizonDays}
            onChange={(days) => days !== null && set({ horizonDays: Math.round(days) })}
            hint={`Looked for in (as-of + ${outcome.leadDays}, as-of + ${outcome.leadDays + outcome.horizonDays}] days.`}
          />
          <TextField
            label="Observed through"
            value={outcome.observedThrough ?? ''}
            placeholder="the day of the export"
            check={(text) => (text === '' || isIsoDate(text) ? null : 'A day that exists, written YYYY-MM-DD.')}
            onChange={(day) => set({ observedThrough: day || undefined })}
            hint="The last day the source can be trusted to tell of."
          />
          <NumberField
            label="Reporting lag"
            unit="days"
            min={0}
            value={outcome.reportingLagDays}
            onChange={(days) => days !== null && set({ reportingLagDays: Math.round(days) })}
          />
          <RecurrenceForm recurrence={outcome.recurrence} onChange={(recurrence) => set({ recurrence })} />
          <FilterField
            optional
            className={styles.wide}
            label="Only accounts at risk (empty: all)"
            value={outcome.atRisk ?? ''}
            placeholder="days_to_renewal <= 90"
            onChange={(atRisk) => set({ atRisk: atRisk.trim() || undefined })}
            hint="Over account columns and metric ids. An account that is not at risk is no observation for this outcome."
          />
        </div>
      </div>
      <OutcomeCounts outcome={outcome.id} />
    </>
  );
}
