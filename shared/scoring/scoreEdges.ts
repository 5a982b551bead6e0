import type { Model } from '../model/model.ts';

/** Edges of the bins a distribution of scores is counted in, ascending: every point from 0 to 100, and every cut of the model and its segments. */
export function scoreEdges({ cuts, segments }: Pick<Model, 'cuts' | 'segments'>): number[] {
  const points = Array.from({ length: 101 }, (_, edge) => edge);
  const inner = [cuts, ...segments.map((segment) => segment.cuts ?? [])].flat().filter((cut) => cut > 0 && cut < 100);
  return [...new Set([...points, ...inner])].sort((one, other) => one - other);
}
