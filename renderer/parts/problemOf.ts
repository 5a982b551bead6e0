import { sentenceOfAny } from '../state/noticeStore.ts';

/** The sentence of what is wrong, or null when nothing is thrown. */
export function problemOf(attempt: () => unknown): string | null {
  try {
    attempt();
    return null;
  } catch (failure) {
    return sentenceOfAny(failure);
  }
}
