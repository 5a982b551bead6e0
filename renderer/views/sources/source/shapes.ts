import type { Shape } from '../../../../shared/model/reading.ts';
import type { Option } from '../../../parts/Select.tsx';

/** The four shapes in words. */
export const shapes: readonly Option<Shape['kind']>[] = [
  { value: 'snapshot', label: 'an account, on one day (snapshot)' },
  { value: 'panel', label: 'an account in a period (panel)' },
  { value: 'events', label: 'something that happened (events)' },
  { value: 'intervals', label: 'something valid from – to (intervals)' },
];

/** A fresh shape of a kind over the date columns there are. */
export function shapeOf(kind: Shape['kind'], dates: readonly string[]): Shape {
  const [first = '', second = first] = dates;
  const fresh: Record<Shape['kind'], Shape> = {
    snapshot: { kind: 'snapshot' },
    panel: { kind: 'panel', date: first },
    events: { kind: 'events', date: first },
    intervals: { kind: 'intervals', from: first, to: second, toInclusive: false },
  };
  return fresh[kind];
}
