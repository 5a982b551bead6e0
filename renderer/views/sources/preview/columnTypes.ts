import type { ColumnType } from '../../../../shared/model/source.ts';

/** The column types in words. */
export const columnTypes: readonly { value: ColumnType; label: string }[] = [
  { value: 'text', label: 'keep as text' },
  { value: 'number', label: 'number' },
  { value: 'money', label: 'money' },
  { value: 'percent', label: 'per cent' },
  { value: 'date', label: 'date' },
  { value: 'timestamp', label: 'date and time' },
  { value: 'boolean', label: 'yes / no' },
];
