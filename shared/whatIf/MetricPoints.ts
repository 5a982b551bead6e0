import type { Curve } from '../model/curve.ts';
import { pointsOf } from '../scoring/pointsOf.ts';
import type { MetricValues } from './MetricValues.ts';
import type { Range } from './NodeSums.ts';
import { type NumericCurve, onLogScale, pointsFiller } from './pointsFiller.ts';

/** Writes the points of some observations to the front of `points`, NaN where their value earns none. */
export type Earn = (range: Range, points: Float64Array) => void;

/** The values of one metric of some observations, ready to earn points by any curve. */
export class MetricPoints {
  readonly #values: MetricValues;
  #logarithms: Float64Array | null = null;

  constructor(values: MetricValues, rows: Uint32Array) {
    if (values.kind === 'numbers') {
      const own = new Float64Array(rows.length);
      for (let place = 0; place < rows.length; place++) own[place] = values.values[rows[place]!]!;
      this.#values = { kind: 'numbers', values: own };
    } else this.#values = { ...values, codes: Uint32Array.from(rows, (row) => values.codes[row]!) };
  }

  get bytes(): number {
    if (this.#values.kind === 'categories') return this.#values.codes.byteLength;
    return this.#values.values.byteLength + (this.#logarithms?.byteLength ?? 0);
  }

  /** How the values earn points by a curve; null when the curve is not for values of their kind. */
  earning(curve: Curve): Earn | null {
    if (this.#values.kind === 'categories') return curve.kind === 'categories' ? ofCategories(this.#values, curve) : null;
    return curve.kind === 'categories' ? null : this.#ofNumbers(this.#values.values, curve);
  }

  #ofNumbers(values: Float64Array, curve: NumericCurve): Earn {
    if (curve.log1p) this.#logarithms ??= onLogScale(values);
    const onScale = curve.log1p ? this.#logarithms! : values;
    const fill = pointsFiller(curve);
    return ({ from, to }, points) => fill(onScale.subarray(from, to), points);
  }
}

function ofCategories({ codes, names }: Extract<MetricValues, { kind: 'categories' }>, curve: Curve): Earn {
  const earned = Float64Array.from([...names.map((name) => pointsOf(curve, name) ?? Number.NaN), Number.NaN]);
  return ({ from, to }, points) => {
    for (let entry = from, place = 0; entry < to; entry++, place++) points[place] = earned[codes[entry]!]!;
  };
}
