import { parseFormula } from '../../../../shared/expression/parseFormula.ts';
import type { MetricValue } from '../../../../shared/model/metric.ts';
import { Checkbox } from '../../../parts/Checkbox.tsx';
import { FilterField } from '../../../parts/FilterField.tsx';
import { NumberField } from '../../../parts/NumberField.tsx';
import { problemOf } from '../../../parts/problemOf.ts';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import styles from '../form.module.css';
import { ColumnSelect, dateTypes } from './ColumnSelect.tsx';
import { inForceAggregates, windowAggregates } from './metricKinds.ts';
import { SourceSelect } from './SourceSelect.tsx';

interface MetricValueFormProps {
  value: MetricValue;
  onChange: (value: MetricValue) => void;
}

const needsNoColumn = ['count', 'share', 'days-since-last', 'days-until-end'];
const decays = ['count', 'sum', 'mean'];

/** The fields that the kind of metric asks for. */
export function MetricValueForm({ value, onChange }: MetricValueFormProps) {
  if (value.kind === 'tenure') return null;
  if (value.kind === 'formula') {
    return (
      <TextField
        className={styles.wide}
        label="Formula over metric ids"
        value={value.formula}
        check={(text) => problemOf(() => parseFormula(text))}
        onChange={(formula) => onChange({ ...value, formula })}
        hint="+ - * / and brackets; missing if a part is missing or divided by 0."
      />
    );
  }
  const where = 'where' in value ? (value.where ?? '') : '';
  return (
    <>
      <SourceSelect label="Source" value={value.source} onChange={(source) => onChange({ ...value, source })} />
      {(value.kind === 'column' || value.kind === 'latest') && (
        <ColumnSelect
          label="Column"
          source={value.source}
          value={value.column}
          onChange={(column) => column && onChange({ ...value, column })}
        />
      )}
      {value.kind === 'latest' && (
        <NumberField
          label="Stale after"
          unit="days"
          optional
          min={1}
          value={value.staleAfterDays ?? null}
          onChange={(days) => onChange({ ...value, staleAfterDays: days ?? undefined })}
          hint="Older is missing; empty: never stale."
        />
      )}
      {value.kind === 'window' && (
        <Select
          label="Value"
          value={value.aggregate}
          options={windowAggregates}
          onChange={(aggregate) => onChange({ ...value, aggregate })}
        />
      )}
      {value.kind === 'in-force' && (
        <Select
          label="Value"
          value={value.aggregate}
          options={inForceAggregates}
          onChange={(aggregate) => onChange({ ...value, aggregate })}
        />
      )}
      {(value.kind === 'window' || value.kind === 'in-force') && (
        <ColumnSelect
          label="Of column"
          none={needsNoColumn.includes(value.aggregate) ? 'rows themselves' : 'choose …'}
          source={value.source}
          value={value.column}
          onChange={(column) => onChange({ ...value, column })}
        />
      )}
      {value.kind === 'window' && <WindowFields value={value} onChange={onChange} />}
      {value.kind !== 'column' && (
        <FilterField
          optional
          className={styles.wide}
          label="Rows that count (empty: all)"
          value={where}
          placeholder="severity = 'high'"
          onChange={(text) => onChange({ ...value, where: text.trim() || undefined })}
        />
      )}
      {(value.kind === 'window' || value.kind === 'in-force') && value.aggregate === 'share' && (
        <FilterField
          optional
          className={styles.wide}
          label="Rows that match"
          value={value.matching ?? ''}
          placeholder="paid_late = true"
          onChange={(text) => onChange({ ...value, matching: text.trim() || undefined })}
        />
      )}
    </>
  );
}

type WindowValue = Extract<MetricValue, { kind: 'window' }>;

function WindowFields({ value, onChange }: { value: WindowValue; onChange: (value: WindowValue) => void }) {
  return (
    <>
      <NumberField
        label="Window"
        unit="days"
        min={1}
        value={value.windowDays ?? 90}
        disabled={value.windowDays === null}
        onChange={(days) => days && onChange({ ...value, windowDays: Math.round(days) })}
      />
      <Checkbox checked={value.windowDays === null} onChange={(all) => onChange({ ...value, windowDays: all ? null : 90 })}>
        All history
      </Checkbox>
      <ColumnSelect
        label="Dated by"
        none="the source's own date"
        types={dateTypes}
        source={value.source}
        value={value.dateColumn}
        onChange={(dateColumn) => onChange({ ...value, dateColumn })}
      />
      {decays.includes(value.aggregate) && (
        <NumberField
          label="Half-life"
          unit="days"
          optional
          min={0.1}
          value={value.halfLifeDays ?? null}
          onChange={(days) => onChange({ ...value, halfLifeDays: days ?? undefined })}
          hint="Older rows count less; empty: all alike."
        />
      )}
    </>
  );
}
