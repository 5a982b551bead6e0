import type { Outcome } from '../../../../shared/model/outcome.ts';
import { useStudy } from '../../../state/studyStore.ts';
import { EntityEditor } from './EntityEditor.tsx';
import { editEntities } from './editEntities.ts';
import { firstHappening } from './firstHappening.ts';
import { OutcomeForm } from './OutcomeForm.tsx';
import { outcomeKinds } from './outcomeKinds.ts';

const edits = editEntities<'outcomes'>('outcomes', 'outcome', (study) => ({
  name: '',
  polarity: 'bad',
  happens: firstHappening(study),
  horizonDays: 90,
  leadDays: 0,
  recurrence: { kind: 'once' },
  reportingLagDays: 0,
}));

/** What happened after the as-of date: churned, renewed, expanded, a number. */
export function OutcomesEditor() {
  const outcomes = useStudy(({ draft }) => draft.definition.outcomes);
  return (
    <EntityEditor<Outcome>
      title="Outcomes"
      about="what happened after the as-of date"
      noun="outcome"
      entities={outcomes}
      summary={({ happens, horizonDays }) =>
        `${outcomeKinds.find(({ value }) => value === happens.kind)?.label} · within ${horizonDays} days`
      }
      onAdd={edits.add}
      onRemove={edits.remove}
      empty="An outcome is what the score should warn of: a churn event, a subscription that ends without a successor, a customer who stops buying."
    >
      {(outcome) => <OutcomeForm outcome={outcome} onChange={edits.replace} />}
    </EntityEditor>
  );
}
