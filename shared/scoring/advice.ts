import { type Leaf, leavesOf, type Model, type Node } from '../model/model.ts';
import { curveRange } from './curveRange.ts';
import { effectiveWeights } from './effectiveWeights.ts';
import { type Reach, reach } from './reach.ts';

/** Something about a model worth a second look. Advice, never a limit: a model with advice is scored all the same. */
export interface Advice {
  code:
    | 'all-weights-zero'
    | 'reference-not-frozen'
    | 'curve-flat'
    | 'curve-leaves-gaps'
    | 'swing-small'
    | 'factors-unusual'
    | 'group-without-effect'
    | 'range-not-full'
    | 'band-out-of-reach'
    | 'override-without-node';
  /** Node the advice is about; null for the whole model. */
  node: string | null;
  sentence: string;
}

/** Swings below this many points of the score are called small. */
const smallestSwing = 1;
const usualFactors = { fewest: 5, most: 7, leastPoints: 10, mostPoints: 20 };

/** Everything to say about a model, the gravest first. `nameOf` gives a metric's name in words. */
export function advice(model: Model, nameOf: (metric: string) => string = (metric) => metric): Advice[] {
  const weights = effectiveWeights(model);
  const leaves = leavesOf(model.dimensions);
  const counting = leaves.filter((leaf) => weights.get(leaf.id)! > 0);
  if (counting.length === 0)
    return [{ code: 'all-weights-zero', node: null, sentence: 'No metric has a weight above 0, so no account can be scored.' }];
  const reached = reach(model);
  return [
    ...counting.flatMap((leaf) => curveAdvice(leaf, nameOf(leaf.metric))),
    ...bandAdvice(model, reached),
    ...swingAdvice(counting, reached, nameOf),
    ...factorAdvice(counting.map((leaf) => 100 * weights.get(leaf.id)!)),
    ...groupAdvice(model.dimensions, weights),
    ...overrideAdvice(model),
  ];
}

function curveAdvice({ id, curve }: Leaf, name: string): Advice[] {
  const { min, max } = curveRange(curve);
  const unfrozen = (curve.kind === 'percentile' && curve.knots.length === 0) || (curve.kind === 'z-score' && curve.reference === null);
  if (unfrozen)
    return [
      {
        code: 'reference-not-frozen',
        node: id,
        sentence: `${name} has no frozen reference yet and counts as missing: freeze it from the book.`,
      },
    ];
  if (min === max)
    return [
      { code: 'curve-flat', node: id, sentence: `${name} earns ${min} points whatever its value, so it tells no account from another.` },
    ];
  if (curve.kind === 'ramp' && curve.outside === 'missing')
    return [
      { code: 'curve-leaves-gaps', node: id, sentence: `${name} counts as missing below ${curve.from.value} and above ${curve.to.value}.` },
    ];
  if (curve.kind === 'categories' && curve.unlisted === 'missing')
    return [{ code: 'curve-leaves-gaps', node: id, sentence: `${name} counts as missing for every category that is not listed.` }];
  return [];
}

function bandAdvice({ bands, cuts }: Model, { min, max }: Reach): Advice[] {
  if (min === null || max === null) return [];
  const found: Advice[] = [];
  if (min > 0.05 || max < 99.95)
    found.push({
      code: 'range-not-full',
      node: null,
      sentence: `The score can reach ${min.toFixed(1)} to ${max.toFixed(1)} only; bands that assume 0-100 mislead. "Rescale to 0-100" stretches it.`,
    });
  for (const [index, band] of bands.entries()) {
    const from = cuts[index - 1] ?? -Infinity;
    const below = cuts[index] ?? Infinity;
    if (max < from)
      found.push({
        code: 'band-out-of-reach',
        node: null,
        sentence: `No account can reach ${band.name}: it begins at ${from}, and the highest score is ${max.toFixed(1)}.`,
      });
    if (min >= below)
      found.push({
        code: 'band-out-of-reach',
        node: null,
        sentence: `No account can fall to ${band.name}: it ends below ${below}, and the lowest score is ${min.toFixed(1)}.`,
      });
  }
  return found;
}

function swingAdvice(leaves: readonly Leaf[], { swings }: Reach, nameOf: (metric: string) => string): Advice[] {
  return leaves.flatMap((leaf): Advice[] => {
    const swing = swings.get(leaf.id) ?? 0;
    if (swing === 0 || swing >= smallestSwing) return [];
    return [
      {
        code: 'swing-small',
        node: leaf.id,
        sentence: `${nameOf(leaf.metric)} moves the score by ${swing.toFixed(2)} points at most, from its worst to its best.`,
      },
    ];
  });
}

function factorAdvice(points: readonly number[]): Advice[] {
  const { fewest, most, leastPoints, mostPoints } = usualFactors;
  const [low, high] = [Math.min(...points), Math.max(...points)];
  const usual = points.length >= fewest && points.length <= most && low >= leastPoints - 1e-9 && high <= mostPoints + 1e-9;
  if (usual) return [];
  const worth = low.toFixed(1) === high.toFixed(1) ? `${low.toFixed(1)} points` : `${low.toFixed(1)} to ${high.toFixed(1)} points`;
  const metrics = points.length === 1 ? '1 metric counts, worth' : `${points.length} metrics count, each worth`;
  return [
    {
      code: 'factors-unusual',
      node: null,
      sentence: `${metrics} ${worth} of the score; scores that people act on usually rest on ${fewest}-${most} factors of ${leastPoints}-${mostPoints} points.`,
    },
  ];
}

function groupAdvice(nodes: readonly Node[], weights: ReadonlyMap<string, number>): Advice[] {
  return nodes.flatMap((node): Advice[] => {
    if (node.kind === 'metric') return [];
    if (node.weight > 0 && weights.get(node.id) === 0)
      return [
        {
          code: 'group-without-effect',
          node: node.id,
          sentence: `${node.name} has a weight but no weighted metric, so its weight goes to its siblings.`,
        },
      ];
    return groupAdvice(node.children, weights);
  });
}

function overrideAdvice({ dimensions, segments }: Model): Advice[] {
  const ids = (nodes: readonly Node[]): string[] =>
    nodes.flatMap((node) => [node.id, ...(node.kind === 'group' ? ids(node.children) : [])]);
  const known = new Set(ids(dimensions));
  return segments.flatMap((segment) =>
    [...Object.keys(segment.weights), ...Object.keys(segment.curves)]
      .filter((id) => !known.has(id))
      .map(
        (id): Advice => ({
          code: 'override-without-node',
          node: null,
          sentence: `${segment.name} overrides "${id}", which is no longer in the tree.`,
        }),
      ),
  );
}
