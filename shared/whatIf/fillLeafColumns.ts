import type { Model } from '../model/model.ts';
import { coverageTolerance } from '../scoring/scoreObservation.ts';
import { weightedTree } from '../scoring/weightedTree.ts';
import { type Arrangement, rangeOfSegment } from './Arrangement.ts';
import { ancestorsOf } from './ancestorsOf.ts';
import { blocksOf } from './blocksOf.ts';
import { GroupOnRows, shareOf } from './GroupOnRows.ts';
import type { LeafColumns } from './LeafColumns.ts';
import { tooThin } from './lineProcedure.ts';
import type { PointsOf } from './ModelColumns.ts';
import { blockRows, type NodeSums } from './NodeSums.ts';
import { pathTo } from './pathTo.ts';
import { rescaling } from './rescaling.ts';

/**
 * Prepares the observations of a segment, by its model, for changes of a metric's points. With A and B summed
 * over its siblings that count, and w its own weight, its parent's value is A / (B + w) + w / (B + w) * points, or A / B without it; the same
 * step goes up through every group above. False, and nothing is written, when the metric is no part of the score.
 */
export function fillLeafColumns(
  columns: LeafColumns,
  model: Model,
  leaf: string,
  points: PointsOf,
  arrangement: Arrangement,
  segment: number,
): boolean {
  const tree = weightedTree(model);
  const path = tree && pathTo(tree, leaf);
  if (!path) return false;
  const parent = path.at(-1)!;
  const held = parent.children.find((child) => child.kind === 'metric' && child.leaf.id === leaf)!;
  const nearest = { others: new GroupOnRows(parent, points, held), share: shareOf(held, parent), effectiveWeight: parent.effectiveWeight };
  const groups = [nearest, ...ancestorsOf(path, points)];
  const block = new LineBlock();
  const { from, to } = rangeOfSegment(arrangement, segment);
  for (const place of blocksOf(from, to)) {
    block.clear();
    for (const group of groups) block.climb(group.others.sum(arrangement.ascending, place), place.to - place.from, group);
    block.write(columns, arrangement.places.subarray(place.from, place.to), model, held.effectiveWeight);
  }
  return true;
}

/** A node's value for a block of observations: `base + slope * points` with the metric in hand, `without` (NaN: does not count) without it. */
class LineBlock {
  readonly #base = new Float64Array(blockRows);
  readonly #slope = new Float64Array(blockRows);
  readonly #without = new Float64Array(blockRows);
  /** Share of the score whose metric is present, the one in hand left out. */
  readonly #known = new Float64Array(blockRows);
  readonly #withheld = new Uint8Array(blockRows);

  /** To the metric itself. */
  clear(): void {
    this.#base.fill(0);
    this.#slope.fill(1);
    this.#without.fill(Number.NaN);
    this.#known.fill(0);
    this.#withheld.fill(0);
  }

  /** Goes up to the group above, by the sums over its other children; `share` is the weight of the node among them. */
  climb(
    { sum, weight, known, withheld }: NodeSums,
    length: number,
    { share, effectiveWeight }: { share: number; effectiveWeight: number },
  ): void {
    for (let place = 0; place < length; place++) {
      const [others, counting] = [sum[place]!, weight[place]!];
      const without = this.#without[place]!;
      this.#base[place] = (others + share * this.#base[place]!) / (counting + share);
      this.#slope[place]! *= share / (counting + share);
      if (!Number.isNaN(without)) this.#without[place] = (others + share * without) / (counting + share);
      else if (counting > 0) this.#without[place] = others / counting;
      this.#known[place]! += effectiveWeight * known[place]!;
      this.#withheld[place]! |= withheld[place]!;
    }
  }

  write(columns: LeafColumns, places: Uint32Array, model: Model, effectiveWeight: number): void {
    const { times, from } = rescaling(model);
    const least = model.minimumCoverage - coverageTolerance;
    for (let place = 0; place < places.length; place++) {
      const entry = places[place]!;
      const known = this.#known[place]!;
      const never = this.#withheld[place] === 1 || known + effectiveWeight < least;
      columns.base[entry] = never ? Number.NaN : times * (this.#base[place]! - from);
      columns.slope[entry] = times * this.#slope[place]!;
      columns.without[entry] = never || known < least ? tooThin : times * (this.#without[place]! - from);
    }
  }
}
