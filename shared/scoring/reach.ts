import type { Model } from '../model/model.ts';
import { curveRange } from './curveRange.ts';
import { rescaled } from './finishScore.ts';
import { weightedLeaves, weightedTree } from './weightedTree.ts';

/** The scores a model can give when every metric is present, before caps. */
export interface Reach {
  /** 0..100; both null when nothing is weighted. */
  min: number | null;
  max: number | null;
  /** Points the score moves when a metric goes from its worst to its best, by leaf id; 0 for what is observed only. */
  swings: Map<string, number>;
}

/** The reachable range of the score and every metric's maximum swing. For a segment: of its own model. */
export function reach(model: Model): Reach {
  const tree = weightedTree(model);
  if (!tree) return { min: null, max: null, swings: new Map() };
  const swings = new Map<string, number>();
  const stretch = model.rescale ? 100 / (model.rescale.to - model.rescale.from) : 1;
  const before = rolledUpReach(model)!;
  for (const { leaf, effectiveWeight } of weightedLeaves(tree)) {
    const { min, max } = curveRange(leaf.curve);
    swings.set(leaf.id, effectiveWeight * (max - min) * stretch);
  }
  return { min: rescaled(model, before.min), max: rescaled(model, before.max), swings };
}

/** The reachable range before rescaling; null when nothing is weighted. */
export function rolledUpReach(model: Pick<Model, 'dimensions'>): { min: number; max: number } | null {
  const tree = weightedTree(model);
  if (!tree) return null;
  const range = { min: 0, max: 0 };
  for (const { leaf, effectiveWeight } of weightedLeaves(tree)) {
    const { min, max } = curveRange(leaf.curve);
    range.min += effectiveWeight * min;
    range.max += effectiveWeight * max;
  }
  return range;
}
