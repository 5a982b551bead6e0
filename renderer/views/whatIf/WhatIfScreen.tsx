import { useCallback, useEffect, useMemo, useState } from 'react';
import { baseSegment } from '../../../shared/scoring/bandOf.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { ProgressLine } from '../../parts/ProgressLine.tsx';
import { announce } from '../../state/announcements.ts';
import { sameContent } from '../../state/sameContent.ts';
import { useStudy } from '../../state/studyStore.ts';
import { useView } from '../../state/viewStore.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { useDraftModel } from './currentModel.ts';
import { Distribution } from './Distribution.tsx';
import { CurveBelow, DraftColumn } from './DraftColumn.tsx';
import { clearFrames, useFrames } from './frameStore.ts';
import type { Question } from './live/question.ts';
import { LiveContext } from './liveContext.ts';
import { MigrationPanel } from './MigrationPanel.tsx';
import { MoversPanel } from './MoversPanel.tsx';
import { NoBaseline } from './NoBaseline.tsx';
import { NoOutcome } from './NoOutcome.tsx';
import { ProofPanel } from './ProofPanel.tsx';
import { ScenarioDialog } from './ScenarioDialog.tsx';
import { SegmentsPanel } from './SegmentsPanel.tsx';
import { SharesPanel } from './SharesPanel.tsx';
import { newlyWorstSentence, settledSentence, weightlessSentence } from './sentences.ts';
import { TopLine } from './TopLine.tsx';
import { useBaseline } from './useBaseline.ts';
import { comparedInput, useComparison } from './useComparison.ts';
import { useLiveHand } from './useLiveHand.ts';
import { useReadAhead } from './useReadAhead.ts';
import { useRestedModel } from './useRestedModel.ts';
import { useWhatIfCommands } from './useWhatIfCommands.ts';
import styles from './WhatIfView.module.css';
import { useWhatIf } from './whatIfStore.ts';

/** The draft in hand on the left, the book under it in the middle, who moves and what the evidence says on the right. */
export function WhatIfScreen() {
  const asOf = useView((state) => state.asOf);
  const goTo = useView((state) => state.goTo);
  const { slice, account, outcome: wished, look } = useWhatIf();
  const outcomes = useStudy(({ draft }) => draft.definition.outcomes);
  const outcome = (outcomes.find(({ id }) => id === wished) ?? outcomes[0])?.id ?? null;
  const weightless = useDraftModel((model) => model && weightlessSentence(model));
  const { baseline, isMissing, isFirst, failure: baselineFailure } = useBaseline();
  const { model, isMoving } = useRestedModel();
  const [comparing, setComparing] = useState(false);
  const compare = useCallback(() => setComparing(true), []);
  useWhatIfCommands(model, compare);

  const scorer = baseline?.scorer;
  const bands = baseline?.model?.bands ?? null;
  const segment = useDraftModel((draft) => (slice === baseSegment || draft?.segments.some(({ id }) => id === slice) ? slice : null));
  const dataChanges = useStudy((state) => state.dataChanges);
  const question = useMemo(
    (): Question | null => (scorer ? { baseline: scorer, asOf, segment, outcome, bands, dataChanges } : null),
    [scorer, asOf, segment, outcome, bands, dataChanges],
  );
  const { prepare, touch, failure: handFailure } = useLiveHand(question);
  const { comparison, evidence } = useComparison(question, model, isMoving);
  const { value, failure, progress, isCurrent, cancel } = comparison;
  const settled = useFrames((state) => state.settled);
  useReadAhead(prepare, settled && sameContent(settled.question, question) ? question : null);
  useEffect(
    () => () => {
      clearFrames();
      look({ cell: null, account: null });
    },
    [look],
  );

  // Numbers against a baseline that is no more would stand there as if they still answered.
  useEffect(() => {
    if (isMissing) clearFrames();
  }, [isMissing]);

  const spoken = settled && settled.model === model ? settledSentence(settled.book, settled.sides, value?.currency ?? null) : '';
  useEffect(() => {
    if (spoken !== '') announce(spoken, 900);
  }, [spoken]);

  const compared = question && model && isCurrent ? comparedInput(question, model) : null;
  const currency = value?.currency ?? null;
  const swap = evidence.isCurrent && isCurrent ? newlyWorstSentence(evidence.value?.swapSet ?? null) : null;

  return (
    <LiveContext value={touch}>
      <div className={styles.screen}>
        <TopLine
          isFirst={isFirst}
          onCompare={compare}
          nearEdges={compared && model ? { model, ...(asOf !== null && { asOf }), ...(segment !== null && { segment }) } : null}
        />
        {weightless && (
          <p role="status" className={styles.unweighted}>
            {weightless}
          </p>
        )}
        <div className={styles.columns}>
          <DraftColumn baseline={baseline} />
          <div className={styles.column}>
            <FailureNote failure={baselineFailure ?? failure ?? (handFailure instanceof Error ? handFailure : null)} />
            <ProgressLine label="Comparing draft and baseline" progress={settled ? null : progress} onCancel={cancel} />
            {isMissing && <NoBaseline />}
            {failure && !settled && (
              <Panel title="Distribution">
                <EmptyState title="The book cannot be compared" actions={<Button onClick={() => goTo('sources')}>Go to Sources</Button>}>
                  The sentence above says what is missing.
                </EmptyState>
              </Panel>
            )}
            {value && <Distribution question={question} asOf={value.asOf} currency={currency} />}
            {value && value.notes.length > 0 && <p className={styles.note}>{value.notes.join(' ')}</p>}
            <SharesPanel />
            <SegmentsPanel currency={currency} />
            <CurveBelow baseline={baseline} />
          </div>
          <div className={styles.column}>
            <MigrationPanel currency={currency} swap={swap} />
            {settled && (
              <MoversPanel
                compared={isMoving ? null : compared}
                isWaiting={isMoving || (!isCurrent && failure === null)}
                sides={settled.sides}
                currency={currency}
              />
            )}
            {outcome === null ? <NoOutcome /> : settled && <ProofPanel evidence={evidence} outcome={outcome} sides={settled.sides} />}
          </div>
        </div>
      </div>
      {account !== null && model && value && (
        <AccountDialog account={account} model={model} asOf={value.asOf} currency={currency} onClose={() => look({ account: null })} />
      )}
      {comparing && question && model && baseline && (
        <ScenarioDialog question={question} baseline={baseline} model={model} currency={currency} onClose={() => setComparing(false)} />
      )}
    </LiveContext>
  );
}
