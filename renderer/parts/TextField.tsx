import { useEffect, useState } from 'react';
import styles from './Field.module.css';
import { Field } from './Field.tsx';

interface TextFieldProps {
  label: string;
  labelHidden?: boolean;
  value: string;
  /** Called when typing ends (Enter or leaving the field), or on every stroke with `live`. */
  onChange: (value: string) => void;
  live?: boolean;
  type?: 'text' | 'search' | 'date';
  /** What is wrong with a text; a text with a problem is shown with it and not taken over. */
  check?: (text: string) => string | null;
  hint?: string | undefined;
  problem?: string | null | undefined;
  placeholder?: string | undefined;
  disabled?: boolean;
  autoFocus?: boolean;
  lines?: number;
  className?: string | undefined;
}

/** A text that is taken over when the analyst is done with it, so that one change is one undo step. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    labelHidden,
    value,
    onChange,
    live = false,
    type = 'text',
    check,
    hint,
    lines,
    className,
    placeholder,
    disabled,
    autoFocus,
  } = props;
  const rest = { placeholder, disabled, autoFocus };
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const problem = props.problem ?? check?.(text) ?? null;
  const commit = () => {
    if (text !== value && !check?.(text)) onChange(text);
  };
  const change = (next: string) => {
    setText(next);
    if (live || type === 'date') onChange(next);
  };
  return (
    <Field label={label} labelHidden={labelHidden ?? false} hint={hint} problem={problem} className={className}>
      {(links) =>
        lines ? (
          <textarea
            {...rest}
            {...links}
            className={styles.control}
            rows={lines}
            value={text}
            spellCheck={false}
            onChange={(event) => change(event.target.value)}
            onBlur={commit}
          />
        ) : (
          <input
            {...rest}
            {...links}
            className={styles.control}
            type={type}
            value={text}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => change(event.target.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit();
            }}
          />
        )
      }
    </Field>
  );
}
