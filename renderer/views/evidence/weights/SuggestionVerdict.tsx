import { useState } from 'react';
import type { CallInput } from '../../../../shared/contract/contract.ts';
import type { ProofSetSummary } from '../../../../shared/contract/proofSet.ts';
import type { Verdict } from '../../../../shared/contract/suggestedWeights.ts';
import { countText, numberText } from '../../../charts/numberText.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { EstimateText } from '../EstimateText.tsx';
import { shiftText } from '../estimateText.ts';
import { useEvidence } from '../evidenceStore.ts';
import { useFit } from '../fits/useFit.ts';
import section from '../section.module.css';
import { VerdictLine } from '../VerdictLine.tsx';

interface SuggestionVerdictProps {
  verdict: Verdict;
  /** The question that the suggestion answers, to be asked again with the set open. */
  asked: CallInput<'suggest-weights'>;
  set: ProofSetSummary;
}

/** What may be said of the suggestion; where it takes the confirmation set to say more, a deliberate way to open it. */
export function SuggestionVerdict({ verdict, asked, set: { confirmation } }: SuggestionVerdictProps) {
  const [asking, setAsking] = useState(false);
  const opened = useFit('suggest-weights', { ...asked, openConfirmation: true });
  return (
    <div className={section.section}>
      <VerdictLine verdict={verdict} />
      {verdict.difference && (
        <p>
          On the confirmation set, suggested minus current: <EstimateText estimate={verdict.difference} style={shiftText} />
        </p>
      )}
      {verdict.id === 'not-opened' && (
        <div className={section.row}>
          <Button disabled={opened.progress !== null} onClick={() => setAsking(true)}>
            Open the confirmation set for the verdict …
          </Button>
        </div>
      )}
      {asking && (
        <Dialog
          title="Open the confirmation set"
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>Leave it closed</Button>
              <Button
                tone="primary"
                onClick={() => {
                  setAsking(false);
                  void opened.start().then((answer) => answer && useEvidence.getState().countOpening());
                }}
              >
                Open it
              </Button>
            </>
          }
        >
          <p>
            {countText(confirmation.observations, 'observation')} were kept out of every number so far. Once they are looked at for this
            suggestion they are not unseen any more: the opening is counted ({numberText(confirmation.openings)} so far), written into the
            study and printed with the evidence.
          </p>
        </Dialog>
      )}
    </div>
  );
}
