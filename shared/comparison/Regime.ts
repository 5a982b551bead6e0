import type { NamedValue } from '../expression/expression.ts';
import type { Curve } from '../model/curve.ts';
import type { Model } from '../model/model.ts';
import { bandOf, bandTolerance } from '../scoring/bandOf.ts';
import { pointsOf } from '../scoring/pointsOf.ts';
import type { LookUp, ScoredObservation } from '../scoring/scoreObservation.ts';
import { type Frontier, frontierOf, weighed } from './Frontier.ts';
import type { Region, ValueRegions } from './valueRegions.ts';

/** Added to what is needed, so that a sum in another order reaches it too; far below the tolerance of a band's edge. */
const slack = 1e-9;

/**
 * Some metrics of an account in regions other than their own. Within the regions of all its metrics an account keeps its segment, its caps and
 * what is known of it, so its score is a weighted sum of one curve a metric, and what each metric gains can be added up.
 */
export class Regime {
  readonly regions: readonly Region[];
  /** Points of the roll-up that are missing to the band, with every metric in `regions` at the nearest value there. */
  readonly needed: number;
  readonly #leaves = new Map<string, { curve: Curve; share: number }[]>();
  readonly #valueFor: (metric: string) => NamedValue;
  readonly #frontiers = new Map<string, Frontier>();

  private constructor(regions: readonly Region[], { nodes }: ScoredObservation, needed: number, valueFor: (metric: string) => NamedValue) {
    this.regions = regions;
    this.needed = needed;
    this.#valueFor = valueFor;
    for (const { node, effectiveWeight: share } of nodes) {
      if (node.kind !== 'metric' || share === 0 || pointsOf(node.curve, valueFor(node.metric)) === null) continue;
      this.#leaves.set(node.metric, [...(this.#leaves.get(node.metric) ?? []), { curve: node.curve, share }]);
    }
  }

  /** Null where no value within the regions reaches the band: the score is withheld, or a cap keeps it below. */
  static of(regions: readonly Region[], score: (lookUp: LookUp) => ScoredObservation, lookUp: LookUp, target: number): Regime | null {
    const nearest = new Map(regions.map(({ metric, moves }) => [metric, moves[0]!.value]));
    const valueFor = (name: string) => nearest.get(name) ?? lookUp(name);
    const scored = score(valueFor);
    if (scored.rolledUp === null || scored.withheld !== null || isKeptBelow(scored, target)) return null;
    return new Regime(regions, scored, lowestRolledUp(scored.model, target) - scored.rolledUp + slack, valueFor);
  }

  /** What the values within a region gain: of one of the regime's own, or of the account's, where the metric may also stay. */
  frontier(region: Region): Frontier {
    const { metric, moves } = region;
    const kept = this.#frontiers.get(metric);
    if (kept) return kept;
    const leaves = this.#leaves.get(metric) ?? [];
    const stays = !this.regions.includes(region);
    const [only, ...others] = leaves;
    const made =
      only && others.length === 0
        ? weighed(unitFrontier(region, only.curve, this.#valueFor(metric), stays), only.share)
        : frontierOf(
            moves.map(({ effort }) => effort),
            (move) => leaves.reduce((sum, { curve, share }) => sum + share * gainOf(curve, this.#valueFor(metric), moves[move]!.value), 0),
            stays,
          );
    this.#frontiers.set(metric, made);
    return made;
  }
}

/** Every way to put so many metrics into another region. */
export function otherRegions(all: readonly ValueRegions[], count: number): Region[][] {
  if (count === 0) return [[]];
  return all.flatMap(({ elsewhere }, index) => {
    const rest = elsewhere.length === 0 ? [] : otherRegions(all.slice(index + 1), count - 1);
    return elsewhere.flatMap((region) => rest.map((others) => [region, ...others]));
  });
}

/** Frontiers with the whole score resting on one curve: the same in every regime but for the metric's share. */
const units = new WeakMap<Region, Map<Curve, Frontier>>();

function unitFrontier(region: Region, curve: Curve, from: NamedValue, stays: boolean): Frontier {
  const kept = units.get(region) ?? new Map<Curve, Frontier>();
  units.set(region, kept);
  const made =
    kept.get(curve) ??
    frontierOf(
      region.moves.map(({ effort }) => effort),
      (move) => gainOf(curve, from, region.moves[move]!.value),
      stays,
    );
  kept.set(curve, made);
  return made;
}

function gainOf(curve: Curve, from: NamedValue, to: NamedValue): number {
  return pointsOf(curve, to)! - pointsOf(curve, from)!;
}

function isKeptBelow({ caps, model: { bands, cuts } }: ScoredObservation, target: number): boolean {
  return caps.some(
    ({ score, band }) =>
      (score !== undefined && bandOf(cuts, score) < target) || (band !== undefined && bands.findIndex(({ id }) => id === band) < target),
  );
}

/** The lowest rolled-up score that counts as in a band: Infinity where rescaling ends below it. */
function lowestRolledUp({ cuts, rescale }: Model, target: number): number {
  const edge = cuts[target - 1]! - bandTolerance;
  if (!rescale) return edge;
  if (edge <= 0) return -Infinity;
  return edge > 100 ? Infinity : rescale.from + (edge / 100) * (rescale.to - rescale.from);
}
