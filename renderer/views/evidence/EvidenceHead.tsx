import type { Model } from '../../../shared/model/model.ts';
import { baseSegment, baseSegmentName } from '../../../shared/scoring/bandOf.ts';
import { countText, numberText } from '../../charts/numberText.ts';
import { Select } from '../../parts/Select.tsx';
import { ConfirmationFact } from './confirmation/ConfirmationFact.tsx';
import styles from './EvidenceHead.module.css';
import type { OutcomeProof } from './evidenceScope.ts';
import { useEvidence } from './evidenceStore.ts';
import { gateNames } from './gateNames.ts';
import { horizonText } from './horizonText.ts';
import { TakeAway } from './TakeAway.tsx';

interface EvidenceHeadProps {
  outcomes: readonly OutcomeProof[];
  proof: OutcomeProof;
  model: Model;
}

/** What every number below rests on: the outcome, the proof set, what so many events allow, and what is kept closed. */
export function EvidenceHead({ outcomes, proof, model }: EvidenceHeadProps) {
  const { setOutcome, segment, setSegment, treated: chosenTreated, setTreated } = useEvidence();
  const { outcome, set, gate, treated, notes } = proof;
  const isPart = (segment !== null && model.segments.length > 0) || (chosenTreated !== undefined && treated !== null);
  return (
    <section className={styles.head} aria-label="What the evidence rests on">
      <div className={styles.choices}>
        <Select
          label="Outcome"
          value={outcome.id}
          options={outcomes.map((each) => ({ value: each.outcome.id, label: each.outcome.name }))}
          onChange={setOutcome}
        />
        {model.segments.length > 0 && (
          <Select
            label="Segment"
            value={segment ?? ''}
            options={[
              { value: '', label: 'All accounts' },
              ...model.segments.map(({ id, name }) => ({ value: id, label: name })),
              { value: baseSegment, label: baseSegmentName(model) },
            ]}
            onChange={(chosen) => setSegment(chosen === '' ? null : chosen)}
          />
        )}
        {treated && (
          <Select
            label="Treated accounts"
            value={chosenTreated ?? ''}
            options={[
              { value: '', label: 'With and without' },
              { value: 'untreated', label: 'Without known ones' },
              { value: 'treated', label: 'Treated accounts only' },
            ]}
            onChange={(chosen) => setTreated(chosen === '' ? undefined : chosen)}
          />
        )}
        {isPart && (
          <p className={styles.reach}>
            Metrics and Score are of this choice, except what is marked “all accounts” there; the other tabs are of all accounts.
          </p>
        )}
      </div>
      <dl className={styles.facts}>
        <dt>Proof set</dt>
        <dd>
          {set ? (
            <>
              <strong>{countText(set.observations, 'observation')}</strong> of {countText(set.accounts, 'account')}
              {outcome.kind === 'yes-no' && `, ${countText(set.events, 'event')} in ${countText(set.eventAccounts, 'account')}`};{' '}
              {set.from === set.to ? set.from : `${set.from} to ${set.to}`}; {outcome.name} counts {horizonText(outcome)}.
              {treated && ` Touched by an intervention: ${numberText(treated.touched)}, untouched: ${numberText(treated.untouched)}.`}
            </>
          ) : (
            'No observation has a known outcome yet.'
          )}
        </dd>
        <dt>What that allows</dt>
        <dd>
          <strong>{gateNames[gate.level]}.</strong> {gate.sentence} {gate.next?.sentence}
        </dd>
        <ConfirmationFact proof={proof} model={model} />
        {notes.length > 0 && (
          <>
            <dt>To know</dt>
            <dd>{notes.join(' ')}</dd>
          </>
        )}
      </dl>
      <TakeAway outcome={outcome} model={model} />
    </section>
  );
}
