import { useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { Model } from '../../../shared/model/model.ts';
import { differenceText, scoreText, valueText } from '../../charts/numberText.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { ProgressLine } from '../../parts/ProgressLine.tsx';
import { Select } from '../../parts/Select.tsx';
import { useCall } from '../../state/useCall.ts';
import styles from './AccountDialog.module.css';

type Way = CallOutput<'reach-band'>['ways'][number];

interface ReachPanelProps {
  account: string;
  model: Model;
  asOf: string;
}

/** The smallest changes of an account's metrics that would bring its score to a band: arithmetic on the score, and said to be no more. */
export function ReachPanel({ account, model, asOf }: ReachPanelProps) {
  const best = model.bands.at(-1)!;
  const [band, setBand] = useState(best.id);
  const { value, failure, progress, cancel } = useCall('reach-band', { model, asOf, account, band });
  const name = model.bands.find(({ id }) => id === band)?.name ?? band;
  return (
    <Panel
      title={`Reaching ${name}`}
      about="arithmetic on the score"
      actions={
        <Select
          label="Band to reach"
          labelHidden
          className={styles.choice}
          value={band}
          options={model.bands.slice(1).map((one) => ({ value: one.id, label: one.name }))}
          onChange={setBand}
        />
      }
    >
      <FailureNote failure={failure} />
      <ProgressLine label="Looking for the smallest changes" progress={progress} onCancel={cancel} />
      {value && !failure && (
        <div aria-busy={progress !== null}>
          <p>
            {value.needed !== null && value.needed > 0 && `${scoreText(value.needed)} points are missing to ${name}. `}
            {value.sentence}
          </p>
          {value.ways.length === 0 && value.needed !== null && value.needed > 0 && (
            <EmptyState title={`No change was found that reaches ${name}`} />
          )}
          <ol className={styles.ways}>
            {value.ways.map((way) => (
              <li key={way.changes.map(({ metric }) => metric).join(' ')} className={styles.way}>
                <WayTable way={way} />
              </li>
            ))}
          </ol>
        </div>
      )}
    </Panel>
  );
}

function WayTable({ way: { changes, score, effort } }: { way: Way }) {
  return (
    <>
      <table>
        <tbody>
          {changes.map(({ metric, name, unit, from, to, points }) => (
            <tr key={metric}>
              <th scope="row">{name}</th>
              <td>
                {shown(from, unit)} → <strong>{shown(to, unit)}</strong>
              </td>
              <td>{differenceText(points)} points</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.result}>
        Score {scoreText(score)} · effort {scoreText(effort)} standard deviations
      </p>
    </>
  );
}

function shown(value: Way['changes'][number]['from'], unit: string | null): string {
  return value === null ? 'missing' : typeof value === 'number' ? valueText(value, unit) : value;
}
