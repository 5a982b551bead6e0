/** Names of the columns between the stages of a scoring query; the dot keeps those of a node apart from everything else. */
export const columnNames = {
  /** A metric as it is observed. */
  metric: (metric: string) => `metric.${metric}`,
  /** Of a leaf: weighted points, 0 where its metric is missing; or, where its curve leaves gaps, plain points. */
  weighted: (leaf: string) => `weighted.${leaf}`,
  points: (leaf: string) => `points.${leaf}`,
  /** Of a group: weighted points of its own metrics, and weight of those present. */
  earned: (group: string) => `earned.${group}`,
  known: (group: string) => `known.${group}`,
  /** Weighted points its missing metrics would earn at their worst, at their best. */
  worst: (group: string) => `worst.${group}`,
  best: (group: string) => `best.${group}`,
  /** Weighted points and weight of all children that count. */
  sum: (group: string) => `sum.${group}`,
  weight: (group: string) => `weight.${group}`,
  /** Of a leaf: weighted points it lacks to its best. */
  lost: (leaf: string) => `lost.${leaf}`,
  /** Most weighted points one of its metrics lacks, and the same in points of the score. */
  deficit: (group: string) => `deficit.${group}`,
  loss: (group: string) => `loss.${group}`,
  /** Of `score`, `low` and `high`: rolled up, after rescaling, and the index of the band. */
  rolledUp: (name: string) => `${name}.rolled_up`,
  stretched: (name: string) => `${name}.stretched`,
  band: (name: string) => `${name}.band`,
} as const;

/** Points of the score that present metrics earn when every metric is present. */
export const earnedColumn = 'earned';

/** What caps allow at most. */
export const ceilingColumn = 'score_ceiling';
export const bandCeilingColumn = 'band_ceiling';
