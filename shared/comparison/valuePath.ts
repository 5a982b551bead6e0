import type { ObservedRange } from './ObservedRange.ts';

type NumberRange = Extract<ObservedRange, { kind: 'number' }>;

/** Values from a starting point outward in one direction, at a grain fit to be read, the nearest first. */
export interface ValuePath {
  /** Number of values; 0 when the start lies at the end of the range. */
  length: number;
  /** The value `step` (1 to length) steps out; the last one is the end of the range. */
  at(step: number): number;
  /** The step of the first value at or beyond `value`, within 1 to length. */
  stepTo(value: number): number;
}

/** The path from `start` towards the range's top (1) or bottom (-1): whole numbers where the metric has only such, else about a hundredth of its sd. */
export function valuePath({ min, max, sd, whole }: NumberRange, start: number, direction: 1 | -1): ValuePath {
  const grain = whole ? 1 : 10 ** (Math.floor(Math.log10(sd > 0 ? sd : 1)) - 2);
  const end = direction === 1 ? max : min;
  // The grid point at the start or just short of it.
  const origin = direction * Math.floor((direction * start) / grain + 1e-9);
  const length = Math.max(0, Math.ceil((direction * end) / grain - direction * origin - 1e-9));
  return {
    length,
    at: (step) => (step >= length ? end : Number(((origin + direction * step) * grain).toPrecision(12))),
    stepTo: (value) => Math.min(length, Math.max(1, Math.ceil((direction * value) / grain - direction * origin - 1e-9))),
  };
}

/**
 * The first step of a path that fulfils a condition, looked for between `steps` (ascending), where the condition changes once at most; null
 * when none does.
 */
export function firstStep(steps: readonly number[], fulfils: (step: number) => boolean): number | null {
  let outside = 0;
  for (const step of steps) {
    if (!fulfils(step)) {
      outside = step;
      continue;
    }
    let inside = step;
    while (inside - outside > 1) {
      const middle = Math.floor((inside + outside) / 2);
      if (fulfils(middle)) inside = middle;
      else outside = middle;
    }
    return inside;
  }
  return null;
}
