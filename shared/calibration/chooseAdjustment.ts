import type { Gate } from '../contract/evidenceBasis.ts';
import { Failure } from '../failure.ts';
import type { Model } from '../model/model.ts';
import { type Adjustment, type AdjustmentRules, adjustableWeights } from './adjustableWeights.ts';
import { isOpen, mostAnchoredWeights } from './gates.ts';

/** Fewest events for each free weight. */
const fewestEventsPerWeight = 3;

/**
 * What may be fitted with so many events: every metric from the gate "full" on, below it the dimensions unless the analyst names what is free, and
 * never more free weights than events / 3.
 * @throws Failure `gate-closed` below 30 events, `weights-too-many`, `bounds-infeasible`
 */
export function chooseAdjustment(model: Model, gate: Gate, rules: Omit<AdjustmentRules, 'level'> & Partial<AdjustmentRules>): Adjustment {
  const { events } = gate;
  if (!isOpen(gate, 'anchored')) throw new Failure('gate-closed', { what: 'A suggestion of weights', needed: 30, events });
  const perEvents = Math.floor(events / fewestEventsPerWeight);
  const most = isOpen(gate, 'full') ? perEvents : Math.min(mostAnchoredWeights, perEvents);
  const metrics = adjustableWeights(model, { ...rules, level: rules.level ?? 'metrics' });
  if (freeWeights(metrics) <= most) return metrics;
  const chosen =
    rules.level === undefined && rules.free === undefined ? adjustableWeights(model, { ...rules, level: 'dimensions' }) : metrics;
  const free = freeWeights(chosen);
  if (free > most) throw new Failure('weights-too-many', { events, most, free });
  return chosen;
}

/** Weights that can move. */
export function freeWeights({ weights }: Adjustment): number {
  return weights.filter(({ locked, minimum, maximum }) => !locked && minimum < maximum).length;
}
