import type { ObservedRange } from './ObservedRange.ts';

/** Figures of a number that are told apart. */
const mostFigures = 11;

/**
 * Values from a starting point towards the range's top (1) or bottom (-1), the nearest first and the end last, at a grain fit to be read: whole
 * numbers where the metric has only such, else between a thousandth and a hundredth of its sd; and of a distance of a thousand grains or more,
 * three figures.
 */
export function valuesOutward(
  { min, max, sd, whole }: Extract<ObservedRange, { kind: 'number' }>,
  start: number,
  direction: 1 | -1,
): number[] {
  const end = direction === 1 ? max : min;
  if (direction * (end - start) <= 0) return [];
  const readable = 10 ** (Math.floor(Math.log10(sd > 0 ? sd : 1)) - 2);
  const resolved = 10 ** (Math.ceil(Math.log10(Math.max(Math.abs(start), Math.abs(end)))) - mostFigures);
  const grain = Math.max(readable, resolved, whole ? 1 : 0);
  const values: number[] = [];
  for (let value = start; ; ) {
    const grains = Math.max(1, Math.abs(value - start) / grain);
    const unit = grain * 10 ** Math.max(0, Math.floor(Math.log10(grains)) - 2);
    // A thousandth more than a quotient of up to eleven figures can be wrong by: the next is never the same again.
    value = Number((direction * (Math.floor((direction * value) / unit + 1e-3) + 1) * unit).toPrecision(mostFigures + 1));
    if (direction * (end - value) <= 0) return [...values, end];
    values.push(value);
  }
}
