import type { Curve } from '../model/curve.ts';

/** Observations as one model sees them, column by column; every column has an entry for each observation. */
export interface ModelColumns {
  count: number;
  /** Points a metric earns by a curve; NaN where it earns none. */
  points(metric: string, curve: Curve): Float32Array;
  /** Place of the observation's segment in the model's list; the length of that list: the base. */
  segment: Uint16Array;
  /** The highest score, and the highest band, that caps allow it; null without such caps. */
  scoreCeiling: Float32Array | null;
  bandCeiling: Uint16Array | null;
}

export type PointsOf = ModelColumns['points'];
