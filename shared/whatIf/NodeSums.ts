/** Observations that are rolled up at a time: what is summed of them stays in the processor's nearest cache. */
export const blockRows = 2048;

/** What a node of the tree is for a block of observations. Its value is sum / weight where the weight is above 0; else it does not count. */
export class NodeSums {
  /** Points of the children that count, and their weight, each child weighing its share of its siblings. */
  readonly sum = new Float64Array(blockRows);
  readonly weight = new Float64Array(blockRows);
  /** Share of the node's own effective weight whose metric is present, 0..1. */
  readonly known = new Float64Array(blockRows);
  /** 1 where a missing metric withholds the score. */
  readonly withheld = new Uint8Array(blockRows);

  clear(): void {
    this.sum.fill(0);
    this.weight.fill(0);
    this.known.fill(0);
    this.withheld.fill(0);
  }

  /** Adds a metric of the observations `rows[from]` to `rows[to - 1]`. */
  addLeaf({ points, share, supplied, withholds }: SummedLeaf, rows: Uint32Array, { from, to }: Range): void {
    const { sum, weight, known, withheld } = this;
    const suppliedSum = supplied === null ? 0 : share * supplied;
    const suppliedWeight = supplied === null ? 0 : share;
    const stop = withholds ? 1 : 0;
    for (let row = from, place = 0; row < to; row++, place++) {
      const earned = points[rows[row]!]!;
      // False for NaN; points may lie a rounding error below 0.
      if (earned > -1) {
        sum[place]! += share * earned;
        weight[place]! += share;
        known[place]! += share;
      } else {
        sum[place]! += suppliedSum;
        weight[place]! += suppliedWeight;
        withheld[place]! |= stop;
      }
    }
  }

  /** Adds a group by what it is itself. */
  addGroup(group: NodeSums, length: number, share: number): void {
    const { sum, weight, known, withheld } = this;
    for (let place = 0; place < length; place++) {
      const counting = group.weight[place]!;
      if (counting > 0) {
        sum[place]! += share * (group.sum[place]! / counting);
        weight[place]! += share;
      }
      known[place]! += share * group.known[place]!;
      withheld[place]! |= group.withheld[place]!;
    }
  }
}

/** A metric among its siblings. */
export interface SummedLeaf {
  /** NaN where there are none. */
  points: Float32Array;
  /** Its weight among its siblings', 0..1. */
  share: number;
  /** Points of its missing policy; null when that supplies none. */
  supplied: number | null;
  withholds: boolean;
}

/** Observations from one place up to another, which is not among them. */
export interface Range {
  from: number;
  to: number;
}
