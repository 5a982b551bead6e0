import type { Interval } from '../stats/Estimate.ts';

/** A way to choose a threshold by how many accounts of the book it flags, whatever happened to them. */
export type MixWay =
  /** As many accounts as the team can work. */
  | { way: 'capacity'; accounts: number }
  /** At most this share of the accounts that have a score, 0..1. */
  | { way: 'target-share'; share: number };

const z90 = 1.6448536269514722;

/**
 * The highest threshold that flags no more accounts than wanted (equal scores go together), midway between two scores of the book; null when the lowest
 * score alone is held by more, or everybody may be flagged. The 90 % range is by order statistics: the scores at ranks k -+ z sqrt(k (1 - k / N))
 * (Conover 1999, 3.2). Scores: NaN = withheld.
 */
export function mixThreshold(bookScores: Float64Array, way: MixWay): { threshold: number | null; range: Interval | null; flagged: number } {
  const ascending = bookScores.filter((score) => !Number.isNaN(score)).sort();
  const wanted = way.way === 'capacity' ? way.accounts : Math.floor(way.share * ascending.length + 1e-9);
  let flagged = Math.min(wanted, ascending.length);
  while (flagged > 0 && flagged < ascending.length && ascending[flagged] === ascending[flagged - 1]) flagged--;
  if (flagged === 0 || flagged === ascending.length) return { threshold: null, range: null, flagged };
  const spread = z90 * Math.sqrt(flagged * (1 - flagged / ascending.length));
  const scoreAt = (rank: number) => ascending[Math.min(ascending.length - 1, Math.max(0, Math.round(rank)))]!;
  return {
    threshold: (ascending[flagged - 1]! + ascending[flagged]!) / 2,
    range: [scoreAt(flagged - 1 - spread), scoreAt(flagged + spread)],
    flagged,
  };
}
