import type { Verdict } from '../../../shared/contract/suggestedWeights.ts';
import { classes } from '../../parts/classes.ts';
import styles from './VerdictLine.module.css';

/** What may be said of a suggestion: the verdict large, and why. Its sentence says the verdict first, then a colon; one without is no verdict. */
export function VerdictLine({ verdict: { id, sentence } }: { verdict: Verdict }) {
  const [verdict, ...why] = sentence.split(': ');
  if (why.length === 0) return <p role="status">{sentence}</p>;
  return (
    <p className={classes(styles.verdict, id === 'supported' && styles.supported)} role="status">
      <strong>{verdict}</strong>
      <span>{capitalised(why.join(': '))}</span>
    </p>
  );
}

const capitalised = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
