import { blockRows, type NodeSums } from './NodeSums.ts';

const column = () => new Float64Array(blockRows);

/**
 * A node's value (n0 p + n1 q) / (e0 p + e1 q) for a block of observations, and the coverage below it: outside + (k0 p + k1 q) / total, by
 * the weight that moves. Where e0 and e1 are 0 the node does not count.
 */
export class RatioBlock {
  readonly n0 = column();
  readonly n1 = column();
  readonly e0 = column();
  readonly e1 = column();
  /** Of the moved node and its siblings: weight whose metric is present. */
  readonly k0 = column();
  readonly k1 = column();
  /** Share of the whole score whose metric is present elsewhere in the tree. */
  readonly outside = column();
  /** 1 where a missing metric withholds the score. */
  readonly withheld = new Uint8Array(blockRows);

  clear(): void {
    for (const sums of [this.n0, this.n1, this.e0, this.e1, this.k0, this.k1, this.outside]) sums.fill(0);
    this.withheld.fill(0);
  }

  /** Adds a sibling of the moved node, or that itself, whose weight is `start * p + end * q`. */
  addSibling({ sum, weight, known, withheld }: NodeSums, length: number, start: number, end: number): void {
    for (let place = 0; place < length; place++) {
      const counting = weight[place]!;
      if (counting > 0) {
        const value = sum[place]! / counting;
        this.n0[place]! += start * value;
        this.n1[place]! += end * value;
        this.e0[place]! += start;
        this.e1[place]! += end;
      }
      this.k0[place]! += start * known[place]!;
      this.k1[place]! += end * known[place]!;
      this.withheld[place]! |= withheld[place]!;
    }
  }

  /** Goes up to the group above, by the sums over its other children; `share` is the weight of the node among them. */
  climb(
    { sum, weight, known, withheld }: NodeSums,
    length: number,
    { share, effectiveWeight }: { share: number; effectiveWeight: number },
  ): void {
    const { n0, n1, e0, e1 } = this;
    for (let place = 0; place < length; place++) {
      const [others, counting] = [sum[place]!, weight[place]!];
      if (e0[place]! + e1[place]! > 0) {
        n0[place] = others * e0[place]! + share * n0[place]!;
        n1[place] = others * e1[place]! + share * n1[place]!;
        e0[place]! *= counting + share;
        e1[place]! *= counting + share;
      } else {
        n0[place] = others;
        n1[place] = others;
        e0[place] = counting;
        e1[place] = counting;
      }
      this.outside[place]! += effectiveWeight * known[place]!;
      this.withheld[place]! |= withheld[place]!;
    }
  }
}
