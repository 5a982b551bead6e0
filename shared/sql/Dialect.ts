import type { SqlFunction, SqlType } from './sql.ts';

/** How one database spells what databases spell differently. */
export interface Dialect {
  types: Record<SqlType, string>;
  /** A literal that is exactly this 64-bit float, never a decimal. The value is finite. */
  number(value: number): string;
  text(value: string): string;
  /** Put after an inner query, so that its columns are computed once and not written out again wherever they are used. */
  fence: string;
  /** The call with its operands already printed. */
  call(name: SqlFunction, operands: readonly string[]): string;
}
