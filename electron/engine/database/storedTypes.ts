import type { ColumnType } from '../../../shared/model/source.ts';

/** The type of a column in the study's Parquet files. */
export const storedTypes: Record<ColumnType, string> = {
  text: 'VARCHAR',
  number: 'DOUBLE',
  money: 'DOUBLE',
  percent: 'DOUBLE',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  boolean: 'BOOLEAN',
};
