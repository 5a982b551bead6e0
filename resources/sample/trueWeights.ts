/**
 * The truth behind the sample: what share of an account's health each driver has, by the id of the sample metric that measures it.
 * Whether an account leaves at the end of its contract follows from the health these weights make; nothing else enters but noise.
 * The metrics of `idleMetrics` look plausible and have no part in it.
 */
export const trueWeights = {
  active_share: 0.3,
  core_features: 0.2,
  tickets_90d: 0.15,
  resolution_hours: 0.1,
  days_late: 0.1,
  nps: 0.15,
} as const;

export type Driver = keyof typeof trueWeights;
export const drivers = Object.keys(trueWeights) as Driver[];

/** Sample metrics whose true weight is 0. */
export const idleMetrics = ['session_minutes', 'discount'] as const;

/** Every driver as 0 (worst) .. 1 (best) in one month. */
export type DriverLevels = Record<Driver, number>;

/** Health 0..1: the levels under the true weights. */
export function trueHealth(levels: DriverLevels): number {
  return drivers.reduce((sum, driver) => sum + trueWeights[driver] * levels[driver], 0);
}
