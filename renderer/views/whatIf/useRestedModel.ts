import { useEffect, useState } from 'react';
import type { Model } from '../../../shared/model/model.ts';
import { useStudy } from '../../state/studyStore.ts';
import { currentModelOf } from './currentModel.ts';

const restMilliseconds = 120;

/** The draft model where it came to rest: not while a control is held, and a moment after the last edit. */
export function useRestedModel(): Model | null {
  const [rested, setRested] = useState(() => currentModelOf(useStudy.getState().draft));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => setRested(currentModelOf(useStudy.getState().draft));
    settle();
    const stop = useStudy.subscribe((state, before) => {
      if (state.draft === before.draft && state.history.drag === before.history.drag) return;
      clearTimeout(timer);
      if (!state.history.drag) timer = setTimeout(settle, restMilliseconds);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return rested;
}
