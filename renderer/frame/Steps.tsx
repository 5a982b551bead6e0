import { classes } from '../parts/classes.ts';
import { useView } from '../state/viewStore.ts';
import { leaveFor } from './leaveFor.ts';
import styles from './Steps.module.css';
import { sevenSteps } from './sevenSteps.ts';

/** The only navigation: the seven steps, in order. */
export function Steps() {
  const view = useView((state) => state.view);
  return (
    <nav className={styles.steps} aria-label="The seven steps">
      <ol>
        {sevenSteps.map((step, index) => (
          <li key={step.name}>
            {step.view ? (
              <button
                type="button"
                className={classes(styles.step, step.view === view && styles.current)}
                aria-current={step.view === view ? 'step' : undefined}
                title={step.says}
                onClick={() => leaveFor(step.view ?? view)}
              >
                <span className={styles.number}>{index + 1}</span>
                {step.name}
              </button>
            ) : (
              <span className={classes(styles.step, styles.later)} title={`${step.says} Comes later; not part of this version.`}>
                <span className={styles.number} aria-hidden="true">
                  {index + 1}
                </span>
                {step.name}
                <span className={styles.note}>later</span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
