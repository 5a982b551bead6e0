import type { Interval } from './Estimate.ts';
import { normalPValue, z95 } from './normal.ts';

/** Rows and events of one cell: treated or not, before or after. */
export interface RateCell {
  n: number;
  events: number;
}

/** Difference in differences of four independent groups of rows. */
export interface DifferenceOfProportions {
  /** In rates: 0.01 = one point. */
  value: number;
  standardError: number;
  z: number | null;
  p: number | null;
  interval: Interval;
  rates: { treatedBefore: number; treatedAfter: number; othersBefore: number; othersAfter: number };
}

/**
 * (after - before) of the treated minus (after - before) of the others, with sqrt(Σ p(1-p)/n) over the four cells: for rows that are
 * independent, on the linear scale of rates. Source: Angrist and Pischke (2009), 5.2. Null when a cell is empty.
 */
export function differenceOfProportions(cells: Record<keyof DifferenceOfProportions['rates'], RateCell>): DifferenceOfProportions | null {
  const all = Object.values(cells);
  if (all.some(({ n }) => n === 0)) return null;
  const rateOf = ({ n, events }: RateCell) => events / n;
  const rates = {
    ...{ treatedBefore: rateOf(cells.treatedBefore), treatedAfter: rateOf(cells.treatedAfter) },
    ...{ othersBefore: rateOf(cells.othersBefore), othersAfter: rateOf(cells.othersAfter) },
  };
  const value = rates.treatedAfter - rates.treatedBefore - (rates.othersAfter - rates.othersBefore);
  const standardError = Math.sqrt(all.reduce((sum, cell) => sum + (rateOf(cell) * (1 - rateOf(cell))) / cell.n, 0));
  const z = standardError === 0 ? null : value / standardError;
  return {
    ...{ value, standardError, z, rates },
    p: z === null ? null : normalPValue(z),
    interval: [value - z95 * standardError, value + z95 * standardError],
  };
}
