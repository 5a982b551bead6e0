import { useEffect } from 'react';
import type { CallInput } from '../../../shared/contract/contract.ts';
import type { Model } from '../../../shared/model/model.ts';
import { sameContent } from '../../state/sameContent.ts';
import { useStudy } from '../../state/studyStore.ts';
import { useCall } from '../../state/useCall.ts';
import { currentModelOf } from './currentModel.ts';
import { type Frame, useFrames } from './frameStore.ts';
import type { Question } from './live/question.ts';

/** What the exact calls about a draft are given. */
export function comparedInput({ baseline, asOf, segment }: Question, draft: Model): CallInput<'compare-models'> {
  return { baseline, draft: { model: draft }, ...(asOf !== null && { asOf }), ...(segment !== null && { segment }) };
}

/** What their evidence is asked with: of all dates, never of the book alone. Null without an outcome. */
export function evidenceInput({ baseline, segment, outcome }: Question, draft: Model): CallInput<'compare-evidence'> | null {
  return outcome === null ? null : { baseline, draft: { model: draft }, outcome, ...(segment !== null && { segment }) };
}

/** The exact comparison of the draft where it came to rest, put in place of what was shown while it moved; and its evidence. */
export function useComparison(question: Question | null, model: Model | null, isMoving: boolean) {
  const input = question && model ? comparedInput(question, model) : null;
  const comparison = useCall('compare-models', input);
  const asked = question && model ? evidenceInput(question, model) : null;
  // Intervals take the engine long: the book comes before them, and what is in hand.
  const hasFailed = comparison.progress === null && comparison.failure !== null && comparison.failure.code !== 'cancelled';
  const isBookHere = comparison.isCurrent || hasFailed;
  const evidence = useCall('compare-evidence', isMoving || !isBookHere ? null : asked);
  const { cancel } = evidence;
  useEffect(() => {
    if (isMoving) cancel();
  }, [isMoving, cancel]);
  const { value, isCurrent } = comparison;

  useEffect(() => {
    // While something moves, what moves is shown.
    if (!value || !isCurrent || !question || !model || isMoving || currentModelOf(useStudy.getState().draft) !== model) return;
    const sides = { before: value.baseline.bands, after: value.draft.bands };
    const { frame } = useFrames.getState();
    const isSame = frame?.model === model && sameContent(frame.question, question);
    const settled: Frame = {
      question,
      model,
      sides,
      book: value.book,
      outline: value.outline,
      isExact: true,
      sampled: { accounts: null, observations: isSame ? frame.sampled.observations : null },
      line: isSame ? frame.line : null,
      parts: value.segments,
      segments: { model, sides, books: value.segments },
      movers: null,
    };
    useFrames.setState({ frame: settled, settled });
  }, [value, isCurrent, question, model, isMoving]);

  return { comparison, evidence };
}
