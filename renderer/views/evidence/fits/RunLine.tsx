import { useState } from 'react';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { EvidenceBasis } from '../../../../shared/contract/evidenceBasis.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { ProgressLine } from '../../../parts/ProgressLine.tsx';
import { useCall } from '../../../state/useCall.ts';
import styles from './RunLine.module.css';

/** The record of a run, by which every number can be made again to the last digit; and the proof of that on request. */
export function RunLine({ run, basis }: { run: string; basis: EvidenceBasis }) {
  const [asked, setAsked] = useState<string | null>(null);
  const { value, failure, progress, cancel } = useCall('repeat-run', asked === null ? null : { run: asked });
  const answer = value?.run === run ? value : null;
  return (
    <div className={styles.line}>
      <span>
        Run {run}, data {basis.dataFingerprint.slice(0, 12)}, seed {basis.seed}; kept in the study’s evidence folder.
      </span>
      {!answer && progress === null && (
        <Button tone="quiet" onClick={() => setAsked(run)}>
          Make it again and compare
        </Button>
      )}
      <ProgressLine label="Making the run again" progress={progress} onCancel={cancel} />
      <FailureNote failure={failure?.code === 'cancelled' ? null : failure} />
      {answer && <span role="status">{repeatText(answer)}</span>}
    </div>
  );
}

function repeatText({ same, sameData, differences, sentence }: CallOutput<'repeat-run'>): string {
  if (sentence) return sentence;
  if (same) return 'Made again: every number is the same to the last digit.';
  return `${sameData ? 'Made again on the same data' : 'The data changed since'}: ${differences.join('; ')}.`;
}
