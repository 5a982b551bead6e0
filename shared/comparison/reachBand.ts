import type { NamedValue } from '../expression/expression.ts';
import { leavesOf, type Model } from '../model/model.ts';
import { type ScoredObservation, scoreObservation } from '../scoring/scoreObservation.ts';
import { MetricMoves, type Move } from './MetricMoves.ts';
import type { ObservedRange } from './ObservedRange.ts';
import { releases } from './releases.ts';
import { ruleBreaks } from './ruleBreaks.ts';

/** New values by metric. */
type Changes = ReadonlyMap<string, number | string>;

/** Some metrics of an account changed so that it reaches a band. */
export interface Way {
  changes: Changes;
  after: ScoredObservation;
  effort: number;
}

/** More metrics at once are not offered. */
const mostMetrics = 3;
/** Metrics that promise most, from which several are combined. */
const mostCombined = 12;
/** Combinations that are worked out exactly, for each way asked for. */
const triedPerWay = 6;

interface Candidate {
  moves: MetricMoves;
  levels: (Move & { gain: number })[];
}

/**
 * The smallest changes of an account's metrics, within the values observed in the book, that bring it to a band or above: of one metric, then
 * of two, then of three, each kind ordered by effort. A single change is the nearest value that reaches the band. Several metrics are combined
 * from the gains they bring alone, after what ends the caps that keep the account below the band; every way is checked by scoring it, and the metric that moves farthest is then taken back as far as the band allows.
 * Metrics that reach the band together with fewer others are not offered again with more. Nothing is found for an account without a score.
 *
 * @param lookUp values of the account by name, as for `scoreObservation`
 * @param ranges by metric; one without a range is left as it is
 * @param target index of the band
 */
export function reachBand(
  model: Model,
  lookUp: (name: string) => NamedValue,
  ranges: ReadonlyMap<string, ObservedRange>,
  target: number,
  limit: number,
): Way[] {
  const current = scoreObservation(model, lookUp);
  const { score } = current;
  if (score === null || current.band === null || current.band >= target) return [];
  const scored = (changes: Changes) => scoreObservation(model, (name) => changes.get(name) ?? lookUp(name));
  const reaches = (changes: Changes) => (scored(changes).band ?? -1) >= target;
  const wayOf = (moves: ReadonlyMap<string, Move>): Way => {
    const changes = new Map([...moves].map(([metric, { value }]) => [metric, value]));
    return { changes, after: scored(changes), effort: [...moves.values()].reduce((sum, { effort }) => sum + effort, 0) };
  };

  const all = movesOf(current, lookUp, ranges);
  const singles: Way[] = [];
  const others: MetricMoves[] = [];
  for (const moves of all) {
    const alone = moves.nearest((value) => reaches(new Map([[moves.metric, value]])));
    if (alone) singles.push(wayOf(new Map([[moves.metric, alone]])));
    else others.push(moves);
  }
  const found = singles.sort(byEffort);
  const starts = releases(current.model, lookUp, others, target)
    .filter(({ size }) => size <= mostMetrics)
    .slice(0, mostCombined)
    .map((moved) => startOf(moved, others, scored, target));
  for (let count = 2; count <= mostMetrics && found.length < limit; count++) {
    const known = found.map(({ changes }) => [...changes.keys()]);
    const ways = starts
      .flatMap((start) => combined(start, count))
      .filter(({ chosen }) => !known.some((metrics) => metrics.every((metric) => chosen.some(({ moves }) => moves.metric === metric))))
      .sort((one, other) => one.effort - other.effort)
      .slice(0, triedPerWay * limit)
      .flatMap(({ chosen }) => {
        const tightened = tighten(chosen, reaches);
        return tightened && needsAll(tightened, reaches) ? [wayOf(tightened)] : [];
      });
    found.push(...ways.sort(byEffort));
  }
  return found.slice(0, limit);
}

const byEffort = (one: Way, other: Way) => one.effort - other.effort;
const mostGain = ({ levels }: Candidate) => levels.at(-1)!.gain;

/** An account that no cap keeps below the band any more, and what more its metrics could bring. */
interface Start {
  released: Combined['chosen'];
  needed: number;
  candidates: Candidate[];
}

