import type { Curve } from '../model/curve.ts';
import { curveBreaks } from './curveBreaks.ts';
import type { ObservedRange } from './ObservedRange.ts';
import { firstStep, type ValuePath, valuePath } from './valuePath.ts';

/** A value a metric could take instead, and how far that is: in its standard deviations; another category, or becoming known, counts 1. */
export interface Move {
  value: number | string;
  effort: number;
}

/** Levels a path is looked at besides the breaks of the curve. */
const levelsPerPath = 8;

/** What one metric of one account could become within what is observed in the book. */
export class MetricMoves {
  readonly metric: string;
  readonly #range: ObservedRange;
  readonly #start: number | string | null;
  readonly #paths: { path: ValuePath; steps: number[] }[];

  /**
   * @param current the metric's value; null: missing
   * @param curves those the metric is scored by
   * @param rules numbers that conditions of caps and segments compare it with
   */
  constructor(metric: string, current: number | string | null, range: ObservedRange, curves: readonly Curve[], rules: readonly number[]) {
    this.metric = metric;
    this.#range = range;
    this.#start = current;
    this.#paths =
      range.kind === 'number'
        ? pathsOf(range, current, [...curves.flatMap((curve) => (curve.kind === 'categories' ? [] : curveBreaks(curve))), ...rules])
        : [];
  }

  /** Values worth trying, the nearest first. */
  levels(): Move[] {
    const values = [
      ...this.#known(),
      ...this.#paths.flatMap(({ path, steps }) => {
        const spread = Array.from({ length: levelsPerPath }, (_, level) => Math.ceil((path.length * (level + 1)) / levelsPerPath));
        return [...new Set([...steps, ...spread])].filter((step) => step >= 1).map((step) => path.at(step));
      }),
    ];
    return values.map((value) => this.#moveTo(value)).sort((one, other) => one.effort - other.effort);
  }

  /** The nearest value that fulfils a condition; null when none in the range does. */
  nearest(fulfils: (value: number | string) => boolean): Move | null {
    const found = [
      ...this.#known().filter(fulfils),
      ...this.#paths.flatMap(({ path, steps }) => {
        const step = firstStep(steps, (one) => fulfils(path.at(one)));
        return step === null ? [] : [path.at(step)];
      }),
    ].map((value) => this.#moveTo(value));
    return found.sort((one, other) => one.effort - other.effort)[0] ?? null;
  }

  /** Categories, or of a missing number the book's median. */
  #known(): (number | string)[] {
    if (this.#range.kind === 'category') return this.#range.values.filter((value) => value !== this.#start);
    return this.#start === null ? [this.#range.median] : [];
  }

  #moveTo(value: number | string): Move {
    if (this.#range.kind === 'category' || typeof value === 'string') return { value, effort: 1 };
    const { median, sd } = this.#range;
    const distance = Math.abs(value - (typeof this.#start === 'number' ? this.#start : median));
    return { value, effort: (this.#start === null ? 1 : 0) + (sd > 0 ? distance / sd : 0) };
  }
}

function pathsOf(range: Extract<ObservedRange, { kind: 'number' }>, current: number | string | null, breaks: readonly number[]) {
  const start = typeof current === 'number' ? current : range.median;
  return ([1, -1] as const)
    .map((direction) => valuePath(range, start, direction))
    .filter(({ length }) => length > 0)
    .map((path) => {
      // A curve may jump at a break, or on the far side of it.
      const around = breaks.flatMap((value) => [-1, 0, 1].map((by) => path.stepTo(value) + by));
      const steps = [...new Set([...around, path.length])].filter((step) => step >= 1 && step <= path.length);
      return { path, steps: steps.sort((one, other) => one - other) };
    });
}
