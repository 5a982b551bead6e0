import { Plus, X } from 'lucide-react';
import type { Curve, CurveOf } from '../../../shared/model/curve.ts';
import { curveHandles, moveCurveHandle } from '../../charts/curveHandles.ts';
import { valueText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { NumberField } from '../../parts/NumberField.tsx';
import styles from './CurveFields.module.css';
import { addCut, removeCut } from './edit/cuts.ts';
import { StepsImport } from './StepsImport.tsx';

interface StepsFieldsProps {
  curve: CurveOf<'steps'>;
  unit: string | null;
  step: number;
  onChange: (curve: Curve) => void;
  onPoints: (interval: number, points: number) => void;
}

/** A steps curve as a list of intervals: one list, so that no gap and no overlap can be written. */
export function StepsFields({ curve, unit, step, onChange, onPoints }: StepsFieldsProps) {
  const cuts = curveHandles(curve);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Interval</th>
            <th scope="col">From{unit && `, ${unit}`}</th>
            <th scope="col">Points</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {curve.points.map((points, index) => {
            const from = cuts[index - 1];
            const to = cuts[index];
            const words = from
              ? to
                ? `${valueText(from.value)} ≤ value < ${valueText(to.value)}`
                : `value ≥ ${valueText(from.value)}`
              : to
                ? `value < ${valueText(to.value)}`
                : 'any value';
            return (
              <tr key={from?.id ?? 'lowest'}>
                <th scope="row" className={styles.interval}>
                  {words}
                </th>
                <td>
                  {from && (
                    <NumberField
                      label={`Lower edge of the interval ${index + 1}`}
                      labelHidden
                      value={Number(from.value.toPrecision(5))}
                      step={step}
                      onChange={(value) => value !== null && onChange(moveCurveHandle(curve, from.id, { value }, step / 10))}
                    />
                  )}
                </td>
                <td>
                  <NumberField
                    label={`Points where ${words}`}
                    labelHidden
                    value={points}
                    min={0}
                    max={100}
                    onChange={(next) => next !== null && onPoints(index, next)}
                  />
                </td>
                <td className={styles.action}>
                  {from && (
                    <Button
                      icon
                      tone="quiet"
                      aria-label={`Remove the edge at ${valueText(from.value)}`}
                      onClick={() => onChange(removeCut(curve, index - 1))}
                    >
                      <X />
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={styles.row}>
        <Button onClick={() => onChange(addCut(curve, step * 10))}>
          <Plus aria-hidden="true" />
          Add an interval
        </Button>
        <StepsImport onRead={onChange} />
      </div>
    </>
  );
}
