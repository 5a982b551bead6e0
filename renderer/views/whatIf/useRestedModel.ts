import { useEffect, useState } from 'react';
import type { Model } from '../../../shared/model/model.ts';
import { useStudy } from '../../state/studyStore.ts';
import { currentModelOf } from './currentModel.ts';
import { restMilliseconds } from './live/restMilliseconds.ts';

/** The draft model where it came to rest (not while a control is held, and a moment after the last edit), and whether it is moving away from there. */
export function useRestedModel(): { model: Model | null; isMoving: boolean } {
  const [rested, setRested] = useState(() => ({ model: currentModelOf(useStudy.getState().draft), isMoving: false }));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => setRested({ model: currentModelOf(useStudy.getState().draft), isMoving: false });
    settle();
    const stop = useStudy.subscribe((state, before) => {
      if (state.draft === before.draft && state.history.drag === before.history.drag) return;
      clearTimeout(timer);
      setRested((now) => (now.isMoving ? now : { ...now, isMoving: true }));
      if (!state.history.drag) timer = setTimeout(settle, restMilliseconds);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return rested;
}
