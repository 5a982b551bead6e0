import { useEffect, useState } from 'react';
import styles from './Field.module.css';
import { Field } from './Field.tsx';
import { typedNumber, typedText } from './typedNumber.ts';

interface NumberFieldProps {
  label: string;
  labelHidden?: boolean;
  /** Null is an empty field; it is offered only with `optional`. */
  value: number | null;
  onChange: (value: number | null) => void;
  optional?: boolean;
  min?: number;
  max?: number;
  /** What an arrow key adds; Page keys add ten of them. */
  step?: number;
  unit?: string | undefined;
  hint?: string | undefined;
  problem?: string | null | undefined;
  disabled?: boolean;
  className?: string | undefined;
}

/** A number typed with a decimal point or comma, or stepped with the arrow and Page keys; taken over on Enter, on leaving, on a step. */
export function NumberField(props: NumberFieldProps) {
  const { label, labelHidden, value, onChange, optional = false, step = 1, unit, hint, problem, className, disabled } = props;
  const min = props.min ?? Number.NEGATIVE_INFINITY;
  const max = props.max ?? Number.POSITIVE_INFINITY;
  const [text, setText] = useState(typedText(value));
  useEffect(() => setText(typedText(value)), [value]);
  const typed = typedNumber(text);
  const wrong = typed === undefined || (typed === null && !optional) || (typed !== null && (typed < min || typed > max));

  const commit = () => {
    if (wrong) setText(typedText(value));
    else if (typed !== value) onChange(typed);
  };
  const stepBy = (steps: number) => {
    const from = typeof typed === 'number' ? typed : (value ?? 0);
    const next = Math.min(max, Math.max(min, Number((from + steps * step).toPrecision(12))));
    setText(typedText(next));
    if (next !== value) onChange(next);
  };

  return (
    <Field
      label={label}
      labelHidden={labelHidden ?? false}
      hint={hint}
      problem={problem ?? (wrong ? rangeText(min, max) : null)}
      className={className}
    >
      {(links) => (
        <div className={styles.withUnit}>
          <input
            {...links}
            className={`${styles.control} ${styles.number}`}
            inputMode="decimal"
            autoComplete="off"
            disabled={disabled}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              const steps = stepsOf[event.key];
              if (event.key === 'Enter') commit();
              if (steps === undefined) return;
              event.preventDefault();
              stepBy(steps);
            }}
          />
          {unit && <span className={styles.unit}>{unit}</span>}
        </div>
      )}
    </Field>
  );
}

const stepsOf: Record<string, number | undefined> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

function rangeText(min: number, max: number): string {
  if (Number.isFinite(min) && Number.isFinite(max)) return `A number from ${typedText(min)} to ${typedText(max)}.`;
  if (Number.isFinite(min)) return `A number of ${typedText(min)} or more.`;
  return 'A number.';
}
