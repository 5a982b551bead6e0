import type { EvidencePart } from '../../../../shared/contract/evidenceBasis.ts';
import type { Model } from '../../../../shared/model/model.ts';
import { type CallState, useCall } from '../../../state/useCall.ts';

/** Metrics that are measured before the others, so that there is something to read meanwhile. */
const firstMetrics = 6;

/** Every metric against an outcome: the first few as soon as they are measured, then all, with what takes all of them. */
export function useMetrics(outcome: string, model: Model, part: EvidencePart): CallState<'measure-metrics'> {
  const first = useCall('measure-metrics', { outcome, model, ...part, first: firstMetrics });
  const hasFirst = first.value?.basis.outcome.id === outcome;
  const whole = useCall('measure-metrics', hasFirst && !first.value?.isWhole ? { outcome, model, ...part } : null);
  const hasWhole = whole.value?.basis.outcome.id === outcome && !first.value?.isWhole;
  return {
    ...(hasWhole ? whole : first),
    failure: first.failure ?? whole.failure,
    progress: first.progress ?? whole.progress,
    cancel: () => {
      first.cancel();
      whole.cancel();
    },
  };
}
