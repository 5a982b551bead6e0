import type { ModelDifference } from '../contract/comparisonCalls.ts';
import type { Cap, Leaf, MissingPolicy, Model, Node, Segment } from '../model/model.ts';
import { effectiveWeights } from '../scoring/effectiveWeights.ts';
import { curveInShort, mostDecimals, type WriteNumber } from './curveInShort.ts';

type Place = { node: Node; parent: string };
/** What metrics are called and how numbers are written. */
interface Words {
  nameOf: (metric: string) => string;
  write: (value: number, decimals?: number) => string;
}

const nothing = '-';

/**
 * What differs between the definitions of two models, in words: the tree first, then from node to node, then bands, segments and rules.
 * @param write numbers as they are written where this is read; without it as in a file
 */
export function modelDifferences(
  before: Model,
  after: Model,
  nameOf: (metric: string) => string = (metric) => metric,
  write: WriteNumber = (value, decimals) => String(Number(value.toFixed(decimals))),
): ModelDifference[] {
  const words: Words = { nameOf, write: (value, decimals = mostDecimals) => write(value, decimals) };
  const [old, now] = [placesOf(before), placesOf(after)];
  const kept = [...now].filter(([id]) => old.has(id));
  return [
    ...treeDifferences(old, now, words),
    ...weightDifferences(before, after, kept, old, words),
    ...kept.flatMap(([id, { node }]) => leafDifferences(old.get(id)!.node, node, words)),
    ...listDifference('bands', 'Bands', before.bands.map(({ name }) => name).join(', '), after.bands.map(({ name }) => name).join(', ')),
    ...listDifference('cuts', 'Band edges', cutsText(before.cuts, words), cutsText(after.cuts, words)),
    ...segmentDifferences(before, after, words),
    ...ruleDifferences(before, after, words),
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

function nodeName(node: Node, { nameOf }: Words): string {
  return node.kind === 'group' ? node.name : nameOf(node.metric);
}

function treeDifferences(old: ReadonlyMap<string, Place>, now: ReadonlyMap<string, Place>, words: Words): ModelDifference[] {
  const measured = ({ node, parent }: Place) => `in ${parent}${node.kind === 'metric' ? `, measured by ${words.nameOf(node.metric)}` : ''}`;
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    const where = nodeName((is ?? was)!.node, words);
    return listDifference('tree', where, was ? measured(was) : nothing, is ? measured(is) : nothing);
  });
}

function weightDifferences(
  before: Model,
  after: Model,
  kept: readonly [string, Place][],
  old: ReadonlyMap<string, Place>,
  words: Words,
): ModelDifference[] {
  const [shares, newShares] = [effectiveWeights(before), effectiveWeights(after)];
  const weightText = (weight: number, share: number) => `${words.write(weight)} (${words.write(100 * share, 1)} % of the score)`;
  return kept.flatMap(([id, { node }]) => {
    const { weight } = old.get(id)!.node;
    if (weight === node.weight) return [];
    return listDifference(
      'weight',
      nodeName(node, words),
      weightText(weight, shares.get(id)!),
      weightText(node.weight, newShares.get(id)!),
    );
  });
}

function leafDifferences(before: Node, after: Node, words: Words): ModelDifference[] {
  if (before.kind !== 'metric' || after.kind !== 'metric') return [];
  return [
    ...curveDifference(nodeName(after, words), before.curve, after.curve, words),
    ...listDifference('missing', nodeName(after, words), missingText(before.missing, words), missingText(after.missing, words)),
  ];
}

/** Curves that differ where their short form does not (the knots of a reference) still differ. */
function curveDifference(
  where: string,
  before: Leaf['curve'] | undefined,
  after: Leaf['curve'] | undefined,
  { write }: Words,
): ModelDifference[] {
  if (same(before, after)) return [];
  const text = (curve: Leaf['curve'] | undefined) => (curve ? curveInShort(curve, write) : 'as the base');
  return [{ what: 'curve', where, before: text(before), after: text(after) }];
}

function segmentDifferences(before: Model, after: Model, words: Words): ModelDifference[] {
  const order = ({ segments }: Model) => segments.map(({ name }) => name).join(', ') || nothing;
  const ids = [...new Set([...before.segments, ...after.segments].map(({ id }) => id))];
  const names = new Map(
    [before, after].flatMap((model) => [...placesOf(model)].map(([id, { node }]) => [id, nodeName(node, words)] as const)),
  );
  return [
    ...listDifference('segment', 'Segments in order', order(before), order(after)),
    ...ids.flatMap((id) => {
      const [was, is] = [before, after].map(({ segments }) => segments.find((segment) => segment.id === id));
      return was && is ? overrideDifferences(was, is, (node) => names.get(node) ?? node, words) : [];
    }),
  ];
}

function overrideDifferences(before: Segment, after: Segment, nodeNamed: (id: string) => string, words: Words): ModelDifference[] {
  const keys = (field: 'weights' | 'curves') => [...new Set([...Object.keys(before[field]), ...Object.keys(after[field])])];
  const weight = (one: number | undefined) => (one === undefined ? 'as the base' : words.write(one));
  const cuts = (one: readonly number[] | undefined) => (one ? cutsText(one, words) : 'as the base');
  return [
    ...listDifference('segment', after.name, `where ${before.where}`, `where ${after.where}`),
    ...keys('weights').flatMap((id) =>
      listDifference('segment', `${after.name}: ${nodeNamed(id)}, weight`, weight(before.weights[id]), weight(after.weights[id])),
    ),
    ...keys('curves').flatMap((id) =>
      curveDifference(`${after.name}: ${nodeNamed(id)}`, before.curves[id], after.curves[id], words).map(
        (one): ModelDifference => ({ ...one, what: 'segment' }),
      ),
    ),
    ...listDifference('segment', `${after.name}: band edges`, cuts(before.cuts), cuts(after.cuts)),
  ];
}

function ruleDifferences(before: Model, after: Model, words: Words): ModelDifference[] {
  const coverage = ({ minimumCoverage }: Model) => `${words.write(100 * minimumCoverage)} %`;
  const stretch = ({ rescale }: Model) => (rescale ? `${words.write(rescale.from)} to ${words.write(rescale.to)} becomes 0-100` : nothing);
  const capOf = ({ caps }: Model, id: string) => caps.find((cap) => cap.id === id);
  const caps = [...new Set([...before.caps, ...after.caps].map(({ id }) => id))];
  return [
    ...listDifference('rule', 'Least coverage', coverage(before), coverage(after)),
    ...listDifference('rule', 'Rescaling', stretch(before), stretch(after)),
    ...caps.flatMap((id) => {
      const [was, is] = [capOf(before, id), capOf(after, id)];
      return listDifference('rule', (is ?? was)!.name, was ? capText(was, words) : nothing, is ? capText(is, words) : nothing);
    }),
  ];
}

function capText({ where, score, band }: Cap, { write }: Words): string {
  const limits = [
    ...(score === undefined ? [] : [`score at most ${write(score)}`]),
    ...(band === undefined ? [] : [`band at most ${band}`]),
  ];
  return `${limits.join(' and ')} where ${where}`;
}

function missingText(missing: MissingPolicy, { write }: Words): string {
  const words = { redistribute: 'does not count', neutral: 'neutral', worst: 'worst points', 'no-score': 'no score' };
  return missing.policy === 'neutral' ? `${words.neutral} ${write(missing.points)} points` : words[missing.policy];
}

function cutsText(cuts: readonly number[], { write }: Words): string {
  return cuts.map((cut) => write(cut)).join(', ') || nothing;
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
