import type { Happening } from '../../../../shared/model/outcome.ts';
import { quoteIdentifier } from '../../../../shared/sql/quoteIdentifier.ts';
import type { Option } from '../../../parts/Select.tsx';

/** The kinds of outcome in words. */
export const outcomeKinds: readonly Option<Happening['kind']>[] = [
  { value: 'event', label: 'a dated row appears' },
  { value: 'no-event', label: 'no dated row appears' },
  { value: 'becomes', label: 'a panel value changes to' },
  { value: 'interval-ends', label: 'an interval ends without successor' },
  { value: 'renewal', label: 'an interval due to end is followed by another' },
  { value: 'absent', label: 'absent from consecutive periods' },
  { value: 'closes', label: 'an opportunity closes won' },
  { value: 'change', label: 'a panel value changes by' },
  { value: 'flag', label: 'a condition on a snapshot' },
  { value: 'number', label: 'a number' },
];

export const changes: readonly Option<Extract<Happening, { kind: 'change' }>['is']>[] = [
  { value: 'lost', label: 'lost' },
  { value: 'contracted', label: 'contracted' },
  { value: 'kept', label: 'kept' },
  { value: 'expanded', label: 'expanded' },
  { value: 'ratio', label: 'its ratio, as a number' },
];

export const numberAggregates: readonly Option<Extract<Happening, { kind: 'number' }>['aggregate']>[] = [
  { value: 'last', label: 'last value' },
  { value: 'mean', label: 'mean' },
  { value: 'sum', label: 'sum' },
  { value: 'min', label: 'least' },
  { value: 'max', label: 'greatest' },
];

/** A fresh happening of a kind, keeping the source. */
export function happeningOf(kind: Happening['kind'], source: string, column: string): Happening {
  const fresh: Record<Happening['kind'], Happening> = {
    event: { kind: 'event', source },
    'no-event': { kind: 'no-event', source },
    becomes: { kind: 'becomes', source, becomes: `${quoteIdentifier(column)} = 'churned'` },
    'interval-ends': { kind: 'interval-ends', source, successorDays: 30 },
    renewal: { kind: 'renewal', source, graceDays: 30 },
    absent: { kind: 'absent', source, periods: 2 },
    closes: { kind: 'closes', source, won: `${quoteIdentifier(column)} = 'won'` },
    change: { kind: 'change', source, column, is: 'contracted', tolerance: 0 },
    flag: { kind: 'flag', source, where: `${quoteIdentifier(column)} = 'yes'` },
    number: { kind: 'number', source, column, aggregate: 'last' },
  };
  return fresh[kind];
}
