import type { Leaf } from '../model/model.ts';
import { suppliedPoints } from '../scoring/rollUpSql.ts';
import type { Earn } from './MetricPoints.ts';
import type { Range } from './NodeSums.ts';

/** Stands for "withheld" where a metric is missing, because too little is known without it. */
export const tooThin = Number.NEGATIVE_INFINITY;

/** Of every observation three numbers: its score is `base + slope * points` while the metric counts (NaN: withheld), else `without`. */
export class LeafColumns {
  readonly base: Float32Array;
  readonly slope: Float32Array;
  /** NaN where nothing else counts; `tooThin`. */
  readonly without: Float32Array;

  constructor(count: number) {
    this.base = new Float32Array(count);
    this.slope = new Float32Array(count);
    this.without = new Float32Array(count);
  }

  get bytes(): number {
    return 3 * this.base.byteLength;
  }

  /** Writes the scores of a range to the front of `scores`, NaN where withheld, of a leaf with that curve and missing policy. */
  fill(range: Range, earn: Earn, leaf: Pick<Leaf, 'curve' | 'missing'>, scores: Float64Array): void {
    earn(range, scores);
    const { base, slope, without } = this;
    const supplied = suppliedPoints({ leaf });
    const withholds = leaf.missing.policy === 'no-score';
    for (let entry = range.from, place = 0; entry < range.to; entry++, place++) {
      const points = scores[place]!;
      // False for NaN; points may lie a rounding error below 0.
      if (points > -1) scores[place] = base[entry]! + slope[entry]! * points;
      else if (withholds || without[entry]! === tooThin) scores[place] = Number.NaN;
      else scores[place] = supplied === null ? without[entry]! : base[entry]! + slope[entry]! * supplied;
    }
  }
}
