import type { Happening } from '../../../../shared/model/outcome.ts';
import { FilterField } from '../../../parts/FilterField.tsx';
import { NumberField } from '../../../parts/NumberField.tsx';
import { Select } from '../../../parts/Select.tsx';
import styles from '../form.module.css';
import { ColumnSelect, dateTypes, numberTypes } from './ColumnSelect.tsx';
import { changes, numberAggregates } from './outcomeKinds.ts';
import { SourceSelect } from './SourceSelect.tsx';

interface HappeningFormProps {
  happens: Happening;
  onChange: (happens: Happening) => void;
}

/** The fields that the kind of outcome asks for. */
export function HappeningForm({ happens, onChange }: HappeningFormProps) {
  return (
    <>
      <SourceSelect label="Source" value={happens.source} onChange={(source) => onChange({ ...happens, source })} />
      {(happens.kind === 'event' || happens.kind === 'no-event' || happens.kind === 'closes' || happens.kind === 'number') && (
        <ColumnSelect
          label="Dated by"
          none="the source's own date"
          types={dateTypes}
          source={happens.source}
          value={happens.dateColumn}
          onChange={(dateColumn) => onChange({ ...happens, dateColumn })}
        />
      )}
      {(happens.kind === 'change' || happens.kind === 'number') && (
        <ColumnSelect
          label="Column"
          types={numberTypes}
          source={happens.source}
          value={happens.column}
          onChange={(column) => column && onChange({ ...happens, column })}
        />
      )}
      {happens.kind === 'change' && (
        <>
          <Select label="Yes when it is" value={happens.is} options={changes} onChange={(is) => onChange({ ...happens, is })} />
          <NumberField
            label="Tolerance"
            unit="%"
            min={0}
            value={happens.tolerance * 100}
            onChange={(percent) => percent !== null && onChange({ ...happens, tolerance: percent / 100 })}
            hint="Smaller changes count as kept."
          />
        </>
      )}
      {happens.kind === 'number' && (
        <Select
          label="Value"
          value={happens.aggregate}
          options={numberAggregates}
          onChange={(aggregate) => onChange({ ...happens, aggregate })}
        />
      )}
      {happens.kind === 'interval-ends' && (
        <NumberField
          label="A successor starts within"
          unit="days"
          min={0}
          value={happens.successorDays}
          onChange={(days) => days !== null && onChange({ ...happens, successorDays: Math.round(days) })}
          hint="A plan change is not churn."
        />
      )}
      {happens.kind === 'renewal' && (
        <NumberField
          label="Renewed within"
          unit="days"
          min={0}
          value={happens.graceDays}
          onChange={(days) => days !== null && onChange({ ...happens, graceDays: Math.round(days) })}
        />
      )}
      {happens.kind === 'absent' && (
        <NumberField
          label="Absent from"
          unit="periods"
          min={1}
          value={happens.periods}
          onChange={(periods) => periods !== null && onChange({ ...happens, periods: Math.round(periods) })}
        />
      )}
      {happens.kind === 'becomes' && (
        <FilterField
          optional
          className={styles.wide}
          label="Becomes"
          value={happens.becomes}
          onChange={(becomes) => becomes.trim() && onChange({ ...happens, becomes: becomes.trim() })}
        />
      )}
      {happens.kind === 'closes' && (
        <FilterField
          optional
          className={styles.wide}
          label="Won when"
          value={happens.won}
          onChange={(won) => won.trim() && onChange({ ...happens, won: won.trim() })}
        />
      )}
      {happens.kind === 'flag' && (
        <FilterField
          optional
          className={styles.wide}
          label="Yes when"
          value={happens.where}
          onChange={(where) => where.trim() && onChange({ ...happens, where: where.trim() })}
        />
      )}
      {takesRows(happens) && (
        <FilterField
          optional
          className={styles.wide}
          label="Rows that count (empty: all)"
          value={happens.where ?? ''}
          onChange={(where) => onChange({ ...happens, where: where.trim() || undefined })}
        />
      )}
    </>
  );
}

type OverRows = Extract<Happening, { kind: 'event' | 'no-event' | 'interval-ends' | 'renewal' | 'closes' | 'number' }>;

function takesRows(happens: Happening): happens is OverRows {
  return ['event', 'no-event', 'interval-ends', 'renewal', 'closes', 'number'].includes(happens.kind);
}
