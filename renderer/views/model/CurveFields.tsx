import type { MetricProfile } from '../../../shared/contract/observationCalls.ts';
import type { Curve, CurveOf } from '../../../shared/model/curve.ts';
import { curveHandles, isLogarithmic, moveCurveHandle, setIntervalPoints } from '../../charts/curveHandles.ts';
import { niceStep } from '../../charts/niceStep.ts';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { NumberField } from '../../parts/NumberField.tsx';
import { Select } from '../../parts/Select.tsx';
import { CategoryFields } from './CategoryFields.tsx';
import styles from './CurveFields.module.css';
import { withLogarithm } from './edit/withLogarithm.ts';
import { StepsFields } from './StepsFields.tsx';

interface CurveFieldsProps {
  curve: Curve;
  unit: string | null;
  known: MetricProfile | null;
  onChange: (curve: Curve) => void;
}

/** Every number of a curve as a field: the same edits as dragging its handles. */
export function CurveFields({ curve, unit, known, onChange }: CurveFieldsProps) {
  const range = known && known.min !== null && known.max !== null ? known.max - known.min : 100;
  const step = niceStep(range);
  if (curve.kind === 'categories') return <CategoryFields curve={curve} known={known} onChange={onChange} />;
  return (
    <div className={styles.fields}>
      {curve.kind === 'steps' && (
        <StepsFields
          curve={curve}
          unit={unit}
          step={step}
          onChange={onChange}
          onPoints={(index, points) => onChange(setIntervalPoints(curve, index, points))}
        />
      )}
      {(curve.kind === 'ramp' || curve.kind === 'target-range') && (
        <CornerFields curve={curve} unit={unit} step={step} onChange={onChange} />
      )}
      {(curve.kind === 'percentile' || curve.kind === 'z-score') && (
        <Select
          label="Healthier is"
          value={curve.direction}
          options={[
            { value: 'higher', label: 'a higher value' },
            { value: 'lower', label: 'a lower value' },
          ]}
          onChange={(direction) => onChange({ ...curve, direction })}
        />
      )}
      <Checkbox checked={isLogarithmic(curve)} onChange={(on) => onChange(withLogarithm(curve, on))}>
        Take the logarithm first, log(1 + value): for long tails
      </Checkbox>
    </div>
  );
}

function CornerFields({
  curve,
  unit,
  step,
  onChange,
}: {
  curve: CurveOf<'ramp'> | CurveOf<'target-range'>;
  unit: string | null;
  step: number;
  onChange: (curve: Curve) => void;
}) {
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Corner</th>
            <th scope="col">Value{unit && `, ${unit}`}</th>
            <th scope="col">Points</th>
          </tr>
        </thead>
        <tbody>
          {curveHandles(curve).map((handle) => (
            <tr key={handle.id}>
              <th scope="row">{handle.label}</th>
              <td>
                <NumberField
                  label={`Value at the ${handle.label}`}
                  labelHidden
                  value={Number(handle.value.toPrecision(5))}
                  step={step}
                  onChange={(value) => value !== null && onChange(moveCurveHandle(curve, handle.id, { value }, step / 10))}
                />
              </td>
              <td>
                <NumberField
                  label={`Points at the ${handle.label}`}
                  labelHidden
                  value={handle.points}
                  min={0}
                  max={100}
                  onChange={(points) => points !== null && onChange(moveCurveHandle(curve, handle.id, { points }, step / 10))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {curve.kind === 'ramp' && (
        <Select
          label="Values outside"
          value={curve.outside}
          options={[
            { value: 'clamp', label: "earn the nearer end's points" },
            { value: 'missing', label: 'count as missing' },
          ]}
          onChange={(outside) => onChange({ ...curve, outside })}
        />
      )}
    </>
  );
}
