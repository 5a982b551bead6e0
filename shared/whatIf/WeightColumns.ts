import { compile } from '../vector/compile.ts';
import type { Range } from './NodeSums.ts';
import { ratioProcedure } from './ratioProcedure.ts';
import { addressIn, type ScoreMemory, scoreMemory } from './scoreMemory.ts';

interface Procedures {
  /** Addresses, then numbers: see `ratioProcedure`. */
  ratio(n0: number, n1: number, e0: number, e1: number, into: number, end: number, p: number, q: number): void;
}

const withMemory = compile<Procedures>([ratioProcedure()]);

/** Of every observation the four numbers its score follows from while a weight moves; NaN in `n0` where it is withheld throughout. */
export class WeightColumns {
  readonly n0: Float32Array;
  readonly n1: Float32Array;
  readonly e0: Float32Array;
  readonly e1: Float32Array;
  readonly #memory: ScoreMemory<Procedures>;
  /** Places of the observations that are scored at one end of the slider and withheld at the other, ascending: withheld where k0 p + k1 q is below 0. */
  #crossings = { at: new Uint32Array(0), k0: new Float64Array(0), k1: new Float64Array(0) };
  /** The same while they come, which is in no order. */
  #coming: { k0: Float64Array; k1: Float64Array } | null = null;

  constructor(count: number) {
    this.#memory = scoreMemory(withMemory, count, 4);
    [this.n0, this.n1, this.e0, this.e1] = this.#memory.columns as [Float32Array, Float32Array, Float32Array, Float32Array];
  }

  get bytes(): number {
    const { at, k0, k1 } = this.#crossings;
    return 4 * this.n0.byteLength + at.byteLength + k0.byteLength + k1.byteLength;
  }

  /** Withholds an observation wherever k0 p + k1 q is below 0, once all have come (`settle`). */
  cross(entry: number, k0: number, k1: number): void {
    this.#coming ??= {
      k0: new Float64Array(this.n0.length).fill(Number.NaN),
      k1: new Float64Array(this.n0.length),
    };
    this.#coming.k0[entry] = k0;
    this.#coming.k1[entry] = k1;
  }

  /** All that cross have come. */
  settle(): void {
    if (!this.#coming) return;
    const { k0, k1 } = this.#coming;
    const crossing: number[] = [];
    for (let entry = 0; entry < k0.length; entry++) if (!Number.isNaN(k0[entry]!)) crossing.push(entry);
    const at = Uint32Array.from(crossing);
    this.#crossings = { at, k0: Float64Array.from(at, (entry) => k0[entry]!), k1: Float64Array.from(at, (entry) => k1[entry]!) };
    this.#coming = null;
  }

  /** Writes the scores (n0 p + n1 q) / (e0 p + e1 q) of a range of at most `blockRows` to the front of `scores`, NaN where withheld. */
  fill({ from, to }: Range, p: number, q: number, scores: Float64Array): void {
    // The procedure looks whether it is done after it divided.
    if (to === from) return;
    const { exports, scores: own, columns } = this.#memory;
    const [n0, n1, e0, e1] = columns.map((column) => addressIn(column, from)) as [number, number, number, number];
    exports.ratio(n0, n1, e0, e1, 0, 8 * (to - from), p, q);
    scores.set(own.subarray(0, to - from));
    const { at, k0, k1 } = this.#crossings;
    for (let index = firstNotBelow(at, from); index < at.length && at[index]! < to; index++)
      if (k0[index]! * p + k1[index]! * q < 0) scores[at[index]! - from] = Number.NaN;
  }

  /** The places of a range whose score the four numbers do not tell at an end: nothing counts there, or a metric withheld it before. */
  openAt({ from, to }: Range, p: number, q: number): Uint32Array {
    const open: number[] = [];
    for (let entry = from; entry < to; entry++)
      if (Number.isNaN(this.n0[entry]!) || this.e0[entry]! * p + this.e1[entry]! * q === 0) open.push(entry);
    return Uint32Array.from(open);
  }
}

/** Index of the first of ascending numbers that is not below another. */
function firstNotBelow(ascending: Uint32Array, least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
