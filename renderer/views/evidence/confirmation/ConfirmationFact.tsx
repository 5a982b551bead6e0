import { useState } from 'react';
import type { Model } from '../../../../shared/model/model.ts';
import { countText, percentText } from '../../../charts/numberText.ts';
import { Button } from '../../../parts/Button.tsx';
import type { OutcomeProof } from '../evidenceScope.ts';
import styles from './ConfirmationFact.module.css';
import { OpenConfirmation } from './OpenConfirmation.tsx';

/** What is kept closed, how often it was opened, and the way to open it. */
export function ConfirmationFact({ proof: { outcome, set }, model }: { proof: OutcomeProof; model: Model }) {
  const [asking, setAsking] = useState(false);
  if (!set) return null;
  const { from, to, observations, share, openings } = set.confirmation;
  const which = share === null ? (from === to ? from : `${from} to ${to}`) : `${percentText(share)} of the accounts, drawn once`;
  return (
    <>
      <dt>Confirmation set</dt>
      <dd>
        <strong>Closed.</strong> {countText(observations, 'observation')}, {which}; in no number of this screen. Opened{' '}
        {countText(openings, 'time')}.{' '}
        <Button tone="quiet" className={styles.open ?? ''} onClick={() => setAsking(true)}>
          Open it for a version …
        </Button>
        {asking && <OpenConfirmation outcome={outcome} openings={openings} model={model} onClose={() => setAsking(false)} />}
      </dd>
    </>
  );
}
