import type { ColumnType } from '../../../../shared/model/source.ts';
import { Select } from '../../../parts/Select.tsx';
import { columnsOf, useSources } from '../../../state/useSources.ts';

interface ColumnSelectProps {
  label: string;
  source: string;
  /** Undefined: none. */
  value: string | undefined;
  onChange: (column: string | undefined) => void;
  /** Offers "none" under these words. */
  none?: string;
  types?: readonly ColumnType[];
  hint?: string | undefined;
  disabled?: boolean;
}

export const dateTypes: readonly ColumnType[] = ['date', 'timestamp'];
export const numberTypes: readonly ColumnType[] = ['number', 'money', 'percent', 'boolean'];

/** A column of a source. */
export function ColumnSelect({ label, source, value, onChange, none, types, hint, disabled }: ColumnSelectProps) {
  const found = useSources().find(({ id }) => id === source);
  const columns = columnsOf(found).filter(({ type, name }) => !types || types.includes(type) || name === value);
  return (
    <Select
      label={label}
      value={value ?? ''}
      hint={hint}
      disabled={disabled ?? false}
      problem={value && found && !columns.some(({ name }) => name === value) ? `${found.name} has no such column any more.` : null}
      options={[
        { value: '', label: none ?? 'choose …' },
        ...columns.map(({ name, type }) => ({ value: name, label: `${name} (${type})` })),
      ]}
      onChange={(name) => onChange(name || undefined)}
    />
  );
}
