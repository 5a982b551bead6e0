import { countText } from '../../charts/numberText.ts';
import { useDraftModel } from './currentModel.ts';
import { useFrames } from './frameStore.ts';

/** Whether what is seen is exact, comes from the control in hand (from a sample, where the book is that large), or is of the draft before. */
export function Exactness() {
  const frame = useFrames((state) => state.frame);
  const isCurrent = useDraftModel((model) => model === frame?.model);
  if (frame?.isExact) return isCurrent ? 'exact' : 'answering …';
  return frame?.sampled == null ? 'in hand ~' : `in hand ~, from a sample of ${countText(frame.sampled, 'account')}`;
}
