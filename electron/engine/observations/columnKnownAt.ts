import { Failure } from '../../../shared/failure.ts';
import type { KnownFrom } from '../../../shared/model/reading.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { storedTypes } from '../database/storedTypes.ts';
import { dateLiteral } from './dateLiteral.ts';
import type { PreparedSource } from './PreparedSource.ts';

/** From when a column's value is known: as stated, or by the source's shape. */
export function knownFromOf(prepared: PreparedSource, column: string): KnownFrom {
  return prepared.reading.knownFrom[column] ?? { kind: prepared.reading.shape.kind === 'snapshot' ? 'export' : 'row-date' };
}

/**
 * SQL of a column's value as it was known at the end of `asOf`: missing when it became known later. `dated` tells that the rows at hand are
 * already limited to those whose own date is not later.
 */
export function columnKnownAt(prepared: PreparedSource, column: string, asOf: string, dated: boolean): string {
  const type = prepared.columns.get(column);
  if (!type) throw new Failure('column-unknown', { source: prepared.source.id, column });
  const value = quoteIdentifier(column);
  const from = knownFromOf(prepared, column);
  switch (from.kind) {
    case 'always':
      return value;
    case 'row-date':
      return dated || prepared.dateColumn === null ? value : `case when "·date" <= ${dateLiteral(asOf)} then ${value} end`;
    case 'export':
      return asOf >= prepared.exportedOn ? value : `cast(null as ${storedTypes[type]})`;
    case 'column':
      if (!prepared.columns.has(from.column)) throw new Failure('column-unknown', { source: prepared.source.id, column: from.column });
      return `case when cast(${quoteIdentifier(from.column)} as date) <= ${dateLiteral(asOf)} then ${value} end`;
  }
}
