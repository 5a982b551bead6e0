import type { WeightedGroup } from '../scoring/weightedTree.ts';
import { GroupOnRows, shareOf } from './GroupOnRows.ts';
import type { PointsOf } from './ModelColumns.ts';

/** A group above what is in hand. */
export interface Ancestor {
  /** Its other children. */
  others: GroupOnRows;
  /** Weight, among its children's, of the one that leads to what is in hand. */
  share: number;
  /** Its share of the whole score. */
  effectiveWeight: number;
}

/** The groups above the last one of a path, from the nearest to the root. */
export function ancestorsOf(path: readonly WeightedGroup[], points: PointsOf): Ancestor[] {
  return path
    .slice(0, -1)
    .map((group, depth) => {
      const child = path[depth + 1]!;
      return { others: new GroupOnRows(group, points, child), share: shareOf(child, group), effectiveWeight: group.effectiveWeight };
    })
    .reverse();
}
