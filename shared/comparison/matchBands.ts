import type { Band } from '../model/model.ts';
import { foldCase } from '../scoring/foldCase.ts';

/**
 * For each band of one model its counterpart among another model's, as an index; null when it has none. Bands are the same by id, else by
 * name or letter (ignoring case), else by position where both have as many, else the worst is the worst and the best the best.
 * @param from @param to from worst to best
 */
export function matchBands(from: readonly Band[], to: readonly Band[]): (number | null)[] {
  const found: (number | null)[] = from.map(() => null);
  const pair = (isSame: (one: number, other: number) => boolean) => {
    for (const one of from.keys()) {
      if (found[one] !== null) continue;
      const other = to.findIndex((_, index) => !found.includes(index) && isSame(one, index));
      if (other >= 0) found[one] = other;
    }
  };
  pair((one, other) => from[one]!.id === to[other]!.id);
  pair((one, other) => namesOf(from[one]!).some((name) => namesOf(to[other]!).includes(name)));
  if (from.length === to.length) pair((one, other) => one === other);
  pair((one, other) => (one === 0 && other === 0) || (one === from.length - 1 && other === to.length - 1));
  return found;
}

/** Index of the band a word stands for: its id, name or letter, ignoring case and surrounding spaces; null when it is none of them. */
export function bandNamed(bands: readonly Band[], word: string): number | null {
  const index = bands.findIndex((band) => band.id === foldCase(word) || namesOf(band).includes(foldCase(word)));
  return index < 0 ? null : index;
}

function namesOf({ name, letter }: Band): string[] {
  return [name, ...(letter ? [letter] : [])].map(foldCase);
}
