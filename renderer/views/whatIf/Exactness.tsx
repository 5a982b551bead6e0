import { countText } from '../../charts/numberText.ts';
import { useFrames } from './frameStore.ts';

/** Whether what is seen is exact, or comes from the control in hand; and from a sample where the book is that large. */
export function Exactness() {
  const isExact = useFrames(({ frame }) => frame?.isExact ?? true);
  const sampled = useFrames(({ frame }) => frame?.sampled ?? null);
  if (isExact) return 'exact';
  return sampled === null ? 'in hand ~' : `in hand ~, from a sample of ${countText(sampled, 'account')}`;
}
