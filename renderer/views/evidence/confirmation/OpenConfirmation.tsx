import { useMemo, useState } from 'react';
import type { EvidenceOutcome } from '../../../../shared/contract/evidenceBasis.ts';
import type { Model } from '../../../../shared/model/model.ts';
import { numberText } from '../../../charts/numberText.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { ProgressLine } from '../../../parts/ProgressLine.tsx';
import { Select } from '../../../parts/Select.tsx';
import { useCall } from '../../../state/useCall.ts';
import { useVersions } from '../../whatIf/versionStore.ts';
import { useEvidence } from '../evidenceStore.ts';
import { useFit } from '../fits/useFit.ts';
import { useBeside } from '../useBeside.ts';
import { ConfirmationAnswer } from './ConfirmationAnswer.tsx';
import styles from './OpenConfirmation.module.css';
import { SaveVersion } from './SaveVersion.tsx';

interface OpenConfirmationProps {
  outcome: EvidenceOutcome;
  /** So far. */
  openings: number;
  model: Model;
  onClose: () => void;
}

/** Opens the confirmation set for a saved version: a deliberate act, counted and printed. */
export function OpenConfirmation({ outcome, openings, model, onClose }: OpenConfirmationProps) {
  const saved = useVersions((state) => state.count);
  const { value, failure } = useCall('list-versions', {}, [saved]);
  const versions = value?.versions ?? [];
  const [chosen, choose] = useState<string | null>(null);
  const version = versions.find(({ id }) => id === chosen) ?? versions[0];
  const { against } = useBeside();
  const wanted = useMemo(
    () => ({ outcome: outcome.id, version: version?.id ?? '', ...(against && { against }) }),
    [outcome.id, version?.id, against],
  );
  const fit = useFit('confirm-version', wanted);
  const answer = fit.value && !fit.stale ? fit.value : null;
  const open = async () => {
    if (await fit.start()) useEvidence.getState().countOpening();
  };

  return (
    <Dialog
      title="Open the confirmation set"
      about={outcome.name}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{answer ? 'Close' : 'Leave it closed'}</Button>
          {!answer && (
            <Button tone="primary" disabled={!version || fit.progress !== null} onClick={() => void open()}>
              Open it, for the {ordinal(openings + 1)} time
            </Button>
          )}
        </>
      }
    >
      <div className={styles.content}>
        <p>
          These observations were kept out of every number, suggestion and curve. Whoever looks at them and then tunes again has no unseen
          data left, so each opening is counted, written into the study and printed with the evidence.{' '}
          {openings === 0
            ? 'So far it was never opened.'
            : `So far it was opened ${numberText(openings)} ${openings === 1 ? 'time' : 'times'}.`}
        </p>
        <FailureNote failure={failure} />
        {versions.length > 0 ? (
          <Select
            label="For the saved version"
            value={version?.id ?? ''}
            options={versions.map(({ id, name, savedAt }) => ({ value: id, label: `${name} (${savedAt.slice(0, 10)})` }))}
            onChange={choose}
            hint="Only a version that is saved and never changes again can be confirmed."
          />
        ) : (
          value && <p>There is no saved version yet: only a model that cannot change any more can be confirmed.</p>
        )}
        <SaveVersion model={model} onSaved={choose} />
        <FailureNote failure={fit.failure} />
        <ProgressLine label="Opening the confirmation set" progress={fit.progress} onCancel={fit.cancel} />
        {answer && <ConfirmationAnswer answer={answer} />}
      </div>
    </Dialog>
  );
}

/** "1st", "2nd", "3rd", "4th". */
function ordinal(count: number): string {
  const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
  return `${count}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(count)] ?? 'th'}`;
}
