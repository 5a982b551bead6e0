import { accountsByOutcome, type CalibrationRows } from './CalibrationRows.ts';
import { gateOf, isOpen } from './gates.ts';
import { type Healthier, type SuggestedCurve, supervisedCurve } from './supervisedCurve.ts';

/** A curve drawn from what happened (`supervisedCurve`), from 100 events on. */
export function suggestCurve(values: Float64Array, rows: CalibrationRows, chosen?: Healthier): SuggestedCurve {
  const { withOutcome, without } = accountsByOutcome(rows);
  const gate = gateOf(withOutcome, without);
  if (isOpen(gate, 'full')) return supervisedCurve(values, rows.outcomes, chosen);
  return {
    ...{ curve: null, cuts: [], direction: null, informationValue: null, warnings: ['FEW_EVENTS'] },
    sentence: `No curve is suggested: it needs 100 accounts with and without the outcome. ${gate.sentence}`,
  };
}
