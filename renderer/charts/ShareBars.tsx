import { classes } from '../parts/classes.ts';
import { inkOn } from './inkOn.ts';
import { percentText } from './numberText.ts';
import styles from './ShareBars.module.css';

export interface ShareBar {
  label: string;
  /** The baseline's bar, drawn fainter. */
  faint: boolean;
  /** Shares of the whole, 0..1; `colour` is `#rrggbb`, or null for withheld scores. */
  parts: readonly { id: string; share: number; colour: string | null }[];
}

/** A part with less of the bar has no room for its number. */
const leastNamed = 0.14;

/** Stacked bars of shares that change at every frame; silent, as the table beside them says the same in numbers. */
export function ShareBars({ bars }: { bars: readonly ShareBar[] }) {
  return (
    <div className={styles.bars} aria-hidden="true">
      {bars.map(({ label, faint, parts }) => (
        <div key={label} className={styles.row}>
          <span className={styles.label}>{label}</span>
          <span className={classes(styles.bar, faint && styles.faint)}>
            {parts.map(({ id, share, colour }) => (
              <span
                key={id}
                className={styles.part}
                style={{
                  width: `${share * 100}%`,
                  background: colour ?? 'var(--line-strong)',
                  color: colour && !faint ? inkOn(colour) : 'var(--ink)',
                }}
              >
                {share >= leastNamed && <span className={styles.share}>{percentText(share, share < 0.2 ? 0 : 1)}</span>}
              </span>
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
