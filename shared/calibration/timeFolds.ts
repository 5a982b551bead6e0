import type { CalibrationRows } from './CalibrationRows.ts';
import { type Fold, type Folds, usable } from './groupFolds.ts';

/** One as-of date to look at, and the earlier ones whose outcomes were known by then. */
export interface TimeFold extends Fold {
  asOf: number;
}

/**
 * A fold for each as-of date: fitted on the dates whose outcomes were already known at that date, `t + gapDays <= asOf`, where the gap is
 * lead + horizon + reporting lag. scikit-learn's `TimeSeriesSplit` has no gap unless told, and then learns from outcomes that were still open.
 * An account may be on both sides: that is what happens when a model is used. Dates without earlier known outcomes have no fold; those of which a
 * side holds a single class are skipped and counted.
 */
export function timeFolds(rows: CalibrationRows, gapDays: number): Folds<TimeFold> {
  const places = Uint32Array.from(rows.asOf.keys());
  const dates = [...new Set(rows.asOf)].sort((one, other) => one - other);
  const folds = dates
    .map((asOf) => ({
      asOf,
      train: places.filter((place) => rows.asOf[place]! + gapDays <= asOf),
      test: places.filter((place) => rows.asOf[place] === asOf),
    }))
    .filter(({ train }) => train.length > 0);
  return usable(rows, folds);
}
