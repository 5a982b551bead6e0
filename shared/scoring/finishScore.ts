import type { Cap, Model } from '../model/model.ts';
import { bandOf } from './bandOf.ts';

/** Maps the rescaled range to 0..100; what lies outside it to the nearer end. Without the step: the score as it is. */
export function rescaled({ rescale }: Model, score: number): number {
  if (!rescale) return score;
  if (score <= rescale.from) return 0;
  return score >= rescale.to ? 100 : (score - rescale.from) * (100 / (rescale.to - rescale.from));
}

/** What becomes of a rolled-up score: rescaled, then under the caps that hold; and its band's index. */
export function finishScore(model: Model, caps: readonly Cap[], rolledUp: number): { score: number; band: number } {
  const score = Math.min(rescaled(model, rolledUp), ...caps.map((cap) => cap.score ?? Infinity));
  const highest = caps.map((cap) => (cap.band === undefined ? model.bands.length - 1 : model.bands.findIndex(({ id }) => id === cap.band)));
  return { score, band: Math.min(bandOf(model.cuts, score), ...highest) };
}
