import { create } from 'zustand';
import { Failure } from '../../shared/failure.ts';

export interface Notice {
  id: number;
  tone: 'failure' | 'information';
  sentence: string;
  /** A way back or onward, offered beside the sentence. */
  action?: { label: string; run: () => void } | undefined;
}

interface NoticeState {
  notices: Notice[];
  tell: (sentence: string, action?: Notice['action']) => void;
  /** Shows a failure's sentence. Cancelling is the analyst's own act and is told plainly. */
  fail: (failure: unknown, action?: Notice['action']) => void;
  dismiss: (id: number) => void;
  /** Takes away what is no failure; the analyst went on to something else. */
  dismissInformation: () => void;
}

let lastId = 0;

/** What the analyst has been told and has not yet dismissed. A failure stays until then; of information only the newest stands, until the analyst goes to another screen. */
export const useNotices = create<NoticeState>()((set) => {
  const add = (tone: Notice['tone'], sentence: string, action: Notice['action']) =>
    set(({ notices }) => ({
      notices: [
        ...notices.filter((one) => one.sentence !== sentence && (tone === 'failure' || one.tone === 'failure')),
        { id: ++lastId, tone, sentence, action },
      ],
    }));
  return {
    notices: [],
    tell: (sentence, action) => add('information', sentence, action),
    fail: (failure, action) =>
      add(failure instanceof Failure && failure.code === 'cancelled' ? 'information' : 'failure', sentenceOfAny(failure), action),
    dismissInformation: () => set(({ notices }) => ({ notices: notices.filter((one) => one.tone === 'failure') })),
    dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((one) => one.id !== id) })),
  };
});

/** The sentence of whatever was thrown. */
export function sentenceOfAny(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
