import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

interface SectionProps {
  title: string;
  /** What the title does not say. */
  about?: ReactNode;
  children: ReactNode;
}

/** A titled part of a tab. */
export function Section({ title, about, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>
        {title} {about && <span className={styles.about}>{about}</span>}
      </h2>
      {children}
    </section>
  );
}