function startOf(
  moved: ReadonlyMap<string, Move>,
  all: readonly MetricMoves[],
  scored: (changes: Changes) => ScoredObservation,
  target: number,
): Start {
  const changes = new Map([...moved].map(([metric, { value }]) => [metric, value]));
  const { score, model } = scored(changes);
  const from = score ?? 0;
  const gainOf = (metric: string, value: number | string) => (scored(new Map([...changes, [metric, value]])).score ?? 0) - from;
  const candidates = all
    .map((moves) => ({ moves, levels: frontier(moves.levels().map((level) => ({ ...level, gain: gainOf(moves.metric, level.value) }))) }))
    .filter(({ levels }) => levels.length > 0)
    .sort((one, other) => mostGain(other) - mostGain(one));
  return {
    released: all.flatMap((moves) => (moved.has(moves.metric) ? [{ moves, move: moved.get(moves.metric)! }] : [])),
    needed: (model.cuts[target - 1] ?? 0) - from,
    candidates: candidates.slice(0, mostCombined),
  };
}

/** The cheapest ways that change so many metrics. */
function combined({ released, needed, candidates }: Start, count: number): Combined[] {
  return Array.from({ length: count + 1 }, (_, more) => combinations(candidates, more))
    .flat()
    .filter((some) => new Set([...released, ...some].map(({ moves }) => moves.metric)).size === count)
    .flatMap((some) => {
      const gained = cheapest(some, needed);
      if (!gained) return [];
      const kept = released.filter(({ moves }) => !some.some((one) => one.moves === moves));
      return [{ chosen: [...kept, ...gained.chosen], effort: gained.effort + kept.reduce((sum, { move }) => sum + move.effort, 0) }];
    });
}

/** What the metrics with a weight, and those that caps and segments name, could become. */
function movesOf(
  { model, nodes }: ScoredObservation,
  lookUp: (name: string) => NamedValue,
  ranges: ReadonlyMap<string, ObservedRange>,
): MetricMoves[] {
  const leaves = leavesOf(model.dimensions);
  const rules = ruleBreaks(model);
  const weighted = nodes.flatMap(({ node, state }) => (node.kind === 'metric' && state !== 'observed-only' ? [node.metric] : []));
  return [...new Set([...weighted, ...rules.keys()])].flatMap((metric) => {
    const range = ranges.get(metric);
    const value = lookUp(metric);
    if (!range || typeof value === 'boolean') return [];
    const curves = leaves.filter((leaf) => leaf.metric === metric).map(({ curve }) => curve);
    return [new MetricMoves(metric, value, range, curves, rules.get(metric) ?? [])];
  });
}

/** Levels that bring more than every nearer one. */
function frontier(levels: Candidate['levels']): Candidate['levels'] {
  let most = 1e-9;
  return levels.filter(({ gain }) => {
    if (gain <= most) return false;
    most = gain;
    return true;
  });
}

function combinations<Item>(items: readonly Item[], count: number): Item[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) => combinations(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]));
}

interface Combined {
  chosen: { moves: MetricMoves; move: Move }[];
  effort: number;
}

/** The levels of these metrics whose gains add up to what is needed at the least effort; null when all of them together do not. */
function cheapest(some: readonly Candidate[], needed: number): Combined | null {
  const [first, ...others] = some;
  if (!first) return needed <= 1e-9 ? { chosen: [], effort: 0 } : null;
  const rest = others.reduce((sum, one) => sum + mostGain(one), 0);
  let best: Combined | null = null;
  for (const { gain, ...move } of first.levels) {
    if (gain + rest < needed - 1e-9) continue;
    const below = cheapest(others, needed - gain);
    if (below === null || (best !== null && move.effort + below.effort >= best.effort)) continue;
    best = { chosen: [{ moves: first.moves, move }, ...below.chosen], effort: move.effort + below.effort };
  }
  return best;
}

function needsAll(moves: ReadonlyMap<string, Move>, reaches: (changes: Changes) => boolean): boolean {
  const without = (left: string) =>
    new Map([...moves].flatMap(([metric, { value }]) => (metric === left ? [] : [[metric, value] as const])));
  return [...moves.keys()].every((metric) => !reaches(without(metric)));
}

/** The same metrics, each in turn taken back as far as the others allow, the farthest first; null when they do not reach the band. */
function tighten(chosen: Combined['chosen'], reaches: (changes: Changes) => boolean): Map<string, Move> | null {
  const moves = new Map(chosen.map(({ moves, move }) => [moves.metric, move]));
  const values = () => new Map([...moves].map(([metric, { value }]) => [metric, value]));
  const farthestFirst = [...chosen].sort((one, other) => other.move.effort - one.move.effort);
  for (const { moves: own } of farthestFirst) {
    const others = values();
    const nearest = own.nearest((value) => reaches(others.set(own.metric, value)));
    if (nearest) moves.set(own.metric, nearest);
  }
  return reaches(values()) ? moves : null;
}
