import type { Model } from '../../shared/model/model.ts';
import { numberText } from './numberText.ts';

/** The edges of band `index` (worst = 0) in words that state inclusion: "60 ≤ score < 80". `cuts` may be a segment's own. */
export function bandRange(cuts: readonly number[], index: number): string {
  const from = cuts[index - 1];
  const to = cuts[index];
  const low = `${numberText(from ?? 0, 2)} ≤ score`;
  return to === undefined ? `${low} ≤ 100` : `${low} < ${numberText(to, 2)}`;
}

/** The same range as a sentence is read: "60 or more, below 80". */
export function bandRangeInWords(cuts: readonly number[], index: number): string {
  const from = cuts[index - 1];
  const to = cuts[index];
  if (from === undefined) return to === undefined ? 'any score' : `below ${numberText(to, 2)}`;
  return to === undefined ? `${numberText(from, 2)} or more` : `${numberText(from, 2)} or more, below ${numberText(to, 2)}`;
}

/** The cut points that hold for a segment: its own, or the model's. */
export function cutsOf(model: Pick<Model, 'cuts' | 'segments'>, segment: string): readonly number[] {
  return model.segments.find((each) => each.id === segment)?.cuts ?? model.cuts;
}
