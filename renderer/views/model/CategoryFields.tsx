import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { MetricProfile } from '../../../shared/contract/observationCalls.ts';
import type { Curve, CurveOf } from '../../../shared/model/curve.ts';
import { numberText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { NumberField } from '../../parts/NumberField.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import styles from './CurveFields.module.css';

interface CategoryFieldsProps {
  curve: CurveOf<'categories'>;
  known: MetricProfile | null;
  onChange: (curve: Curve) => void;
}

/** Points by category, with the categories the book holds offered first. */
export function CategoryFields({ curve, known, onChange }: CategoryFieldsProps) {
  const [fresh, setFresh] = useState('');
  const counts = new Map(known?.categories.map(({ value, count }) => [value, count]));
  const unlisted = [...counts.keys()].filter((value) => !(value in curve.points));
  const add = (values: readonly string[]) =>
    onChange({ ...curve, points: { ...curve.points, ...Object.fromEntries(values.map((value) => [value, 50])) } });
  return (
    <div className={styles.fields}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col">Accounts</th>
            <th scope="col">Points</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {Object.entries(curve.points).map(([value, points]) => (
            <tr key={value}>
              <th scope="row">{value}</th>
              <td>{counts.has(value) ? numberText(counts.get(value)!) : '0'}</td>
              <td>
                <NumberField
                  label={`Points of ${value}`}
                  labelHidden
                  value={points}
                  min={0}
                  max={100}
                  onChange={(next) => next !== null && onChange({ ...curve, points: { ...curve.points, [value]: next } })}
                />
              </td>
              <td className={styles.action}>
                <Button
                  icon
                  tone="quiet"
                  aria-label={`Remove ${value}`}
                  onClick={() =>
                    onChange({ ...curve, points: Object.fromEntries(Object.entries(curve.points).filter(([each]) => each !== value)) })
                  }
                >
                  <X />
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.row}>
        <TextField label="Another category" value={fresh} live onChange={setFresh} className={styles.grow} />
        <Button
          disabled={fresh.trim() === '' || fresh in curve.points}
          onClick={() => {
            add([fresh]);
            setFresh('');
          }}
        >
          <Plus aria-hidden="true" />
          Add
        </Button>
        {unlisted.length > 0 && <Button onClick={() => add(unlisted.slice(0, 50))}>Add the {unlisted.length} the book holds</Button>}
      </div>
      <div className={styles.row}>
        <Select
          label="A category not listed"
          value={curve.unlisted === 'missing' ? 'missing' : 'points'}
          options={[
            { value: 'missing', label: 'counts as missing' },
            { value: 'points', label: 'earns stated points' },
          ]}
          onChange={(choice) => onChange({ ...curve, unlisted: choice === 'missing' ? 'missing' : 50 })}
        />
        {curve.unlisted !== 'missing' && (
          <NumberField
            label="Points"
            value={curve.unlisted}
            min={0}
            max={100}
            onChange={(points) => points !== null && onChange({ ...curve, unlisted: points })}
          />
        )}
        <Checkbox checked={curve.loose} onChange={(loose) => onChange({ ...curve, loose })}>
          Ignore case and surrounding space
        </Checkbox>
      </div>
    </div>
  );
}
