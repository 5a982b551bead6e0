import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useHost } from '../../state/host.ts';
import { useStudy } from '../../state/studyStore.ts';
import { currentModelOf } from './currentModel.ts';
import { useFrames } from './frameStore.ts';
import { LiveHand, type Question } from './live/LiveHand.ts';
import { clearMarks, mark, markPainted } from './live/mark.ts';
import type { Touch } from './liveContext.ts';
import { useWhatIf } from './whatIfStore.ts';

/** Answers every edit of the draft at the speed of the hand: what comes is shown at once, without React drawing the screen anew. */
export function useLiveHand(question: Question | null): { touch: Touch; failure: unknown } {
  const { invoke } = useHost();
  const [failure, setFailure] = useState<unknown>(null);
  const asked = useRef(question);
  asked.current = question;

  const hand = useMemo(
    () =>
      new LiveHand({
        invoke,
        onAnswer: ({ model, question: { bands }, hand: { baseline, accounts, inHand }, moved, atRest }) => {
          const { frame, segments } = useFrames.getState();
          const sides = { before: bands ?? model.bands, after: model.bands };
          const isSettled = frame?.isExact === true && frame.model === currentModelOf(useStudy.getState().draft);
          if (!isSettled) {
            const sampled = inHand < accounts ? inHand : null;
            useFrames.setState({ frame: { model, sides, book: moved.book, outline: baseline, isExact: false, sampled } });
          }
          if (moved.proof) useFrames.setState({ line: { model, line: moved.proof } });
          if (atRest && !isSettled) {
            const outlineOf = (id: string) => segments?.books.find((one) => one.id === id)?.outline ?? null;
            useFrames.setState({
              movers: { model, movers: moved.movers ?? [] },
              segments: moved.segments ? { sides, books: moved.segments.map((one) => ({ ...one, outline: outlineOf(one.id) })) } : segments,
            });
          }
          setFailure(null);
          markPainted();
        },
        onFailure: setFailure,
        moverKind: () => useWhatIf.getState().moverKind,
      }),
    [invoke],
  );
  useEffect(() => () => hand.stop(), [hand]);

  useEffect(
    () =>
      useStudy.subscribe((state, before) => {
        if (state.history.drag && !before.history.drag) clearMarks();
        const [was, model] = [currentModelOf(before.draft), currentModelOf(state.draft)];
        if (!asked.current || !was || !model || was === model || was.id !== model.id) return;
        mark('event');
        hand.follow(was, model, asked.current);
      }),
    [hand],
  );

  const touch = useCallback<Touch>(
    (control, focused) => {
      const model = currentModelOf(useStudy.getState().draft);
      if (model && asked.current) hand.touch(control, model, asked.current, focused);
    },
    [hand],
  );
  return { touch, failure };
}
