import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Control } from '../../../shared/contract/whatIfCalls.ts';
import type { Model } from '../../../shared/model/model.ts';
import { useHost } from '../../state/host.ts';
import { sameContent } from '../../state/sameContent.ts';
import { useStudy } from '../../state/studyStore.ts';
import { currentModelOf } from './currentModel.ts';
import { frameInHand } from './frameInHand.ts';
import { isExactFor, useFrames } from './frameStore.ts';
import { LiveHand } from './live/LiveHand.ts';
import { clearMarks, mark, markPainted } from './live/mark.ts';
import { positionsAhead } from './live/positionsAhead.ts';
import type { Question } from './live/question.ts';
import { createScreenFrames } from './live/screenFrames.ts';
import type { Touch } from './liveContext.ts';
import { useWhatIf } from './whatIfStore.ts';

/** Answers every edit of the draft at the speed of the hand: what comes is shown in the next frame, without React drawing the screen anew. */
export function useLiveHand(question: Question | null): { prepare: (control: Control) => void; touch: Touch; failure: unknown } {
  const { invoke, collect } = useHost();
  const [failure, setFailure] = useState<unknown>(null);
  const asked = useRef(question);
  asked.current = question;

  const hand = useMemo(
    () =>
      new LiveHand({
        invoke,
        collect,
        frames: createScreenFrames(),
        onAnswer: (answer, due) => {
          // Another slice, baseline or date was chosen meanwhile: these are not its numbers.
          if (!sameContent(answer.question, asked.current)) return;
          const { frame } = useFrames.getState();
          if (!isExactFor(frame, answer.question, currentModelOf(useStudy.getState().draft)))
            useFrames.setState({ frame: frameInHand(answer, frame) });
          setFailure(null);
          markPainted(due);
        },
        onFailure: setFailure,
        ahead: positionsAhead,
        moverKind: () => useWhatIf.getState().moverKind,
      }),
    [invoke, collect],
  );
  // What is on its way about another question would not be shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question stops the hand
  useEffect(() => () => hand.stop(), [hand, question]);

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

  const withDraft = useCallback((use: (model: Model, about: Question) => void) => {
    const model = currentModelOf(useStudy.getState().draft);
    if (model && asked.current) use(model, asked.current);
  }, []);
  const prepare = useCallback((control: Control) => withDraft((model, about) => hand.prepare(control, model, about)), [hand, withDraft]);
  const touch = useCallback<Touch>(
    (control, focused) => withDraft((model, about) => hand.touch(control, model, about, focused)),
    [hand, withDraft],
  );
  return { prepare, touch, failure };
}
