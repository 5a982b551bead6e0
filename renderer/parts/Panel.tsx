import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Panel.module.css';

interface PanelProps {
  title: string;
  /** What the title does not say: of what, how many, when. */
  about?: ReactNode;
  /** Buttons at the end of the title line. */
  actions?: ReactNode;
  /** Content reaches the panel's edges: a table. */
  flush?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** A titled part of a screen. */
export function Panel({ title, about, actions, flush = false, className, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes(styles.panel, className)} aria-labelledby={id}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id={id}>{title}</h2>
          {about && <span className={styles.about}>{about}</span>}
        </div>
        {actions && <span className={styles.actions}>{actions}</span>}
      </header>
      <div className={classes(styles.body, flush && styles.flush)}>{children}</div>
    </section>
  );
}
