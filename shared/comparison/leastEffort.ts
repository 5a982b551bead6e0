import type { Frontier } from './Frontier.ts';
import { effortOn, firstReaching, joined } from './Hull.ts';

/** Efforts that differ by less count as the same: a hundredth of a standard deviation, about the grain of the values. */
export const sameEffort = 0.01;

/** One point of each frontier. */
export interface Picks {
  effort: number;
  /** Places on the frontiers, in their order. */
  places: number[];
}

/**
 * The points of these frontiers whose gains add up to what is needed at the least effort, to within `sameEffort`; null where none costs less
 * than `below`. Branch and bound: a point of the first frontier is followed only if the hulls of the others leave room for less.
 */
export function leastEffort(frontiers: readonly Frontier[], needed: number, below: number): Picks | null {
  const [first, ...others] = frontiers;
  if (!first) return needed <= 0 && below > 0 ? { effort: 0, places: [] } : null;
  if (others.length === 0) {
    const place = firstReaching(first.gains, needed);
    return place === null || first.efforts[place]! >= below ? null : { effort: first.efforts[place]!, places: [place] };
  }
  const hull = joined(others.map((one) => one.hull));
  let best: Picks | null = null;
  let limit = below;
  for (const [place, effort] of first.efforts.entries()) {
    if (effort >= limit) break;
    const missing = needed - first.gains[place]!;
    if (effort + effortOn(hull, missing) > limit - sameEffort) continue;
    const rest = leastEffort(others, missing, limit - effort);
    if (!rest) continue;
    best = { effort: effort + rest.effort, places: [place, ...rest.places] };
    limit = best.effort;
  }
  return best;
}
