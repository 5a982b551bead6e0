import { type CellIntervals, cellBootstrap } from './cellBootstrap.ts';
import { designEffect } from './designEffect.ts';
import { designEffectOfValue } from './designEffectOfValue.ts';
import { type InformationValue, informationValue } from './informationValue.ts';
import { type MutualInformation, mutualInformation } from './mutualInformation.ts';
import type { GroupedOutcomes } from './rateByGroup.ts';
import type { Resampling } from './Sample.ts';

/** How strongly cells go with an outcome, as information value and as mutual information, each with its interval. */
export interface StrengthOfCells {
  informationValue: InformationValue;
  /** Null with fewer than two cells or outcomes. */
  mutualInformation: MutualInformation | null;
  intervals: CellIntervals | null;
  /** 1 where no account repeats. */
  designEffect: number;
}

/** @param repeats the rows the counts are of, where accounts repeat in them; null where they do not */
export function strengthOfCells(
  events: readonly number[],
  nonEvents: readonly number[],
  repeats: GroupedOutcomes | null,
  resampling: Resampling = {},
): StrengthOfCells {
  const effect = repeats ? designEffect(repeats, events.length) : 1;
  const value = informationValue(events, nonEvents, effect);
  const spread = repeats ? Math.max(effect, designEffectOfValue(repeats, value.weights)) : 1;
  const table = events.map((count, cell) => [count, nonEvents[cell]!]);
  return {
    informationValue: value,
    mutualInformation: value.bins < 2 ? null : mutualInformation(table, effect),
    intervals: cellBootstrap(events, nonEvents, { designEffect: effect, spread }, resampling),
    designEffect: effect,
  };
}
