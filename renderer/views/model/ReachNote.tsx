import { useMemo } from 'react';
import type { Model } from '../../../shared/model/model.ts';
import { reach } from '../../../shared/scoring/reach.ts';
import { scoreText } from '../../charts/numberText.ts';
import styles from './ReachNote.module.css';

/** The scores the model can give, from every metric at its worst to every metric at its best. */
export function ReachNote({ model }: { model: Model }) {
  const { min, max, swings } = useMemo(() => reach(model), [model]);
  if (min === null || max === null) return <p className={styles.note}>Nothing is weighted yet, so there is no score.</p>;
  const small = [...swings.values()].filter((swing) => swing < 1).length;
  return (
    <p className={styles.note}>
      Reachable scores: {scoreText(min)} to {scoreText(max)}.
      {small > 0 && ` ${small} of ${swings.size} metrics can move the score by less than 1 point.`} The line on a slider is where the weight
      was.
    </p>
  );
}
