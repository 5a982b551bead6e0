import type { Range } from './NodeSums.ts';

/** Of every observation the four numbers its score follows from while a weight moves; NaN in `n0` where it is withheld throughout. */
export class WeightColumns {
  readonly n0: Float32Array;
  readonly n1: Float32Array;
  readonly e0: Float32Array;
  readonly e1: Float32Array;
  /** Of observations that are scored at one end of the slider and withheld at the other: withheld where k0 p + k1 q is below 0. */
  #crossings: { k0: Float64Array; k1: Float64Array } | null = null;

  constructor(count: number) {
    this.n0 = new Float32Array(count);
    this.n1 = new Float32Array(count);
    this.e0 = new Float32Array(count);
    this.e1 = new Float32Array(count);
  }

  get bytes(): number {
    return 4 * this.n0.byteLength + 2 * (this.#crossings?.k0.byteLength ?? 0);
  }

  /** Withholds an observation wherever k0 p + k1 q is below 0. */
  cross(entry: number, k0: number, k1: number): void {
    this.#crossings ??= { k0: new Float64Array(this.n0.length), k1: new Float64Array(this.n0.length) };
    this.#crossings.k0[entry] = k0;
    this.#crossings.k1[entry] = k1;
  }

  /** Writes the scores (n0 p + n1 q) / (e0 p + e1 q) of a range to the front of `scores`, NaN where withheld. */
  fill({ from, to }: Range, p: number, q: number, scores: Float64Array): void {
    const { n0, n1, e0, e1 } = this;
    for (let entry = from, place = 0; entry < to; entry++, place++)
      scores[place] = (n0[entry]! * p + n1[entry]! * q) / (e0[entry]! * p + e1[entry]! * q);
    if (!this.#crossings) return;
    const { k0, k1 } = this.#crossings;
    for (let entry = from, place = 0; entry < to; entry++, place++) if (k0[entry]! * p + k1[entry]! * q < 0) scores[place] = Number.NaN;
  }

  /** The places of a range whose score the four numbers do not tell at an end: nothing counts there, or a metric withheld it before. */
  openAt({ from, to }: Range, p: number, q: number): Uint32Array {
    const open: number[] = [];
    for (let entry = from; entry < to; entry++)
      if (Number.isNaN(this.n0[entry]!) || this.e0[entry]! * p + this.e1[entry]! * q === 0) open.push(entry);
    return Uint32Array.from(open);
  }
}
