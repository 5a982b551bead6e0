import type { ModelDifference } from '../contract/comparisonCalls.ts';
import type { Cap, Leaf, MissingPolicy, Model, Node, Segment } from '../model/model.ts';
import { effectiveWeights } from '../scoring/effectiveWeights.ts';
import { curveInShort, numberInShort } from './curveInShort.ts';

type Place = { node: Node; parent: string };
type NameOf = (metric: string) => string;

const nothing = '-';

/** What differs between the definitions of two models, in words: the tree first, then from node to node, then bands, segments and rules. */
export function modelDifferences(before: Model, after: Model, nameOf: NameOf = (metric) => metric): ModelDifference[] {
  const [old, now] = [placesOf(before), placesOf(after)];
  const kept = [...now].filter(([id]) => old.has(id));
  return [
    ...treeDifferences(old, now, nameOf),
    ...weightDifferences(before, after, kept, old, nameOf),
    ...kept.flatMap(([id, { node }]) => leafDifferences(old.get(id)!.node, node, nameOf)),
    ...listDifference('bands', 'Bands', before.bands.map(({ name }) => name).join(', '), after.bands.map(({ name }) => name).join(', ')),
    ...listDifference('cuts', 'Band edges', cutsText(before.cuts), cutsText(after.cuts)),
    ...segmentDifferences(before, after, nameOf),
    ...ruleDifferences(before, after),
  ];
}

/** Every node by id, with the name of what it hangs on. */
function placesOf({ dimensions }: Model): Map<string, Place> {
  const collect = (nodes: readonly Node[], parent: string): [string, Place][] =>
    nodes.flatMap((node) => [
      [node.id, { node, parent }] as [string, Place],
      ...(node.kind === 'group' ? collect(node.children, node.name) : []),
    ]);
  return new Map(collect(dimensions, 'the score'));
}

function nodeName(node: Node, nameOf: NameOf): string {
  return node.kind === 'group' ? node.name : nameOf(node.metric);
}

function treeDifferences(old: ReadonlyMap<string, Place>, now: ReadonlyMap<string, Place>, nameOf: NameOf): ModelDifference[] {
  const measured = ({ node, parent }: Place) => `in ${parent}${node.kind === 'metric' ? `, measured by ${nameOf(node.metric)}` : ''}`;
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    const where = nodeName((is ?? was)!.node, nameOf);
    return listDifference('tree', where, was ? measured(was) : nothing, is ? measured(is) : nothing);
  });
}

function weightDifferences(
  before: Model,
  after: Model,
  kept: readonly [string, Place][],
  old: ReadonlyMap<string, Place>,
  nameOf: NameOf,
): ModelDifference[] {
  const [shares, newShares] = [effectiveWeights(before), effectiveWeights(after)];
  const weightText = (weight: number, share: number) => `${numberInShort(weight)} (${numberInShort(100 * share, 1)} % of the score)`;
  return kept.flatMap(([id, { node }]) => {
    const { weight } = old.get(id)!.node;
    if (weight === node.weight) return [];
    return listDifference(
      'weight',
      nodeName(node, nameOf),
      weightText(weight, shares.get(id)!),
      weightText(node.weight, newShares.get(id)!),
    );
  });
}

function leafDifferences(before: Node, after: Node, nameOf: NameOf): ModelDifference[] {
  if (before.kind !== 'metric' || after.kind !== 'metric') return [];
  return [
    ...curveDifference(nodeName(after, nameOf), before.curve, after.curve),
    ...listDifference('missing', nodeName(after, nameOf), missingText(before.missing), missingText(after.missing)),
  ];
}

/** Curves that differ where their short form does not (the knots of a reference) still differ. */
function curveDifference(where: string, before: Leaf['curve'] | undefined, after: Leaf['curve'] | undefined): ModelDifference[] {
  if (same(before, after)) return [];
  const text = (curve: Leaf['curve'] | undefined) => (curve ? curveInShort(curve) : 'as the base');
  return [{ what: 'curve', where, before: text(before), after: text(after) }];
}

