import { namesIn } from '../expression/namesIn.ts';
import { finish } from '../finish.ts';
import { leavesOf, type Model } from '../model/model.ts';
import { type LookUp, observationScorer, type ScoredObservation } from '../scoring/scoreObservation.ts';
import type { Frontier } from './Frontier.ts';
import { effortOn, joined } from './Hull.ts';
import { leastEffort, sameEffort } from './leastEffort.ts';
import type { ObservedRange } from './ObservedRange.ts';
import { otherRegions, Regime } from './Regime.ts';
import { ruleTests } from './ruleTests.ts';
import { type Region, type ValueRegions, valueRegions } from './valueRegions.ts';

/** Some metrics of an account changed so that it reaches a band. */
export interface Way {
  /** New values by metric. */
  changes: ReadonlyMap<string, number | string>;
  after: ScoredObservation;
  /** Sum of the changes, each in standard deviations of its metric in the book; another category, or becoming known, counts 1. */
  effort: number;
}

/** More metrics at once are not offered. */
const mostMetrics = 3;

/**
 * The smallest changes of an account's metrics, within the values observed in the book, that bring it to a band or above: of one metric, then
 * of two, then of three, each kind by effort. Of metrics that reach the band together the least effort is offered, and they are not offered
 * again with more of them. Nothing is found for an account without a score.
 *
 * Smallest means: among all values that `valuesOutward` names for these metrics none reaches the band for less, to within `sameEffort`; every
 * way is scored before it is offered. Only where a rule holds two of the changed metrics against each other may a smaller one be missed.
 *
 * @param lookUp values of the account by name, as for `scoreObservation`
 * @param ranges by metric; one without a range is left as it is
 * @param target index of the band
 */
export function reachBand(model: Model, lookUp: LookUp, ranges: ReadonlyMap<string, ObservedRange>, target: number, limit: number): Way[] {
  return finish(reachBandInParts(model, lookUp, ranges, target, limit));
}

/** The same, part by part: a model of many metrics can hold the thread for seconds, and who walks through may pause between the parts. */
export function* reachBandInParts(
  model: Model,
  lookUp: LookUp,
  ranges: ReadonlyMap<string, ObservedRange>,
  target: number,
  limit: number,
): Generator<undefined, Way[]> {
  const score = observationScorer(model);
  const current = score(lookUp);
  if (current.score === null || current.band === null || current.band >= target) return [];
  const all = regionsOf(model, lookUp, ranges);
  const regimes: Regime[] = [];
  const found: Way[] = [];
  for (let count = 0; count <= mostMetrics && found.length < limit; count++) {
    for (const regions of otherRegions(all, count)) {
      const regime = Regime.of(regions, score, lookUp, target);
      if (regime) regimes.push(regime);
      yield;
    }
    const candidates: Candidate[] = [];
    for (const regime of regimes) {
      candidates.push(...candidatesOf(regime, all, count, found));
      yield;
    }
    found.push(...(yield* cheapestOf(candidates, limit - found.length, score, lookUp, target)));
  }
  return found;
}

/** Metrics that may reach the band together, each within a region. */
interface Candidate {
  metrics: readonly string[];
  regions: readonly Region[];
  frontiers: readonly Frontier[];
  needed: number;
  /** No choice of values costs less. */
  bound: number;
}

/** The metrics that the tree and the rules read, and what they could become. */
function regionsOf(model: Model, lookUp: LookUp, ranges: ReadonlyMap<string, ObservedRange>): ValueRegions[] {
  const leaves = leavesOf(model.dimensions);
  const tests = ruleTests(model);
  return [...new Set([...leaves.map(({ metric }) => metric), ...tests.flatMap((test) => [...namesIn(test)])])].flatMap((metric) => {
    const range = ranges.get(metric);
    if (!range || typeof lookUp(metric) === 'boolean') return [];
    const own = leaves.filter((leaf) => leaf.metric === metric);
    const overrides = model.segments.flatMap(({ curves }) => own.flatMap(({ id }) => curves[id] ?? []));
    const reading = tests.filter((test) => namesIn(test).has(metric));
    return [valueRegions(metric, range, lookUp, [...own.map(({ curve }) => curve), ...overrides], reading)];
  });
}

/** Every choice of so many metrics that could reach the band: those of the regime, and others within their own regions. */
function candidatesOf(regime: Regime, all: readonly ValueRegions[], count: number, found: readonly Way[]): Candidate[] {
  const { regions: own, needed } = regime;
  const gaining = own.length === count ? [] : all.map(({ here }) => here).filter((here) => canGain(regime, here));
  return combinations(gaining, count - own.length).flatMap((others) => {
    const regions = [...own, ...others].map((region) => ({ region, frontier: regime.frontier(region) }));
    // The shortest is gone through, the longest is searched.
    regions.sort((one, other) => one.frontier.efforts.length - other.frontier.efforts.length);
    const metrics = regions.map(({ region }) => region.metric);
    if (found.some(({ changes }) => [...changes.keys()].every((metric) => metrics.includes(metric)))) return [];
    const frontiers = regions.map(({ frontier }) => frontier);
    if (frontiers.reduce((sum, { gains }) => sum + gains.at(-1)!, 0) < needed) return [];
    const bound = effortOn(
      joined(
        frontiers.map(({ hull }) => hull),
        needed,
      ),
      needed,
    );
    return [{ metrics, regions: regions.map(({ region }) => region), frontiers, needed, bound }];
  });
}

function canGain(regime: Regime, here: Region): boolean {
  return !regime.regions.some(({ metric }) => metric === here.metric) && regime.frontier(here).efforts.length > 1;
}

/** The ways that cost least, one for each choice of metrics: candidates by their bounds, until none that is left can be among them. */
function* cheapestOf(
  candidates: readonly Candidate[],
  limit: number,
  score: (lookUp: LookUp) => ScoredObservation,
  lookUp: LookUp,
  target: number,
): Generator<undefined, Way[]> {
  const byMetrics = new Map<string, Way>();
  const cheapest = () => [...byMetrics.values()].sort((one, other) => one.effort - other.effort).slice(0, limit);
  for (const { metrics, regions, frontiers, needed, bound } of [...candidates].sort((one, other) => one.bound - other.bound)) {
    const key = [...metrics].sort().join();
    const worst = cheapest()[limit - 1]?.effort ?? Infinity;
    const below = Math.min(worst, byMetrics.get(key)?.effort ?? Infinity);
    if (bound > worst - sameEffort) break;
    yield;
    const picks = bound > below - sameEffort ? null : leastEffort(frontiers, needed, below);
    if (!picks) continue;
    const changes = new Map(
      picks.places.flatMap((place, index): [string, number | string][] => {
        const { metric, moves } = regions[index]!;
        const move = moves[frontiers[index]!.moves[place]!];
        return move ? [[metric, move.value]] : [];
      }),
    );
    const after = score((name) => changes.get(name) ?? lookUp(name));
    if ((after.band ?? -1) >= target) byMetrics.set(key, { changes, after, effort: picks.effort });
  }
  return cheapest();
}

function combinations<Item>(items: readonly Item[], count: number): Item[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) => combinations(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]));
}
