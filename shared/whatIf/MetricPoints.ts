import type { Curve } from '../model/curve.ts';
import { pointsOf } from '../scoring/pointsOf.ts';
import { fillPoints } from './fillPoints.ts';
import type { MetricValues } from './MetricValues.ts';
import type { Range } from './NodeSums.ts';

/** The values of one metric of some observations, ready to earn points by any curve. */
export class MetricPoints {
  readonly #values: MetricValues;
  #logarithms: Float64Array | null = null;

  constructor(values: MetricValues, rows: Uint32Array) {
    this.#values =
      values.kind === 'numbers'
        ? { kind: 'numbers', values: Float64Array.from(rows, (row) => values.values[row]!) }
        : { ...values, codes: Uint32Array.from(rows, (row) => values.codes[row]!) };
  }

  get bytes(): number {
    if (this.#values.kind === 'categories') return this.#values.codes.byteLength;
    return this.#values.values.byteLength + (this.#logarithms?.byteLength ?? 0);
  }

  /** Whether a curve is for values of this kind. */
  suits({ kind }: Curve): boolean {
    return (kind === 'categories') === (this.#values.kind === 'categories');
  }

  /** Writes the points of a range to the front of `points`, NaN where a value earns none. */
  fill(curve: Curve, { from, to }: Range, points: Float64Array): void {
    if (this.#values.kind === 'categories') {
      const { codes, names } = this.#values;
      const earned = Float64Array.from([...names.map((name) => pointsOf(curve, name) ?? Number.NaN), Number.NaN]);
      for (let entry = from, place = 0; entry < to; entry++, place++) points[place] = earned[codes[entry]!]!;
    } else if (curve.kind !== 'categories') {
      const values = curve.log1p ? this.#onLogScale(this.#values.values) : this.#values.values;
      fillPoints(curve, values.subarray(from, to), points);
    }
  }

  #onLogScale(values: Float64Array): Float64Array {
    this.#logarithms ??= values.map((value) => (value > -1 ? Math.log(1 + value) : Number.NaN));
    return this.#logarithms;
  }
}
