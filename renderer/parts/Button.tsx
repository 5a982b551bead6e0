import type { ButtonHTMLAttributes, Ref } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary`: the one thing to do here. `quiet`: no border until pointed at. `danger`: takes something away. */
  tone?: 'plain' | 'primary' | 'quiet' | 'danger';
  /** A square button; give it an `aria-label`. */
  icon?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ tone = 'plain', icon = false, className, type = 'button', title, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      title={title ?? (icon ? rest['aria-label'] : undefined)}
      className={classes(styles.button, styles[tone], icon && styles.icon, className)}
    />
  );
}
