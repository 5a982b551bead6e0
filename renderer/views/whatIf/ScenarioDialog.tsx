import type { Model } from '../../../shared/model/model.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { useStudy } from '../../state/studyStore.ts';
import type { Question } from './live/question.ts';
import { ScenarioRow } from './ScenarioRow.tsx';
import styles from './ScenarioTable.module.css';
import type { ResolvedBaseline } from './useBaseline.ts';

interface ScenarioDialogProps {
  question: Question;
  baseline: ResolvedBaseline;
  /** The draft as it rests. */
  model: Model;
  currency: string | null;
  onClose: () => void;
}

/** The draft and every scenario against the baseline, one line each: what differs, bands, who moves, and what the evidence says. */
export function ScenarioDialog({ question, baseline, model, currency, onClose }: ScenarioDialogProps) {
  const scenarios = useStudy(({ draft }) => draft.scenarios);
  const outcome = useStudy(({ draft }) => draft.definition.outcomes.find(({ id }) => id === question.outcome));
  const models = [
    { id: 'draft', name: 'Draft', model },
    ...scenarios.map(({ id, name, model: one }) => ({ id: `scenario ${id}`, name, model: one })),
  ];
  return (
    <Dialog title="Scenarios side by side" about={`against ${baseline.name}`} size="wide" onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} aria-label="Scenarios side by side, table" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col">What differs</th>
              <th scope="col">Band shares</th>
              <th scope="col">Worse / better</th>
              {outcome && <th scope="col">Who moves, and what became of them</th>}
              {outcome && <th scope="col">AUC, {outcome.name.toLowerCase()}</th>}
              {outcome && <th scope="col">KS</th>}
              {outcome && <th scope="col">Lift, worst tenth</th>}
            </tr>
          </thead>
          <tbody>
            {models.map(({ id, name, model: one }) => (
              <ScenarioRow key={id} name={name} model={one} baseline={baseline.model} question={question} currency={currency} />
            ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  );
}
