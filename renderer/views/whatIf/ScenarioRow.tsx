import type { ReactNode } from 'react';
import type { Model } from '../../../shared/model/model.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { differenceText, numberText } from '../../charts/numberText.ts';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { useCall } from '../../state/useCall.ts';
import type { Question } from './live/LiveHand.ts';
import { ScenarioBands } from './ScenarioBands.tsx';
import styles from './ScenarioTable.module.css';
import { movementSentence, newlyWorstSentence } from './sentences.ts';
import { movementOf } from './shifts.ts';
import { comparedInput, evidenceInput } from './useComparison.ts';

interface ScenarioRowProps {
  name: string;
  model: Model;
  question: Question;
  currency: string | null;
}

const listed = 6;

/** One model against the baseline, in one line of the side-by-side table. */
export function ScenarioRow({ name, model, question, currency }: ScenarioRowProps) {
  const { value, failure } = useCall('compare-models', comparedInput(question, model));
  const evidence = useCall('compare-evidence', evidenceInput(question, model));
  const sides = value && { before: value.baseline.bands, after: value.draft.bands };
  const differences = value?.differences ?? [];
  const swapSet = evidence.value?.swapSet ?? null;
  const draft = evidence.value?.draft;
  const difference = evidence.value?.aucDifference;
  return (
    <tr aria-busy={value === null && failure === null}>
      <th scope="row">{name}</th>
      <td>
        <FailureNote failure={failure} />
        {value && differences.length === 0 && 'nothing'}
        <ul>
          {differences.slice(0, listed).map(({ where, before: was, after }) => (
            <li key={`${where} ${was} ${after}`}>
              {where}: {was} → {after}
            </li>
          ))}
        </ul>
        {differences.length > listed && `and ${differences.length - listed} more`}
      </td>
      <td className={styles.close}>{sides && <ScenarioBands book={value.book} {...sides} />}</td>
      <td>{sides && movementSentence(movementOf(value.book, sides.before, sides.after), currency)}</td>
      {question.outcome !== null && (
        <>
          <td>
            <FailureNote failure={evidence.failure} />
            {newlyWorstSentence(swapSet)}
          </td>
          <Measured estimate={draft?.auc} text={fraction}>
            {difference?.interval && (
              <span className={styles.interval}>
                against the baseline {difference.interval.map((end) => differenceText(end, 3)).join(' to ')}
              </span>
            )}
          </Measured>
          <Measured estimate={draft?.ks} text={fraction} />
          <Measured estimate={draft?.liftWorstTenth} text={(value) => `${numberText(value, 1)}×`} />
        </>
      )}
    </tr>
  );
}

interface MeasuredProps {
  /** Missing until it is measured; null where there is no such number. */
  estimate: Estimate | null | undefined;
  text: (value: number) => string;
  children?: ReactNode;
}

/** A number of the evidence with its interval. */
function Measured({ estimate, text, children }: MeasuredProps) {
  return (
    <td className={styles.close}>
      {estimate?.value == null ? '–' : text(estimate.value)}
      {estimate?.interval && <span className={styles.interval}>{estimate.interval.map(text).join(' to ')}</span>}
      {children}
    </td>
  );
}

const fraction = (value: number) => numberText(value, 3);
