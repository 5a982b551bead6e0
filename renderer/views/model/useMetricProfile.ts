import type { Metric } from '../../../shared/model/metric.ts';
import { type CallState, useCall } from '../../state/useCall.ts';
import { useView } from '../../state/viewStore.ts';

/** How a metric lies over the book in view; `value` is null while it is another metric's. */
export function useMetricProfile(metric: Metric | undefined): CallState<'profile-metric'> {
  const asOf = useView((state) => state.asOf);
  const profile = useCall('profile-metric', metric ? { metric: metric.id, ...(asOf !== null && { asOf }), bins: 40 } : null);
  return { ...profile, value: profile.value?.metric === metric?.id ? profile.value : null };
}
