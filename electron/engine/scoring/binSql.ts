import { bandTolerance } from '../../../shared/scoring/bandOf.ts';

/**
 * SQL of the index of a score's bin between `edges` (of `scoreEdges`): each bin owns its lower edge, the last one its upper edge too.
 * Within the tolerance below an edge counts as on it, so that no bin mixes two bands. Missing stays missing.
 */
export function binSql(edges: readonly number[], score: string): string {
  const shifted = `(${score} + ${bandTolerance}::double)`;
  const parted = edges
    .filter((edge) => !Number.isInteger(edge))
    .map((cut) => ` + cast(${shifted} >= ${cut}::double as integer)`)
    .join('');
  const bin = `cast(floor(greatest(0, least(100, ${shifted}))) as integer)${parted}`;
  return `case when ${score} is not null then least(${bin}, ${edges.length - 2}) end`;
}
