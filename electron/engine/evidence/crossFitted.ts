import { crossFitProbability } from '../../../shared/calibration/crossFitProbability.ts';
import type { Calibration } from '../../../shared/contract/scorePerformance.ts';
import { brierScore } from '../../../shared/stats/brierScore.ts';
import { calibrationLine } from '../../../shared/stats/calibrationLine.ts';
import { logLoss } from '../../../shared/stats/logLoss.ts';
import { meanEstimate } from '../../../shared/stats/meanEstimate.ts';
import { rateByGroup } from '../../../shared/stats/rateByGroup.ts';
import { reliability, reliabilityBinCount, reliabilityEdges } from '../../../shared/stats/reliability.ts';
import type { Resampling } from '../../../shared/stats/Sample.ts';
import { warningSentences } from '../../../shared/stats/warning.ts';
import type { HeldOut } from './heldOut.ts';
import type { JudgedScores } from './JudgedScores.ts';

/** Probabilities of folds that had no part in the fit, against what happened; or why there are none. */
export interface CrossFitted {
  calibration: Calibration | null;
  withoutCalibration: string | null;
}

/** Judges the probabilities of the bad side of the outcome that a score gives out of fold. */
export async function crossFitted(judged: JudgedScores, { tuned, scoresOf }: HeldOut): Promise<CrossFitted> {
  const { isYesNo, scores, bad: outcomes, accounts, resampling } = judged;
  if (!isYesNo) return { calibration: null, withoutCalibration: 'A number has no probability.' };
  const fitted = await crossFitProbability({ outcomes, accounts, asOf: judged.asOf }, scores, 'low', resampling.seed ?? 1, scoresOf);
  if (!fitted.probabilities)
    return { calibration: null, withoutCalibration: fitted.warnings.map((code) => warningSentences[code]).join(' ') };
  const rows = Uint32Array.from(scores.keys()).filter((row) => !Number.isNaN(fitted.probabilities![row]));
  const sample = {
    values: Float64Array.from(rows, (row) => fitted.probabilities![row]!),
    outcomes: Uint8Array.from(rows, (row) => outcomes[row]!),
    accounts: rows.map((row) => accounts[row]!),
  };
  const { method, folds } = fitted;
  const warnings = [...fitted.warnings, ...tuned.outOfFold];
  return { calibration: { method, folds, ...qualityOf(sample, resampling), warnings }, withoutCalibration: null };
}

interface Judged {
  values: Float64Array;
  outcomes: Uint8Array;
  accounts: Uint32Array;
}

function qualityOf(sample: Judged, resampling: Resampling): Omit<Calibration, 'method' | 'folds' | 'warnings'> {
  const { values, outcomes, accounts } = sample;
  const brier = brierScore(values, outcomes);
  const each = (number: (probability: number, outcome: number) => number) =>
    meanEstimate({ ...sample, values: values.map((probability, row) => number(probability, outcomes[row]!)) }, resampling);
  const events = outcomes.reduce((sum, one) => sum + one, 0);
  const count = reliabilityBinCount(values.length, events);
  const bins = count < 2 ? null : reliability(values, outcomes, reliabilityEdges(values, count, 'quantile'));
  const observed = bins && rateByGroup({ outcomes, accounts, groups: bins.binOf }, bins.edges.length + 1, resampling);
  return {
    brier: each((probability, outcome) => (probability - outcome) ** 2),
    brierOfRate: brier?.ofRate ?? null,
    skill: brier?.skill ?? null,
    logLoss: logLoss(values, outcomes)?.value ?? null,
    expectedError: bins?.expectedError ?? null,
    bins: bins?.bins.map(({ bin, predicted }) => ({ predicted, observed: observed![bin]! })) ?? [],
    inTheLarge: each((probability, outcome) => probability - outcome),
    ...calibrationLine(sample),
  };
}
