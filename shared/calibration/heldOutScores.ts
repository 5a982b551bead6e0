import type { Model } from '../model/model.ts';
import type { Fold } from './groupFolds.ts';
import type { Pacer } from './Pacer.ts';

/** The score a model gives each observation, exactly as it is scored (curves, missing policies, segments, caps); NaN = withheld. */
export type Scoring = (model: Model) => Promise<Float64Array>;

/**
 * For every row of a fold's test side the score of the model that was made from its training side alone; NaN where no fold tests it. Everything that
 * looks at outcomes belongs into `modelFrom`.
 */
export async function heldOutScores(
  rows: number,
  folds: readonly Fold[],
  modelFrom: (train: Uint32Array, pacer: Pacer) => Promise<Model>,
  score: Scoring,
  pacer: Pacer,
): Promise<Float64Array> {
  const heldOut = new Float64Array(rows).fill(Number.NaN);
  for (const [nth, { train, test }] of folds.entries()) {
    const model = await modelFrom(train, pacer.part(nth / folds.length, (nth + 1) / folds.length));
    const scores = await score(model);
    for (const row of test) heldOut[row] = scores[row]!;
    await pacer.step((nth + 1) / folds.length);
  }
  return heldOut;
}
