import type { Gate } from '../contract/evidenceBasis.ts';
import type { Leaf, Model, Node } from '../model/model.ts';
import type { Adjustment, AdjustmentRules } from './adjustableWeights.ts';
import { accountsByOutcome, type CalibrationRows } from './CalibrationRows.ts';
import { chooseAdjustment } from './chooseAdjustment.ts';
import type { PullProblem } from './choosePull.ts';
import { gateOf } from './gates.ts';
import { nodeValues } from './nodeValues.ts';

/** The model whose weights are fitted, and how. */
export interface WeightsToFit {
  model: Model;
  /** Points 0..100 that the model's own curve gives a leaf's metric, one a row; NaN = missing. */
  pointsOf: (leaf: Leaf) => Float64Array;
  nameOf: (node: Node) => string;
  rules: Omit<AdjustmentRules, 'level'> & Partial<AdjustmentRules>;
}

/**
 * What is fitted on these rows: one column a weight, a metric's points or a dimension's value.
 * @throws Failure `gate-closed`, `weights-too-many`, `bounds-infeasible`
 */
export function weightsToFit(
  { model, pointsOf, rules }: WeightsToFit,
  rows: CalibrationRows,
): { gate: Gate; adjustment: Adjustment; problem: PullProblem } {
  const { withOutcome, without } = accountsByOutcome(rows);
  const gate = gateOf(withOutcome, without);
  const adjustment = chooseAdjustment(model, gate, rules);
  const { weights, limits } = adjustment;
  return {
    gate,
    adjustment,
    problem: {
      columns: weights.map(({ node }) => (node.kind === 'metric' ? pointsOf(node) : nodeValues(node, rows.outcomes.length, pointsOf))),
      outcomes: rows.outcomes,
      current: weights.some(({ current }) => current > 0) ? weights.map(({ current }) => current) : null,
      limits,
    },
  };
}
