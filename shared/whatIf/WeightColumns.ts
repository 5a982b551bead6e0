import type { Range } from './NodeSums.ts';

/** An observation that is scored at one end of the slider and withheld at the other: withheld where k0 p + k1 q is below 0. */
interface Crossing {
  place: number;
  k0: number;
  k1: number;
}

/** Of every observation the four numbers its score follows from while a weight moves; NaN in `n0` where it is withheld throughout. */
export class WeightColumns {
  readonly n0: Float32Array;
  readonly n1: Float32Array;
  readonly e0: Float32Array;
  readonly e1: Float32Array;
  readonly crossings: Crossing[] = [];

  constructor(count: number) {
    this.n0 = new Float32Array(count);
    this.n1 = new Float32Array(count);
    this.e0 = new Float32Array(count);
    this.e1 = new Float32Array(count);
  }

  get bytes(): number {
    return 4 * this.n0.byteLength + 48 * this.crossings.length;
  }

  /** To be called once all crossings are there. */
  sortCrossings(): void {
    this.crossings.sort((one, other) => one.place - other.place);
  }

  /** Writes the scores (n0 p + n1 q) / (e0 p + e1 q) of a range to the front of `scores`, NaN where withheld. */
  fill({ from, to }: Range, p: number, q: number, scores: Float64Array): void {
    const { n0, n1, e0, e1 } = this;
    for (let entry = from, place = 0; entry < to; entry++, place++)
      scores[place] = (n0[entry]! * p + n1[entry]! * q) / (e0[entry]! * p + e1[entry]! * q);
    for (let next = this.#firstCrossing(from); next < this.crossings.length; next++) {
      const { place, k0, k1 } = this.crossings[next]!;
      if (place >= to) break;
      if (k0 * p + k1 * q < 0) scores[place - from] = Number.NaN;
    }
  }

  /** The places of a range whose score the four numbers do not tell at an end: nothing counts there, or a metric withheld it before. */
  openAt({ from, to }: Range, p: number, q: number): Uint32Array {
    const open: number[] = [];
    for (let entry = from; entry < to; entry++)
      if (Number.isNaN(this.n0[entry]!) || this.e0[entry]! * p + this.e1[entry]! * q === 0) open.push(entry);
    return Uint32Array.from(open);
  }

  #firstCrossing(from: number): number {
    let [low, high] = [0, this.crossings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.crossings[middle]!.place < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
