import type { Verdict } from '../../../shared/contract/suggestedWeights.ts';
import { classes } from '../../parts/classes.ts';
import styles from './VerdictLine.module.css';

/** What may be said of a suggestion or a version: the verdict large, and why. */
export function VerdictLine({ verdict: { id, headline, reason } }: { verdict: Verdict }) {
  return (
    <p className={classes(styles.verdict, id === 'supported' && styles.supported)} role="status">
      <strong>{headline}</strong>
      <span>{reason}</span>
    </p>
  );
}