function segmentDifferences(before: Model, after: Model, nameOf: NameOf): ModelDifference[] {
  const order = ({ segments }: Model) => segments.map(({ name }) => name).join(', ') || nothing;
  const ids = [...new Set([...before.segments, ...after.segments].map(({ id }) => id))];
  const names = new Map(
    [before, after].flatMap((model) => [...placesOf(model)].map(([id, { node }]) => [id, nodeName(node, nameOf)] as const)),
  );
  return [
    ...listDifference('segment', 'Segments in order', order(before), order(after)),
    ...ids.flatMap((id) => {
      const [was, is] = [before, after].map(({ segments }) => segments.find((segment) => segment.id === id));
      return was && is ? overrideDifferences(was, is, (node) => names.get(node) ?? node) : [];
    }),
  ];
}

function overrideDifferences(before: Segment, after: Segment, nodeNamed: (id: string) => string): ModelDifference[] {
  const keys = (field: 'weights' | 'curves') => [...new Set([...Object.keys(before[field]), ...Object.keys(after[field])])];
  const weight = (one: number | undefined) => (one === undefined ? 'as the base' : numberInShort(one));
  const cuts = (one: readonly number[] | undefined) => (one ? cutsText(one) : 'as the base');
  return [
    ...listDifference('segment', after.name, `where ${before.where}`, `where ${after.where}`),
    ...keys('weights').flatMap((id) =>
      listDifference('segment', `${after.name}: ${nodeNamed(id)}, weight`, weight(before.weights[id]), weight(after.weights[id])),
    ),
    ...keys('curves').flatMap((id) =>
      curveDifference(`${after.name}: ${nodeNamed(id)}`, before.curves[id], after.curves[id]).map(
        (one): ModelDifference => ({ ...one, what: 'segment' }),
      ),
    ),
    ...listDifference('segment', `${after.name}: band edges`, cuts(before.cuts), cuts(after.cuts)),
  ];
}

function ruleDifferences(before: Model, after: Model): ModelDifference[] {
  const coverage = ({ minimumCoverage }: Model) => `${numberInShort(100 * minimumCoverage)} %`;
  const stretch = ({ rescale }: Model) =>
    rescale ? `${numberInShort(rescale.from)} to ${numberInShort(rescale.to)} becomes 0-100` : nothing;
  const capOf = ({ caps }: Model, id: string) => caps.find((cap) => cap.id === id);
  const caps = [...new Set([...before.caps, ...after.caps].map(({ id }) => id))];
  return [
    ...listDifference('rule', 'Least coverage', coverage(before), coverage(after)),
    ...listDifference('rule', 'Rescaling', stretch(before), stretch(after)),
    ...caps.flatMap((id) => {
      const [was, is] = [capOf(before, id), capOf(after, id)];
      return listDifference('rule', (is ?? was)!.name, was ? capText(was) : nothing, is ? capText(is) : nothing);
    }),
  ];
}

function capText({ where, score, band }: Cap): string {
  const limits = [
    ...(score === undefined ? [] : [`score at most ${numberInShort(score)}`]),
    ...(band === undefined ? [] : [`band at most ${band}`]),
  ];
  return `${limits.join(' and ')} where ${where}`;
}

function missingText(missing: MissingPolicy): string {
  const words = { redistribute: 'does not count', neutral: 'neutral', worst: 'worst points', 'no-score': 'no score' };
  return missing.policy === 'neutral' ? `${words.neutral} ${numberInShort(missing.points)} points` : words[missing.policy];
}

function cutsText(cuts: readonly number[]): string {
  return cuts.map((cut) => numberInShort(cut)).join(', ') || nothing;
}

function listDifference(what: ModelDifference['what'], where: string, before: string, after: string): ModelDifference[] {
  return before === after ? [] : [{ what, where, before, after }];
}

/** Saved files have their keys in another order than what is being edited. */
function same(one: unknown, other: unknown): boolean {
  const sorted = (_: string, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}
