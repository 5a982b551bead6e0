import { countDriftCells, type DriftCells, driftCells } from './driftCells.ts';
import { jensenShannon } from './jensenShannon.ts';
import { kolmogorovPValue } from './kolmogorovPValue.ts';
import { kolmogorovSmirnov } from './kolmogorovSmirnov.ts';
import { coMoment, mean } from './moments.ts';
import { type PopulationStability, populationStability } from './populationStability.ts';
import { type TwoProportions, twoProportions } from './twoProportions.ts';
import { wasserstein } from './wasserstein.ts';

/** How a number differs between a reference and a current book. */
export interface NumberDrift {
  n: { reference: number; current: number };
  missing: { reference: number; current: number };
  /** Current rate of missing values minus the reference's, tested by itself. */
  missingDifference: TwoProportions | null;
  /** Null, like all that follows, when either has no values. */
  cells: DriftCells | null;
  counts: { reference: number[]; current: number[] } | null;
  stability: PopulationStability | null;
  /** Without the missing cell. */
  stabilityOfPresent: PopulationStability | null;
  jensenShannon: number | null;
  /** Largest distance of the distributions (0.1 note, 0.2 drift), and the chance of it, conservative with ties. */
  distance: number | null;
  p: number | null;
  wasserstein: number | null;
  /** In population standard deviations of the reference; null when that is constant. */
  wassersteinInDeviations: number | null;
  means: { reference: number; current: number } | null;
  /** Share of the current values outside the reference's range. */
  outside: number | null;
}

/** Every drift number of one metric, missing values (NaN) counted apart; sorts each side once. */
export function numberDrift(reference: ArrayLike<number>, current: ArrayLike<number>): NumberDrift {
  const [before, after] = [presentAscending(reference), presentAscending(current)];
  const missing = { reference: reference.length - before.length, current: current.length - after.length };
  const drift = {
    n: { reference: reference.length, current: current.length },
    missing,
    missingDifference: twoProportions(missing.current, current.length, missing.reference, reference.length),
  };
  if (before.length === 0 || after.length === 0) return { ...drift, ...nothing };
  const cells = driftCells(before, after);
  const counts = {
    reference: countDriftCells(cells, before, missing.reference),
    current: countDriftCells(cells, after, missing.current),
  };
  const { distance } = kolmogorovSmirnov(before, after)!;
  const moved = wasserstein(before, after)!;
  const deviation = Math.sqrt(coMoment(before, before) / before.length);
  const isOutside = (value: number) => value < before[0]! || value > before.at(-1)!;
  return {
    ...drift,
    ...{ cells, counts, distance },
    stability: populationStability(counts.reference, counts.current),
    stabilityOfPresent: populationStability(counts.reference.slice(0, -1), counts.current.slice(0, -1)),
    jensenShannon: jensenShannon(counts.reference, counts.current),
    p: kolmogorovPValue(distance, before.length, after.length),
    wasserstein: moved,
    wassersteinInDeviations: deviation === 0 ? null : moved / deviation,
    means: { reference: mean(before), current: mean(after) },
    outside: after.filter(isOutside).length / after.length,
  };
}

const nothing = {
  ...{ cells: null, counts: null, stability: null, stabilityOfPresent: null, jensenShannon: null, distance: null, p: null },
  ...{ wasserstein: null, wassersteinInDeviations: null, means: null, outside: null },
};

function presentAscending(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
}
