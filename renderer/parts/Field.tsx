import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';

/** What a control inside a `Field` is given, so that label, hint and problem belong to it. */
export interface FieldLinks {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  label: string;
  /** Read by assistive technology only; the place on screen already says it. */
  labelHidden?: boolean;
  hint?: ReactNode;
  /** What is wrong with the value, in words that say what to do. */
  problem?: string | null | undefined;
  className?: string | undefined;
  children: (links: FieldLinks) => ReactNode;
}

/** A labelled control with its hint and its problem. */
export function Field({ label, labelHidden = false, hint, problem, className, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className={classes(styles.field, className)}>
      <label htmlFor={id} className={classes(styles.label, labelHidden && styles.hidden)}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': problem ? true : undefined })}
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {problem && (
        <div id={`${id}-problem`} className={styles.problem}>
          {problem}
        </div>
      )}
    </div>
  );
}
