import { useEffect } from 'react';
import type { Control } from '../../../shared/contract/whatIfCalls.ts';
import { useStudy } from '../../state/studyStore.ts';
import { currentModelOf } from './currentModel.ts';
import type { Question } from './live/question.ts';

/**
 * Takes the first weight in hand as soon as a question stands: every control needs the points of the whole book, which are then read
 * before one is touched. Null: the exact numbers are on their way, and come first.
 */
export function useReadAhead(prepare: (control: Control) => void, question: Question | null): void {
  useEffect(() => {
    const first = currentModelOf(useStudy.getState().draft)?.dimensions[0];
    if (question && first) prepare({ kind: 'weight', node: first.id, rescaleSiblings: false });
  }, [question, prepare]);
}
