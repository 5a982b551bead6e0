import type { Reading } from '../../../../shared/model/reading.ts';
import { editDefinition } from '../../../state/editDefinition.ts';

/** What is said of a source nobody has described yet. */
export function freshReading(source: string): Reading {
  return { source, shape: { kind: 'snapshot' }, repeatedKeys: 'all', knownFrom: {}, unseenAccounts: 'missing' };
}

/** Changes what is said of a source: one undoable step. */
export function editReading(label: string, source: string, change: Partial<Reading>): void {
  editDefinition(label, (definition) => {
    const known = definition.readings.some((reading) => reading.source === source);
    const readings = known ? definition.readings : [...definition.readings, freshReading(source)];
    return { ...definition, readings: readings.map((reading) => (reading.source === source ? { ...reading, ...change } : reading)) };
  });
}
