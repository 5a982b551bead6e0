import type { SuggestedWeights, UnfinishedWeights } from '../contract/suggestedWeights.ts';
import type { CalibrationRows } from './CalibrationRows.ts';
import { freeWeights } from './chooseAdjustment.ts';
import { describeWeights } from './describeWeights.ts';
import type { DrawnCurve } from './drawnCurves.ts';
import { fitAnchored } from './fitAnchored.ts';
import { heldOutQuality } from './heldOutQuality.ts';
import type { Scoring } from './heldOutScores.ts';
import { type Pace, Pacer } from './Pacer.ts';
import { priceOfBounds } from './priceOfBounds.ts';
import { suggestionWarnings } from './suggestionWarnings.ts';
import { weightStability } from './weightStability.ts';
import { type WeightsToFit, weightsToFit } from './weightsToFit.ts';
import { withShares } from './withShares.ts';

/** What a suggestion of weights starts from. */
export interface WeightsAsked extends WeightsToFit {
  rows: CalibrationRows;
  score: Scoring;
  /** Curves that are drawn anew inside every fold. */
  drawn: readonly DrawnCurve[];
  /** Lead + horizon + reporting lag of the outcome. */
  gapDays: number;
  /** Ids of leaves whose metric grows with time by itself. */
  clocks: ReadonlySet<string>;
  /** How many resamples the stability ranges rest on, and the seed of every draw. */
  resampling: { resamples: number; seed: number };
}

/** A suggestion that moves no weight by as much, in per cent of the whole, suggests nothing. */
const leastMove = 0.05;

/**
 * Weights the evidence would support: none negative, under bounds and locks, pulled towards the current ones as strongly as cross-validation says.
 * Their quality is that of the score as scored on rows that had no part in the fit: folds by account, and later dates fitted on what was known
 * then; drawn curves, pull, means and weights are made anew inside every fold. Whether they are supported is for the confirmation set to say (`verdictOf`).
 * @param tell told the weights once they are fitted, and again with their ranges, while the rest is worked out
 * @throws Failure `gate-closed`, `weights-too-many`, `bounds-infeasible`, `cancelled`
 */
export async function suggestWeights(
  asked: WeightsAsked,
  pace: Pace,
  tell: (weights: UnfinishedWeights) => void = () => {},
): Promise<SuggestedWeights> {
  const { model, rows, score, resampling } = asked;
  const pacer = new Pacer(pace);
  const { gate, adjustment, problem } = weightsToFit(asked, rows);
  const current = adjustment.weights.map((weight) => weight.current);
  const whole = await fitAnchored(problem, rows, resampling.seed, pacer.part(0, 0.05));
  const shares = whole.fitted.shares ?? current;
  const { level } = adjustment;
  const describe = await describeWeights({ asked, adjustment, problem, whole, shares }, pacer.part(0.05, 0.1));
  tell({ level, weights: describe(null), hasRanges: false });
  const stability = await weightStability(problem, rows, whole.pull.chosen, whole.fitted, resampling, pacer.part(0.1, 0.4));
  const weights = describe(stability);
  tell({ level, weights, hasRanges: true });
  const suggested = withShares(model, adjustment, shares);
  const scored = { current: await score(model), suggested: await score(suggested) };
  const { foldsConverged, ...quality } = await heldOutQuality(asked, adjustment, problem, scored.current, pacer.part(0.4, 0.95));
  const price = await priceOfBounds(asked, adjustment, problem, whole, scored.suggested, pacer.part(0.95, 1));
  const eventsPerWeight = gate.events / Math.max(1, freeWeights(adjustment));
  const isMoved = shares.some((share, index) => Math.abs(share - current[index]!) >= leastMove);
  return {
    level,
    weights,
    pull: whole.pull,
    ...quality,
    priceOfBounds: price,
    resamples: { count: stability.resamples, skipped: stability.skipped },
    eventsPerWeight,
    warnings: suggestionWarnings({ asked, gate, eventsPerWeight, whole, foldsConverged, weights, scores: scored.suggested }),
    model: whole.fitted.shares && isMoved ? suggested : null,
  };
}
