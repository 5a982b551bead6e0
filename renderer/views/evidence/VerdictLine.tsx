import type { Verdict } from '../../../shared/contract/suggestedWeights.ts';
import { classes } from '../../parts/classes.ts';
import styles from './VerdictLine.module.css';

const names: Record<Verdict['id'], string> = {
  supported: 'Supported',
  'not-supported': 'Not supported',
  'exploratory-only': 'Exploratory only',
  'not-opened': 'No verdict yet',
};

/** What may be said of a suggestion, large and in words. */
export function VerdictLine({ verdict }: { verdict: Verdict }) {
  return (
    <p className={classes(styles.verdict, verdict.id === 'supported' && styles.supported)}>
      <strong>{names[verdict.id]}</strong>
      <span>{verdict.sentence}</span>
    </p>
  );
}
