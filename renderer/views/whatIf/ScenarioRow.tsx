import type { Model } from '../../../shared/model/model.ts';
import { differenceText, numberText, percentText } from '../../charts/numberText.ts';
import { BandMark } from '../../parts/BandMark.tsx';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { useCall } from '../../state/useCall.ts';
import { Delta } from './Delta.tsx';
import type { Question } from './live/LiveHand.ts';
import styles from './ScenarioTable.module.css';
import { movementSentence } from './sentences.ts';
import { bandShifts, movementOf, shareOf } from './shifts.ts';
import type { ResolvedBaseline } from './useBaseline.ts';
import { comparedInput, evidenceInput } from './useComparison.ts';

interface ScenarioRowProps {
  name: string;
  model: Model;
  question: Question;
  baseline: ResolvedBaseline;
  currency: string | null;
}

const listed = 6;

/** One model against the baseline, in one line of the side-by-side table. */
export function ScenarioRow({ name, model, question, baseline, currency }: ScenarioRowProps) {
  const { value, failure } = useCall('compare-models', comparedInput(question, model));
  const evidence = useCall('compare-evidence', evidenceInput(question, model));
  const before = baseline.model?.bands ?? model.bands;
  const differences = value?.differences ?? [];
  const worst = evidence.value?.swapSet?.groups.find(({ id }) => id === 'newly-worst');
  const draft = evidence.value?.draft;
  const auc = draft?.auc?.value;
  const lift = draft?.liftWorstTenth?.value;
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
      <td className={styles.close}>
        {value &&
          bandShifts(value.book, before, model.bands)
            .filter(({ place, accounts }) => place.band !== null || accounts.after > 0)
            .map((shift, index) => {
              const share = shareOf(shift, value.book, 'accounts');
              return (
                <div key={shift.place.id}>
                  <BandMark band={shift.place.band} /> {shift.place.name} {share.after === null ? '–' : percentText(share.after, 1)}{' '}
                  <Delta
                    value={share.after === null || share.before === null ? null : (share.after - share.before) * 100}
                    decimals={1}
                    good={index === 0 ? 'down' : null}
                  />
                </div>
              );
            })}
      </td>
      <td>{value && movementSentence(movementOf(value.book, before, model.bands), currency)}</td>
      {question.outcome !== null && (
        <>
          <td>
            <FailureNote failure={evidence.failure} />
            {worst?.sentence}
          </td>
          <td className={styles.close}>
            {auc == null ? '–' : numberText(auc, 3)}
            {evidence.value?.aucDifference?.interval && (
              <span className={styles.interval}>
                difference {evidence.value.aucDifference.interval.map((end) => differenceText(end, 3)).join(' to ')}
              </span>
            )}
          </td>
          <td>{lift == null ? '–' : `${numberText(lift, 1)}×`}</td>
        </>
      )}
    </tr>
  );
}
