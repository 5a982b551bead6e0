/** Observations that are rolled up at a time: what is summed of them stays in the processor's nearest cache. */
export const blockRows = 2048;

/** What a node of the tree is for a block of observations. Its value is sum / weight where the weight is above 0; else it does not count. */
export interface NodeSums {
  /** Points of the children that count, and their weight, each child weighing its share of its siblings. */
  readonly sum: Float64Array;
  readonly weight: Float64Array;
  /** Share of the node's own effective weight whose metric is present, 0..1. */
  readonly known: Float64Array;
  /** 1 where a missing metric withholds the score. */
  readonly withheld: Float64Array;
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
