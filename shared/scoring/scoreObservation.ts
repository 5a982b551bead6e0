import { evaluateFilter } from '../expression/evaluateFilter.ts';
import type { NamedValue } from '../expression/expression.ts';
import { parseFilter } from '../expression/parseFilter.ts';
import { type Cap, leavesOf, type Model, type Segment } from '../model/model.ts';
import { curveRange, type PointsRange } from './curveRange.ts';
import { finishScore } from './finishScore.ts';
import { pointsOf } from './pointsOf.ts';
import { rollUp, type ScoredNode, type SuppliedLeaf } from './rollUp.ts';
import { segmentModel } from './segmentModel.ts';
import { type WeightedGroup, weightedLeaves, weightedTree } from './weightedTree.ts';

/** Coverage this little below the minimum still reaches it. */
export const coverageTolerance = 1e-9;

/** Why there is no score: nothing is weighted, nothing is known, a metric that is missing withholds it, or too little is known. */
export type Withheld = 'no-weights' | 'nothing-known' | 'metric-missing' | 'coverage';

/** One observation's score with every step that led to it. */
export interface ScoredObservation {
  /** Null: scored by the base. */
  segment: Segment | null;
  /** The model with the segment's overrides. */
  model: Model;
  /** The tree from the top, every node before its children. */
  nodes: ScoredNode[];
  /** 0..100, before rescaling and caps; null when nothing counts or a missing metric withholds the score. */
  rolledUp: number | null;
  score: number | null;
  /** Index into the model's bands; null when the score is withheld. */
  band: number | null;
  withheld: Withheld | null;
  /** Share of the effective weight whose metric is present, 0..1. */
  coverage: number;
  /** The score with every missing metric at its worst and at its best; null when nothing is weighted. */
  low: number | null;
  high: number | null;
  /** Whether low, high and the score share a band. */
  bandCertain: boolean;
  /** The caps whose condition holds. */
  caps: Cap[];
}

/** The value of a metric by its id, and of whatever else the conditions of segments and caps name. */
export type LookUp = (name: string) => NamedValue;

/**
 * Scores one observation by the rules of docs/SCORING.md.
 * @throws Failure `expression-invalid` for a condition that cannot be read
 */
export function scoreObservation(base: Model, lookUp: LookUp): ScoredObservation {
  return observationScorer(base)(lookUp);
}

/**
 * The same for many observations: what depends on the model alone is found out once.
 * @throws Failure `expression-invalid` for a condition that cannot be read, of whichever segment or cap, before anything is scored
 */
export function observationScorer(base: Model): (lookUp: LookUp) => ScoredObservation {
  const conditions = new Map([...base.segments, ...base.caps].map((one) => [one, parseFilter(one.where)]));
  const scorers = new Map<Segment | null, ReturnType<typeof segmentScorer>>();
  return (lookUp) => {
    const holds = (one: Segment | Cap) => evaluateFilter(conditions.get(one)!, lookUp);
    const segment = base.segments.find(holds) ?? null;
    const scorer = scorers.get(segment) ?? segmentScorer(base, segment);
    scorers.set(segment, scorer);
    return scorer(lookUp, base.caps.filter(holds));
  };
}

/** Scores observations of one segment, or of the base, under the caps that hold. */
function segmentScorer(base: Model, segment: Segment | null): (lookUp: LookUp, caps: Cap[]) => ScoredObservation {
  const model = segmentModel(base, segment);
  const allLeaves = leavesOf(model.dimensions);
  const tree = weightedTree(model);
  const ranged =
    tree && weightedLeaves(tree).map(({ leaf, effectiveWeight }) => ({ id: leaf.id, effectiveWeight, ...curveRange(leaf.curve) }));
  return (lookUp, caps) => {
    const leaves = new Map<string, SuppliedLeaf>();
    for (const leaf of allLeaves) {
      const raw = lookUp(leaf.metric);
      leaves.set(leaf.id, { raw, points: pointsOf(leaf.curve, raw) });
    }
    const { nodes, value } = rollUp(model, leaves);
    const { coverage, low, high } = rangeIfKnown(ranged, leaves);

    const withholds = nodes.some((node) => node.state === 'withholds');
    const rolledUp = withholds ? null : value;
    const withheld = whyWithheld(tree, withholds, rolledUp, coverage < model.minimumCoverage - coverageTolerance);
    const finished = withheld || rolledUp === null ? null : finishScore(model, caps, rolledUp);
    const lowest = low === null ? null : finishScore(model, caps, low);
    const highest = high === null ? null : finishScore(model, caps, high);
    return {
      segment,
      model,
      nodes,
      rolledUp,
      score: finished?.score ?? null,
      band: finished?.band ?? null,
      withheld,
      coverage,
      low: lowest?.score ?? null,
      high: highest?.score ?? null,
      bandCertain: finished !== null && lowest?.band === finished.band && highest?.band === finished.band,
      caps,
    };
  };
}

function whyWithheld(tree: WeightedGroup | null, withholds: boolean, rolledUp: number | null, thin: boolean): Withheld | null {
  if (!tree) return 'no-weights';
  if (withholds) return 'metric-missing';
  if (rolledUp === null) return 'nothing-known';
  return thin ? 'coverage' : null;
}

/** @param ranged every weighted metric with its fewest and most points; null when nothing is weighted */
function rangeIfKnown(
  ranged: readonly ({ id: string; effectiveWeight: number } & PointsRange)[] | null,
  leaves: ReadonlyMap<string, SuppliedLeaf>,
) {
  if (!ranged) return { coverage: 0, low: null, high: null };
  const range = { coverage: 0, low: 0, high: 0 };
  for (const { id, effectiveWeight, min, max } of ranged) {
    const { points } = leaves.get(id)!;
    range.coverage += points === null ? 0 : effectiveWeight;
    range.low += effectiveWeight * (points ?? min);
    range.high += effectiveWeight * (points ?? max);
  }
  return range;
}
