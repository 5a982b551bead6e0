import { swapSentence } from '../../../shared/comparison/swapSentence.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { warningSentences } from '../../../shared/stats/warning.ts';
import { countText } from '../../charts/numberText.ts';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { ProgressLine } from '../../parts/ProgressLine.tsx';
import { Select } from '../../parts/Select.tsx';
import { useStudy } from '../../state/studyStore.ts';
import type { CallState } from '../../state/useCall.ts';
import { useFrames } from './frameStore.ts';
import { numberWords } from './numberWords.ts';
import { ProofTable } from './ProofTable.tsx';
import { confirmationSentence, proofSetText } from './sentences.ts';
import type { Sides } from './shifts.ts';
import styles from './WhatIfView.module.css';
import { useWhatIf } from './whatIfStore.ts';

interface ProofPanelProps {
  evidence: CallState<'compare-evidence'>;
  outcome: string;
  sides: Sides;
}

/** What both scores say of a known outcome, on the observations that may be looked at. */
export function ProofPanel({ evidence, outcome, sides }: ProofPanelProps) {
  const outcomes = useStudy(({ draft }) => draft.definition.outcomes);
  const look = useWhatIf((state) => state.look);
  const { value, progress, isCurrent, cancel } = evidence;
  // From bins until the intervals of this very draft are there.
  const line = useFrames(({ frame }) => (frame?.isExact && isCurrent ? null : (frame?.line ?? null)));
  const sampled = useFrames(({ frame }) => frame?.sampled.observations ?? null);
  const failure = evidence.failure?.code === 'cancelled' ? null : evidence.failure;
  const named = outcomes.find(({ id }) => id === outcome);
  const exact = named && value?.set.outcome === outcome ? { named, ...value } : null;
  const swapSet = exact?.swapSet ?? null;
  const swaps = swapSet?.groups.filter(({ observations }) => observations > 0) ?? [];
  return (
    <Panel
      title="Proof set"
      about={exact ? proofSetText(exact.set, exact.named.name) : 'what the scores say of what happened'}
      actions={
        outcomes.length > 1 && (
          <Select
            label="Outcome"
            labelHidden
            value={outcome}
            options={outcomes.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => look({ outcome: id })}
          />
        )
      }
    >
      <FailureNote failure={failure} />
      <ProgressLine label="Measuring both scores" progress={progress} onCancel={cancel} />
      {!exact && !failure && !progress && <p className={styles.note}>Both scores are measured where the draft comes to rest.</p>}
      {exact && !failure && (
        <>
          <ProofTable evidence={exact} line={line} isStale={!isCurrent} outcome={exact.named} sides={sides} />
          {line && sampled !== null && (
            <p className={styles.note}>~ from a sample of {countText(sampled, 'observation')} while it moves.</p>
          )}
          <p className={styles.note}>
            Tuned on these data: not proof. {confirmationSentence(exact.set)}
            {smallness(exact.draft.auc)}
          </p>
          {swapSet && swaps.length > 0 && (
            <details className={styles.note}>
              <summary>What became of those who change band</summary>
              <ul>
                {swaps.map((group) => (
                  <li key={group.id}>{swapSentence(group, swapSet.outcome, numberWords)}</li>
                ))}
              </ul>
            </details>
          )}
          {exact.notes.length > 0 && <p className={styles.note}>{exact.notes.join(' ')}</p>}
        </>
      )}
    </Panel>
  );
}

/** What the number of events means for how the numbers may be read. */
function smallness(auc: Estimate | null): string {
  const warning = (['FEW_EVENTS', 'UNDER_50_EVENTS'] as const).find((one) => auc?.warnings.includes(one));
  return warning ? ` ${warningSentences[warning]}` : '';
}
