import { useMemo } from 'react';
import type { Band } from '../../../shared/model/model.ts';
import { useDraftModel } from './currentModel.ts';
import type { ResolvedBaseline } from './useBaseline.ts';

/** The bands of the baseline and of the draft, from worst to best. A given score is read by the draft's. */
export interface Sides {
  before: readonly Band[];
  after: readonly Band[];
}

const none: readonly Band[] = [];

export function useSides(baseline: ResolvedBaseline | null): Sides {
  const after = useDraftModel((model) => model?.bands) ?? none;
  const before = baseline?.model?.bands ?? after;
  return useMemo(() => ({ before, after }), [before, after]);
}
