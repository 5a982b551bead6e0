import { countText } from '../../charts/numberText.ts';
import { useDraftModel } from './currentModel.ts';
import styles from './Exactness.module.css';
import { isExactFor, useFrames } from './frameStore.ts';
import type { Question } from './live/question.ts';

/** Whether what is seen is exact, comes from the control in hand (from a sample, where the book is that large), or is of what was asked before. */
export function Exactness({ question }: { question: Question | null }) {
  const frame = useFrames((state) => state.frame);
  const isExact = useDraftModel((model) => isExactFor(frame, question, model));
  if (isExact) return 'exact';
  if (!frame || frame.isExact) return 'answering …';
  const sampled = frame.sampled.accounts;
  return <>in hand ~{sampled !== null && <span className={styles.sample}>, from a sample of {countText(sampled, 'account')}</span>}</>;
}
