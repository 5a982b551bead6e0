import { designOf } from './design.ts';
import { minimiseLogistic } from './minimiseLogistic.ts';
import type { Pacer } from './Pacer.ts';

/** A logistic regression with coefficients of either sign. */
export interface RidgeFit {
  /** Probability of the outcome at some rows of the columns it was made of. */
  probabilities: (rows: Uint32Array) => Float64Array;
  start: Float64Array;
}

/**
 * Minimises the sum of log losses + penalty / 2 * sum of squared standardised coefficients over the named rows; missing values (NaN) are the mean of
 * those rows. scikit-learn's `LogisticRegression(C=1/penalty)` on standardised columns.
 */
export async function fitRidge(
  columns: readonly Float64Array[],
  outcomes: Uint8Array,
  rows: Uint32Array,
  penalty: number,
  pacer: Pacer,
  start?: Float64Array,
): Promise<RidgeFit> {
  const design = designOf(columns, outcomes, rows);
  const size = columns.length + 1;
  const diagonal = new Float64Array(size * size);
  for (let place = 1; place < size; place++) diagonal[place * size + place] = penalty;
  const { x } = await minimiseLogistic({ design, penalty: diagonal, constraints: [] }, pacer, start);
  const probabilities = (places: Uint32Array) => {
    const logits = new Float64Array(places.length).fill(x[0]!);
    for (const [index, column] of columns.entries()) {
      const [deviation, mean] = [design.deviations[index]!, design.means[index]!];
      if (deviation === 0) continue;
      const slope = x[index + 1]! / deviation;
      for (let place = 0; place < places.length; place++) {
        const value = column[places[place]!]!;
        if (!Number.isNaN(value)) logits[place]! -= slope * (value - mean);
      }
    }
    return logits.map((logit) => 1 / (1 + Math.exp(-logit)));
  };
  return { probabilities, start: x };
}
